package org.casus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casus.http.problem.Problem;
import org.casus.model.ResourceKind;
import org.casus.render.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

    private static final List<Format> OF_EVENTS = Format.ofList(ResourceKind.EVENT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "- | JSON", "*/* | JSON", "'' | JSON", "application/* | JSON", "application/json | JSON",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | JSON",
        "text/csv | CSV", "TEXT/CSV | CSV", "text/* | CSV", "text/csv; charset=utf-8 | CSV",
        "application/geo+json | GEOJSON", "application/x-ndjson | NDJSON", "application/jsonl | NDJSON",
        "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" | JSONLD",
        "application/json;q=0.5, text/csv | CSV", "application/json;q=0.5, text/csv;q=0.4 | JSON",
        "application/json;q=0, */* | GEOJSON", "text/csv;q=0, text/*, application/json;q=0.1 | JSON",
        "*/*;q=0.1, application/ld+json;q=0.2 | JSONLD", "application/json , text/csv | JSON",
        "application/vnd.casus.manifest+json | MANIFEST"})
    void the_best_liked_is_taken(String accept, Format expected) {
        assertThat(Negotiation.pick(null, accept, OF_EVENTS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "*/*;q=0", "application/json;q=7", "text/csv;q=x", "json", ","})
    void what_takes_none_is_told_what_there_is(String accept) {
        assertThatThrownBy(() -> Negotiation.pick(null, accept, OF_EVENTS)).isInstanceOf(Problem.class)
                .hasMessageContaining("application/json, application/geo+json, application/x-ndjson, application/jsonl,"
                        + " text/csv, application/ld+json");
    }

    @Test
    void f_beats_accept() {
        assertThat(Negotiation.pick("csv", "application/json", OF_EVENTS)).isEqualTo(Format.CSV);
        assertThat(Negotiation.pick("json", "text/html", OF_EVENTS)).isEqualTo(Format.JSON);
    }

    @Test
    void an_unknown_f_is_told_the_nearest() {
        assertThatThrownBy(() -> Negotiation.pick("geojsn", null, OF_EVENTS))
                .hasMessageContaining("f is one of json, geojson, ndjson, csv, jsonld, manifest; did you mean 'geojson'?");
    }

    @Test
    void what_is_nowhere_is_no_feature() {
        assertThatThrownBy(() -> Negotiation.pick("geojson", null, Format.ofList(ResourceKind.ACTOR)))
                .hasMessageContaining("'geojson' is no format here");
    }
}
