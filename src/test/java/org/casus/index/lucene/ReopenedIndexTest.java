package org.casus.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.casus.model.ResourceKind;
import org.casus.readmodel.Document;
import org.casus.readmodel.ReadModel.Changes;
import org.casus.readmodel.ReadModel.Present;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index whose files could not be written, as on a full disk. */
class ReopenedIndexTest {

    @TempDir
    Path folder;

    private final Directory directory = new Directory();

    @Test
    void what_closed_itself_goes_on_from_what_was_kept() throws IOException {
        try (LuceneReadModel model = LuceneReadModel.open(folder, directory, "test", Duration.ofMinutes(1))) {
            bring(model, 1, 1);
            model.publish(1);
            model.keep();
            assertThat(model.reopen()).as("nothing is wrong yet").isFalse();

            bring(model, 2, 2_000);
            // an interrupted thread cannot write to a file
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> model.publish(2_000)).isInstanceOf(Exception.class);
            Thread.interrupted();
            assertThatThrownBy(() -> bring(model, 2, 2_000)).as("closed for good").isInstanceOf(Exception.class);
            assertThat(has(model, 1)).as("reads go on").isTrue();

            assertThat(model.reopen()).isTrue();
            assertThat(model.resumeFrom()).isEqualTo(1);
            bring(model, 2, 2_000);
            model.publish(2_000);
            model.keep();
            assertThat(has(model, 1)).isTrue();
            assertThat(has(model, 2_000)).isTrue();
            assertThat(model.reopen()).isFalse();
        }
    }

    private void bring(LuceneReadModel model, int from, int to) {
        List<Document> places = IntStream.rangeClosed(from, to).mapToObj(number -> new Document(ResourceKind.PLACE,
                "place-" + number, number, Template.of("place-" + number, number,
                ("{\"number\":" + number + " ".repeat(1_000) + "}").getBytes(StandardCharsets.UTF_8), List.of()))).toList();
        model.apply(new Changes(places, List.of(), List.of()), directory.at(to));
    }

    private static boolean has(LuceneReadModel model, int number) {
        return model.find(ResourceKind.PLACE, "place-" + number, OptionalLong.empty()) instanceof Present;
    }
}
