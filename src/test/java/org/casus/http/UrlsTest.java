package org.casus.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UrlsTest {

    @Test
    void commas_colons_and_slashes_stay_readable() {
        assertThat(Urls.of("/events", Map.of("type", List.of("speech,interview"))))
                .isEqualTo("/events?type=speech,interview");
        assertThat(Urls.of("/events", Map.of("coding", List.of("acled:Explosions/Remote violence"))))
                .isEqualTo("/events?coding=acled:Explosions/Remote%20violence");
        assertThat(Urls.of("/events", Map.of())).isEqualTo("/events");
    }

    @Test
    void what_would_break_out_is_encoded() {
        assertThat(Urls.of("/events", Map.of("q", List.of("a&b=c#d+e\"<>"))))
                .isEqualTo("/events?q=a%26b%3Dc%23d%2Be%22%3C%3E");
    }

    @Property
    void every_value_comes_back_from_the_url(@ForAll("texts") String value) {
        String url = Urls.of("/events", Map.of("q", List.of(value)));
        assertThat(URI.create(url).getRawQuery()).isEqualTo(url.substring("/events?".length()));
        assertThat(URLDecoder.decode(url.substring("/events?q=".length()), StandardCharsets.UTF_8)).isEqualTo(value);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().filter(text -> text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE));
    }
}
