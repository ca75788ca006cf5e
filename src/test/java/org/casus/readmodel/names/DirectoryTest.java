package org.casus.readmodel.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.model.ResourceKind;
import org.casus.model.edtf.Edtf;
import org.casus.model.edtf.TimeRange;
import org.casus.readmodel.names.DirectoryEntry.Parent;
import org.casus.readmodel.names.DirectoryView.Below;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Directory directory = new Directory();

    @Test
    void a_name_is_the_one_that_stood() {
        actor("kyiv", 3, "Kiev");
        actor("kyiv", 7, "Kyiv");

        assertThat(named("kyiv", 2)).isEqualTo(new NameVersion("kyiv", 0));
        assertThat(named("kyiv", 3)).isEqualTo(new NameVersion("Kiev", 3));
        assertThat(named("kyiv", 6)).isEqualTo(new NameVersion("Kiev", 3));
        assertThat(named("kyiv", 7)).isEqualTo(new NameVersion("Kyiv", 7));
    }

    @Test
    void a_name_holds_since_it_was_given_whatever_else_changed() {
        actor("mi6", 1, "MI6");
        actor("mi6", 4, "MI6", always("uk"));

        assertThat(named("mi6", 5)).isEqualTo(new NameVersion("MI6", 1));
    }

    @Test
    void what_was_deleted_is_known_yet_not_there() {
        actor("ussr", 1, "Soviet Union", always("world"));
        directory.record(ResourceKind.ACTOR, "ussr", 5, Optional.empty());

        assertThat(directory.at(5).known(ResourceKind.ACTOR, "ussr")).isTrue();
        assertThat(directory.at(5).entry(ResourceKind.ACTOR, "ussr")).isEmpty();
        assertThat(directory.at(5).ids(ResourceKind.ACTOR)).isEmpty();
        assertThat(named("ussr", 5)).isEqualTo(new NameVersion("ussr", 0));
        assertThat(directory.at(4).ids(ResourceKind.ACTOR)).containsExactly("ussr");
        assertThat(above("ussr", 5, "1980")).containsExactly("ussr");
        assertThat(below("world", 5)).containsExactly("world");
        assertThat(below("world", 4)).containsExactly("world", "ussr");
    }

    @Test
    void what_comes_again_has_its_name_since_then() {
        actor("x", 1, "X");
        directory.record(ResourceKind.ACTOR, "x", 2, Optional.empty());
        actor("x", 3, "X");

        assertThat(named("x", 3)).isEqualTo(new NameVersion("X", 3));
        assertThat(named("x", 1)).isEqualTo(new NameVersion("X", 1));
    }

    @Test
    void what_is_recorded_twice_stands_once() {
        actor("x", 1, "X");
        actor("x", 4, "Y");
        actor("x", 1, "X");
        actor("x", 4, "Y");

        assertThat(named("x", 3)).isEqualTo(new NameVersion("X", 1));
        assertThat(named("x", 9)).isEqualTo(new NameVersion("Y", 4));
    }

    @Test
    void parents_are_the_ones_that_stood() {
        actor("crimea", 1, "Crimea", always("russia"));
        actor("crimea", 5, "Crimea", always("ukraine"));

        assertThat(above("crimea", 4, "2000")).containsExactly("crimea", "russia");
        assertThat(above("crimea", 5, "2000")).containsExactly("crimea", "ukraine");
        assertThat(below("russia", 4)).containsExactly("russia", "crimea");
        assertThat(below("russia", 5)).containsExactly("russia");
        assertThat(below("russia", 4)).as("asked again, after another revision").containsExactly("russia", "crimea");
    }

    @Test
    void a_membership_counts_while_it_lasts() {
        actor("ukraine", 1, "Ukraine", during("1922/1991", "ussr"));

        assertThat(above("ukraine", 1, "1968")).containsExactly("ukraine", "ussr");
        assertThat(above("ukraine", 1, "1991-12-31/2022")).containsExactly("ukraine", "ussr");
        assertThat(above("ukraine", 1, "2022")).containsExactly("ukraine");
        assertThat(directory.at(1).below(ResourceKind.ACTOR, "ussr")).containsExactly(
                new Below("ussr", TimeRange.ALWAYS), new Below("ukraine", range("1922/1991")));
    }

    @Test
    void memberships_of_memberships_count_while_all_last_together() {
        actor("unit", 1, "Unit", during("1980/1999", "army"));
        actor("army", 2, "Army", during("1990/2010", "state"));

        assertThat(above("unit", 2, "1985")).containsExactly("unit", "army");
        assertThat(above("unit", 2, "1995")).containsExactly("unit", "army", "state");
        assertThat(above("unit", 2, "2005")).containsExactly("unit");
        assertThat(directory.at(2).below(ResourceKind.ACTOR, "state")).contains(new Below("unit", range("1990/1999")));
    }

    @Test
    void memberships_that_never_meet_lead_nowhere() {
        actor("unit", 1, "Unit", during("1980/1989", "army"));
        actor("army", 2, "Army", during("1990/2010", "state"));

        assertThat(above("unit", 2, "1970/2020")).containsExactly("unit", "army");
        assertThat(below("state", 2)).containsExactly("state", "army");
    }

    @Test
    void two_ways_up_are_one_thing_above_and_two_times_below() {
        actor("top", 1, "Top");
        actor("left", 2, "Left", during("1980", "top"));
        actor("right", 3, "Right", during("1990", "top"));
        actor("bottom", 4, "Bottom", always("left"), always("right"));

        assertThat(above("bottom", 4, "1980/1990")).containsExactlyInAnyOrder("bottom", "left", "right", "top");
        assertThat(above("bottom", 4, "1990")).containsExactlyInAnyOrder("bottom", "left", "right", "top");
        assertThat(above("bottom", 4, "2000")).containsExactlyInAnyOrder("bottom", "left", "right");
        assertThat(directory.at(4).below(ResourceKind.ACTOR, "top"))
                .contains(new Below("bottom", range("1980")), new Below("bottom", range("1990")));
    }

    @Test
    void a_member_twice_over_is_below_at_both_times() {
        actor("member", 1, "Member", during("1980", "union"), during("1990", "union"));

        assertThat(directory.at(1).below(ResourceKind.ACTOR, "union"))
                .contains(new Below("member", range("1980")), new Below("member", range("1990")));
    }

    @Test
    void times_that_overlap_are_one() {
        actor("member", 1, "Member", during("1980/1985", "union"), during("1983/1990", "union"), during("1992", "union"));

        assertThat(directory.at(1).below(ResourceKind.ACTOR, "union")).containsExactly(new Below("union", TimeRange.ALWAYS),
                new Below("member", range("1980/1990")), new Below("member", range("1992")));
    }

    /** As many ways up as 60 to the power of five, if each were walked. */
    @Test
    void memberships_of_shifted_times_are_walked_in_a_moment() {
        for (int level = 0; level < 5; level++) {
            String above = "level-" + (level + 1);
            actor("level-" + level, 1 + level, "Level", IntStream.range(1900, 1960)
                    .mapToObj(year -> during(year + "/" + (year + 60), above)).toArray(Parent[]::new));
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(above("level-0", 5, "1800/2000")).hasSize(6).contains("level-5");
            assertThat(directory.at(5).below(ResourceKind.ACTOR, "level-5")).hasSize(6)
                    .contains(new Below("level-0", range("1900/2019")));
        });
    }

    @Test
    void hierarchies_may_be_deep() {
        int depth = 20_000;
        for (int i = 0; i < depth; i++) {
            actor("a" + i, 1 + i, "A", always("a" + (i + 1)));
        }

        assertThat(above("a0", depth, "2000")).hasSize(depth + 1);
        assertThat(below("a" + depth, depth)).hasSize(depth + 1);
    }

    @Test
    void circles_end() {
        actor("a", 1, "A", during("1980/1989", "b"));
        actor("b", 2, "B", during("1985/1995", "a"));
        actor("self", 3, "Self", always("self"));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(above("a", 3, "1987")).containsExactly("a", "b");
            assertThat(below("a", 3)).containsExactly("a", "b");
            assertThat(above("self", 3, "1987")).containsExactly("self");
            assertThat(below("self", 3)).containsExactly("self");
        });
    }

    @Test
    void ids_of_one_kind_are_not_those_of_another() {
        actor("ukraine", 1, "The state");
        directory.record(ResourceKind.PLACE, "ukraine", 2, Optional.of(new DirectoryEntry("The land", List.of())));

        assertThat(named("ukraine", 2)).isEqualTo(new NameVersion("The state", 1));
        assertThat(directory.at(2).named(ResourceKind.PLACE, "ukraine")).isEqualTo(new NameVersion("The land", 2));
    }

    @Test
    void a_structure_is_the_same_until_something_moves() {
        actor("a", 1, "A");
        actor("b", 2, "B", always("a"));
        assertThat(directory.at(2).sameStructureSince(ResourceKind.ACTOR, 1)).isTrue();

        actor("b", 6, "B");
        assertThat(directory.at(6).sameStructureSince(ResourceKind.ACTOR, 5)).isFalse();
        assertThat(directory.at(6).sameStructureSince(ResourceKind.ACTOR, 6)).isTrue();
        assertThat(directory.at(6).sameStructureSince(ResourceKind.PLACE, 0)).isTrue();
        assertThat(directory.at(5).sameStructureSince(ResourceKind.ACTOR, 2)).as("what moves later is not there yet").isTrue();
    }

    @Test
    void who_moved_and_came_back_has_moved() {
        actor("a", 1, "A");
        actor("b", 2, "B", always("a"));
        actor("b", 4, "B");
        actor("b", 6, "B", always("a"));
        assertThat(directory.hasMoved(ResourceKind.ACTOR, "b", 3, 6)).isTrue();
        assertThat(directory.hasMoved(ResourceKind.ACTOR, "b", 2, 3)).isFalse();
        assertThat(directory.hasMoved(ResourceKind.ACTOR, "b", 6, 9)).isFalse();
        assertThat(directory.hasMoved(ResourceKind.ACTOR, "b", 1, 6)).as("it was not there before").isFalse();
    }

    private void actor(String id, long revision, String name, Parent... parents) {
        directory.record(ResourceKind.ACTOR, id, revision, Optional.of(new DirectoryEntry(name, Arrays.asList(parents))));
    }

    private static Parent always(String id) {
        return new Parent(id, TimeRange.ALWAYS);
    }

    private static Parent during(String when, String id) {
        return new Parent(id, range(when));
    }

    private static TimeRange range(String when) {
        return Edtf.parse(when).range();
    }

    private NameVersion named(String id, long revision) {
        return directory.at(revision).named(ResourceKind.ACTOR, id);
    }

    private List<String> above(String id, long revision, String when) {
        return List.copyOf(directory.at(revision).above(ResourceKind.ACTOR, id, range(when)));
    }

    private List<String> below(String id, long revision) {
        return directory.at(revision).below(ResourceKind.ACTOR, id).stream().map(Below::id).toList();
    }
}
