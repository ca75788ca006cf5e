package org.casus.query;

import java.util.List;
import org.casus.vocabulary.ResourceKind;

/**
 * A resource as stored JSON with the places where something goes that is only known when an answer is written: the
 * names of what it refers to, and {@code asOf} in its links. Slots stand in the order of their offsets.
 */
public record Template(byte[] json, List<Slot> slots) {

    /** Something to be filled in at a byte of the JSON. */
    public sealed interface Slot {
        int offset();
    }

    /** The name of an entry of the directory, as a JSON string. */
    public record NameSlot(int offset, ResourceKind kind, String id) implements Slot {
    }

    /** The end of a path, where {@code ?asOf=…} goes; {@code &asOf=…} where it has a query already. */
    public record AsOfSlot(int offset, boolean hasQuery) implements Slot {
    }
}
