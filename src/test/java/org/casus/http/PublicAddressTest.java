package org.casus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    private static PublicAddress address(String publicUrl, String root) {
        return new PublicAddress(() -> Optional.ofNullable(publicUrl), null, root, false, "X-Forwarded-Prefix");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // public URL | root path | path of links | as a header says it
        "- | / | '' | /events",
        "- | /base/ | /base | /base/events",
        "https://ex.org | / | '' | https://ex.org/events",
        "https://ex.org/ | / | '' | https://ex.org/events",
        "https://ex.org | /base | /base | https://ex.org/base/events",
        "https://ex.org/casus | / | /casus | https://ex.org/casus/events",
        "https://ex.org/a/casus/ | / | /a/casus | https://ex.org/a/casus/events",
        "https://ex.org/casus | /base | /casus | https://ex.org/casus/events",
        "http://[::1]:8080/v1.2_x~y | / | /v1.2_x~y | http://[::1]:8080/v1.2_x~y/events"})
    void a_public_url_with_a_path_is_where_the_service_stands_and_one_without_leaves_the_root_path(String publicUrl, String root,
            String path, String header) {
        PublicAddress address = address(publicUrl, root);
        assertThat(address.path()).isEqualTo(path);
        assertThat(address.absolute(address.path() + "/events")).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ex.org", "/casus", "ftp://ex.org", "https://", "https://ex.org?x=1", "https://ex.org/a//b", "https://ex.org/../a",
        "https://ex.org/.", "https://ex.org/a b", "https://ex.org/\"", "https://user@ex.org", "https://ex.org/c%61sus", "https://ex.org/#a"})
    void what_is_no_address_does_not_start(String publicUrl) {
        assertThatThrownBy(() -> address(publicUrl, "/")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("casus.public-url").hasMessageContaining("https://example.org/casus").hasMessageContaining(publicUrl);
    }

    @Test
    void answers_at_different_addresses_have_different_tags() {
        assertThat(address(null, "/").tag()).isEmpty();
        assertThat(address("https://ex.org/casus", "/").tag()).isNotEmpty().isNotEqualTo(address("https://ex.org", "/").tag())
                .isNotEqualTo(address("https://ex.com/casus", "/").tag());
    }

    @Test
    void requests_are_told_apart_by_the_path_that_they_have_in_this_process() {
        assertThat(address("https://ex.org/casus", "/").inside("/imports")).isEqualTo("/imports");
        assertThat(address(null, "/base").inside("/imports")).isEqualTo("/base/imports");
    }
}
