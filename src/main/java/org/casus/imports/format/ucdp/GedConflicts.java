package org.casus.imports.format.ucdp;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.event.EventInput;
import org.casus.event.EventInput.RelationTo;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.format.TextLimits;
import org.casus.imports.table.Cells;
import org.casus.imports.table.DayOrder;
import org.casus.model.MaxLength;
import org.casus.model.RelationKind;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.code.Coding;
import org.casus.model.code.Scheme;
import org.casus.model.edtf.Edtf;

/** The conflicts and dyads of one UCDP GED file: events that contain the events of rows, and cover their time. */
final class GedConflicts {

    private final Map<String, Extent> extents = new HashMap<>();
    private final DayOrder order;

    GedConflicts(DayOrder order) {
        this.order = order;
    }

    /** Inspects a row before any row is read, to extend the time of its conflict and dyad. */
    void survey(Cells cells, List<String> days) {
        if (days.stream().allMatch(day -> order.isOpen(day) || order.any(day).isPresent())) {
            Stream.of(conflict(cells), dyad(cells)).flatMap(Optional::stream)
                    .forEach(id -> days.forEach(extents.computeIfAbsent(id, unknown -> new Extent())::add));
        }
    }

    /** Returns the conflict and the dyad that the event of a row is part of. */
    List<RelationTo> relations(Cells cells, Slug type, String violence, List<RequiredResource> needs) {
        Optional<String> conflict = conflict(cells);
        conflict.ifPresent(id -> needs.add(whole(id, cells.required("conflict_name"), "ucdp-conflict", type, violence, List.of())));
        Optional<String> dyad = dyad(cells);
        dyad.ifPresent(id -> needs.add(whole(id, cells.required("dyad_name"), "ucdp-dyad", type, violence, partOf(conflict))));
        return partOf(dyad.or(() -> conflict));
    }

    /**
     * Returns a conflict or a dyad as an event.
     *
     * @param tag the tag that tells it from events of rows
     */
    private RequiredResource whole(String id, String name, String tag, Slug type, String violence, List<RelationTo> relations) {
        Slug slug = new Slug(id);
        return new RequiredResource(ResourceKind.EVENT, slug, List.of(),
                new EventInput(slug, type, TextLimits.line(name, MaxLength.TITLE), null,
                extents.get(id).when(), null, null, List.of(), relations, List.of(), null,
                List.of(new Coding(Scheme.UCDP, violence)), List.of(tag), null), true);
    }

    private static List<RelationTo> partOf(Optional<String> whole) {
        return whole.map(id -> new RelationTo(RelationKind.PART_OF, new Slug(id))).stream().toList();
    }

    private static Optional<String> conflict(Cells cells) {
        return number(cells, "conflict_new_id").map(id -> GedLayout.ID + "conflict-" + id);
    }

    private static Optional<String> dyad(Cells cells) {
        return number(cells, "dyad_new_id").map(id -> GedLayout.ID + "dyad-" + id);
    }

    /** Returns the number of a conflict or a dyad; empty if the cell is -1, which stands for none. */
    private static Optional<String> number(Cells cells, String column) {
        Optional<String> number = cells.code(column).filter(text -> !text.equals("-1"));
        if (number.isPresent() && !GedLayout.NUMBER.matcher(number.get()).matches()) {
            throw cells.refusal(column, "is a number");
        }
        return number.map(digits -> Long.toString(Long.parseLong(digits)));
    }

    /** The time that the rows of a conflict or a dyad cover. */
    private final class Extent {

        private LocalDate from = LocalDate.MAX;
        private LocalDate to = LocalDate.MIN;
        private final Set<String> open = new HashSet<>();

        void add(String day) {
            if (order.isOpen(day)) {
                open.add(day);
            } else {
                order.any(day).ifPresent(this::add);
            }
        }

        private void add(LocalDate day) {
            from = day.isBefore(from) ? day : from;
            to = day.isAfter(to) ? day : to;
        }

        /**
         * Returns the time. It is called after the survey of all rows, which may have decided whether the day or the month comes first
         * in ambiguous dates; dates that are still ambiguous are ignored.
         */
        Edtf when() {
            open.forEach(day -> order.any(day).ifPresent(this::add));
            open.clear();
            return GedLayout.span(from, to);
        }
    }
}
