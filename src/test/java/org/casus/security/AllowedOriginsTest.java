package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may read. */
class AllowedOriginsTest {

    private static final AllowedOrigins LOCAL = AllowedOrigins.of(List.of("localhost"));

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://localhost", "http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:8080"})
    void pages_of_this_machine_are_known_by_its_names(String origin) {
        assertThat(LOCAL.allow(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "http://localhost.example.org", "http://localhost:80.example.org", "null", "", "*",
        "http://localhost@example.org", "http://127.0.0.1.example.org", "file://localhost", "http://LOCALHOST:x", "http://[::1]x"})
    void no_other_page_is_one_of_this_machine(String origin) {
        assertThat(LOCAL.allow(origin)).isFalse();
    }

    @Test
    void named_origins_are_compared_whole() {
        AllowedOrigins allowedOrigins = AllowedOrigins.of(List.of(" https://map.example.org ", "http://lan.example:8081"));
        assertThat(List.of("https://map.example.org", "http://lan.example:8081")).allMatch(allowedOrigins::allow);
        assertThat(List.of("http://map.example.org", "https://map.example.org:8443", "https://map.example.org.evil.org",
                "https://evil-map.example.org", "http://localhost")).noneMatch(allowedOrigins::allow);
    }

    @Test
    void any_origin_is_narrowed_to_this_machine_and_those_that_are_named() {
        AllowedOrigins any = AllowedOrigins.of(List.of("*", "https://map.example.org"));
        assertThat(any.allow("https://example.org")).isTrue();
        assertThat(any.withoutAny().allow("https://example.org")).isFalse();
        assertThat(List.of("https://map.example.org", "http://localhost:3000")).allMatch(any.withoutAny()::allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map.example.org", "https://map.example.org/", "https://map.example.org/map", "/https:.*/", "https://*.example.org/x",
        "https://"})
    void what_is_no_origin_is_refused_with_an_example(String origin) {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of(origin))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + origin + "'").hasMessageContaining("https://map.example.org");
    }
}
