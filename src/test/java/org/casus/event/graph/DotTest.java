package org.casus.event.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.casus.event.graph.Graph.Cut;
import org.casus.event.graph.Graph.Node;
import org.casus.model.ResourceKind;
import org.junit.jupiter.api.Test;

class DotTest {

    private static final String KEY = "statement/said";

    private static Graph graph(String name, List<Cut> cut) {
        Node node = new Node(KEY, ResourceKind.STATEMENT, "said", name, "/statements/said?asOf=7", 0, null, null);
        return new Graph("event", 1, 7, List.of(node), List.of(), cut.isEmpty(), cut, Map.of());
    }

    @Property
    void every_text_comes_out_as_it_went_in(
            @ForAll @Chars({'"', '\\', '\n', '&', 'a', 'm', 'p', ';', 'N', 'l', '<', '>', '{', '}', 'й'}) String name) {
        DotReader read = DotReader.read(DotWriter.of(graph(name, List.of())));
        assertThat(read.nodes().get(KEY)).containsEntry("tooltip", name).containsEntry("URL", "/statements/said?asOf=7");
    }

    @Test
    void a_long_text_is_shortened_in_the_picture_and_whole_behind_it() {
        Map<String, String> node = DotReader.read(DotWriter.of(graph("𝕏".repeat(200), List.of()))).nodes().get(KEY);
        assertThat(node).containsEntry("label", "𝕏".repeat(79) + "…").containsEntry("tooltip", "𝕏".repeat(200));
    }

    @Test
    void the_picture_says_what_was_cut_off() {
        Cut cut = new Cut("event/event", EdgeKind.ABOUT, 50, 210, "/statements?about=event");
        assertThat(DotReader.read(DotWriter.of(graph("x", List.of(cut)))).label())
                .isEqualTo("as of revision 7\nevent/event: 50 of 210 (about)");
        assertThat(DotReader.read(DotWriter.of(graph("x", List.of()))).label()).isEqualTo("as of revision 7");
    }
}
