package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.casus.security.Credentials.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in Authorization headers. */
class CredentialsTest {

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_password_is_the_key_whatever_the_user_is_called() {
        for (String user : new String[] {"", "qgis", "jürgen"}) {
            assertThat(Credentials.of(basic(user + ":casus_x"))).isEqualTo(new Credentials(Scheme.BASIC, "casus_x"));
        }
        assertThat(Credentials.of(basic("user:a:b")).key()).isEqualTo("a:b");
        assertThat(Credentials.of(basic("user:a").replace("Basic", "bAsIc")).scheme()).isEqualTo(Scheme.BASIC);
    }

    @ParameterizedTest
    @CsvSource({"Bearer x,BEARER,x", "BEARER  x ,BEARER,x", "Bearer,BEARER,''", "Basic %%%,BASIC,''", "Basic,BASIC,''", "Digest x,OTHER,''",
        "'',OTHER,''", "Bearerx,OTHER,''"})
    void what_cannot_be_read_is_no_key(String header, Scheme scheme, String key) {
        assertThat(Credentials.of(header)).isEqualTo(new Credentials(scheme, key));
    }
}
