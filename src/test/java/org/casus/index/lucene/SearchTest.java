package org.casus.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.casus.directory.Directory;
import org.casus.query.Document;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.ReadModel.Changes;
import org.casus.query.SearchText;
import org.casus.query.Sort;
import org.casus.query.Template;
import org.casus.vocabulary.ResourceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What words in a search box find. */
class SearchTest {

    @TempDir
    Path folder;

    private LuceneReadModel model;

    @BeforeEach
    void a_place_with_two_names() throws IOException {
        Directory directory = new Directory();
        model = LuceneReadModel.open(folder, directory, "test");
        Document kyiv = new Document(ResourceKind.PLACE, "kyiv", 1,
                Template.of("kyiv", 1, "{}".getBytes(StandardCharsets.UTF_8), List.of()))
                .name("Old Kyiv").title("Mother of Cities");
        model.apply(new Changes(List.of(kyiv), List.of(), List.of()), directory.at(1));
        model.publish(1);
    }

    @AfterEach
    void close() throws IOException {
        model.close();
    }

    @Test
    void a_phrase_stands_within_one_name() {
        assertThat(finds("\"old kyiv\"")).isTrue();
        assertThat(finds("\"mother of cities\"")).isTrue();
        assertThat(finds("\"kyiv mother\"")).isFalse();
    }

    @Test
    void words_may_stand_in_different_names() {
        assertThat(finds("cities old")).isTrue();
        assertThat(finds("cities new")).isFalse();
    }

    @Test
    void what_is_excluded_is_not_found() {
        assertThat(finds("old -cities")).isFalse();
        assertThat(finds("-village")).isTrue();
    }

    @Test
    void a_beginning_may_have_several_words() {
        assertThat(finds("kyi*")).isTrue();
        assertThat(finds("old-ky*")).isTrue();
        assertThat(finds("new-ky*")).isFalse();
        assertThat(finds("old-ky")).isFalse();
    }

    private boolean finds(String text) {
        ListQuery query = new ListQuery(ResourceKind.PLACE, List.of(new Filter.Text(SearchText.parse(text))),
                Sort.RELEVANCE, 10, Optional.empty());
        return model.list(query, OptionalLong.empty()).total() == 1;
    }
}
