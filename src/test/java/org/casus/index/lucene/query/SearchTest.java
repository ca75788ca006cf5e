package org.casus.index.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;
import org.casus.index.lucene.LuceneReadModel;
import org.casus.model.ResourceKind;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.SearchText;
import org.casus.query.Sort;
import org.casus.readmodel.Document;
import org.casus.readmodel.ReadModel.Changes;
import org.casus.readmodel.Template;
import org.casus.readmodel.names.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What words in a search box find. */
class SearchTest {

    @TempDir
    Path folder;

    private LuceneReadModel model;
    private Directory directory;

    @BeforeEach
    void a_place_with_two_names() throws IOException {
        directory = new Directory();
        model = LuceneReadModel.open(folder, directory, "test", Duration.ofMinutes(1));
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

    @Test
    void case_accents_and_width_make_no_difference_in_any_script() {
        put("Київ", "Ελλάδα", "Łódź", "Straße", "Ｔｏｋｙｏ", "مُوسكو", "Ёлка");
        for (String text : List.of("київ", "КИЇВ", "ελλαδα", "ΕΛΛΆΔΑ", "lodz", "strasse", "STRASSE", "tokyo", "موسكو", "елка")) {
            assertThat(finds(text)).as(text).isTrue();
        }
    }

    @Test
    void scripts_without_spaces_are_found_by_their_words() {
        put("北京市", "東京タワー", "サンクトペテルブルク", "สงครามในยูเครน", "서울 특별시");
        for (String text : List.of("北京", "北京市", "東京", "タワー", "สงคราม", "서울")) {
            assertThat(finds(text)).as(text).isTrue();
        }
        assertThat(finds("京北")).isFalse();
    }

    @Test
    void a_whole_name_stands_for_the_other_names_of_the_same() {
        put("News of Mother of Cities today");
        assertThat(finds("\"old kyiv\"")).as("the place and what speaks of it").isFalse();
        assertThat(total("\"old kyiv\"")).isEqualTo(2);
        assertThat(total("\"old kyiv\" -today")).isEqualTo(1);
        assertThat(total("kyiv")).as("not a whole name").isEqualTo(1);
    }

    @Test
    void a_prefix_of_too_many_words_is_refused_and_named() {
        String[] names = IntStream.rangeClosed(0, Limits.WORDS_OF_PREFIX).mapToObj(n -> "zz" + n).toArray(String[]::new);
        put(names);
        assertThatThrownBy(() -> finds("zz*")).isInstanceOf(Problem.class).hasMessageContaining("'zz'");
        assertThat(finds("zz12*")).isTrue();
    }

    @Test
    void no_word_is_too_long_to_be_indexed() {
        put("\uFDFA".repeat(5000), "x".repeat(40_000));
        assertThat(finds("old")).isTrue();
    }

    /** Another place, with these names. */
    private void put(String... names) {
        Document other = new Document(ResourceKind.PLACE, "other", 2,
                Template.of("other", 2, "{}".getBytes(StandardCharsets.UTF_8), List.of())).name(names[0]);
        List.of(names).subList(1, names.length).forEach(other::title);
        model.apply(new Changes(List.of(other), List.of(), List.of()), directory.at(2));
        model.publish(2);
    }

    private boolean finds(String text) {
        return total(text) == 1;
    }

    private long total(String text) {
        ListQuery query = new ListQuery(ResourceKind.PLACE, List.of(new Filter.Text(SearchText.parse(text))),
                Sort.RELEVANCE, 10, Optional.empty());
        return model.list(query, OptionalLong.empty()).total();
    }
}
