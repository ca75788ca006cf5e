package org.casus.eventtype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped vocabulary keeps the rules that stand at its head. */
class CrosswalkTest {

    private static JsonNode types;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = CrosswalkTest.class.getResourceAsStream("/vocabulary/event-types.yaml")) {
            types = new YAMLMapper().readTree(in);
        }
    }

    @Test
    void a_code_stands_in_one_type() {
        Map<String, String> typeOf = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        types.forEach(type -> type.path("mappings").properties().forEach(scheme -> scheme.getValue().forEach(code -> {
            String coding = scheme.getKey() + ":" + code.asText();
            String other = typeOf.putIfAbsent(coding, type.get("id").textValue());
            if (other != null) {
                twice.add(coding + " in " + other + " and in " + type.get("id").textValue());
            }
        })));
        assertThat(twice).isEmpty();
        assertThat(typeOf).hasSizeGreaterThan(200);
    }

    @Test
    void codes_are_text_so_that_none_loses_its_zero() {
        types.forEach(type -> type.path("mappings").properties().forEach(scheme -> scheme.getValue()
                .forEach(code -> assertThat(code.isTextual()).as("%s %s", scheme.getKey(), code).isTrue())));
        types.forEach(type -> type.path("mappings").path("cameo")
                .forEach(code -> assertThat(code.textValue()).matches("\\d{2,4}")));
    }

    @Test
    void a_type_stands_after_its_parent_and_at_most_three_levels_deep() {
        Map<String, Integer> depth = new LinkedHashMap<>();
        types.forEach(type -> {
            String id = type.get("id").textValue();
            String parent = type.path("parent").asText("");
            assertThat(parent.isEmpty() || depth.containsKey(parent)).as("%s below %s", id, parent).isTrue();
            assertThat(depth.putIfAbsent(id, parent.isEmpty() ? 1 : depth.get(parent) + 1)).as(id).isNull();
        });
        assertThat(depth.values()).allMatch(levels -> levels <= 3);
    }
}
