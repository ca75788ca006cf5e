package org.casus.readmodel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casus.model.ResourceKind;

/**
 * The stored JSON of a resource, with slots for what is only known when a response is written: the names of the resources
 * that it refers to and, in its links, the path of the service and {@code asOf}. It is a single byte array, so that it can be
 * stored and copied unchanged and filled in without parsing.
 *
 * <p>The layout in bytes: the number of names and the number of links (two each), the start of the JSON (four), the
 * revision (eight), the length of the id (one) and the id; for each name its offset in the JSON (four), the resource type
 * (one), the length of the id (one) and the id; for each link the offset of its end (four), its length (two) and the form of
 * its {@code asOf} (one); then the JSON.
 */
public final class Template {

    private static final ResourceKind[] KINDS = ResourceKind.values();
    private static final int REVISION = 8;
    private static final int ID = 16;
    private static final int NAME_HEAD = 6;
    private static final int LINK = 7;
    private static final AsOfForm[] FORMS = AsOfForm.values();

    private final byte[] packed;

    private Template(byte[] packed) {
        this.packed = packed;
    }

    /** A value to be filled in at a byte offset of the JSON. */
    public sealed interface Slot {
        int offset();
    }

    /** The slot for the name of a directory entry, as a JSON string. */
    public record NameSlot(int offset, ResourceKind kind, String id) implements Slot {
    }

    /**
     * The slots of a link, which may begin with the path of the service and end with {@code asOf}.
     *
     * @param offset the end of the link
     */
    public record LinkSlot(int offset, int length, AsOfForm asOf) implements Slot {
    }

    /** The form of {@code asOf} in a link: its first parameter, a further one, or none. */
    public enum AsOfForm {
        FIRST, FURTHER, NONE
    }

    /** Receives the parts of a template in the order in which they are written. */
    public interface Filler {

        /** Receives a section of JSON to be copied unchanged. */
        void json(byte[] bytes, int from, int length);

        /** Receives the slot for the name of a resource. */
        void name(ResourceKind kind, String id);

        /** Marks the beginning of a link. */
        void path();

        /** Marks the end of a link. */
        void asOf(AsOfForm form);
    }

    /**
     * Creates a template.
     *
     * @param id the id of the resource
     * @param revision the revision at which this state of it began
     * @param slots the slots in the order of their offsets
     */
    public static Template of(String id, long revision, byte[] json, List<Slot> slots) {
        List<NameSlot> names = only(NameSlot.class, slots);
        List<LinkSlot> links = only(LinkSlot.class, slots);
        int start = ID + 1 + id.length() + LINK * links.size()
                + names.stream().mapToInt(name -> NAME_HEAD + name.id().length()).sum();
        ByteBuffer packed = ByteBuffer.allocate(start + json.length);
        packed.putShort((short) names.size()).putShort((short) links.size()).putInt(start).putLong(revision);
        put(id, packed);
        for (NameSlot name : names) {
            put(name.id(), packed.putInt(name.offset()).put((byte) name.kind().ordinal()));
        }
        for (LinkSlot link : links) {
            packed.putInt(link.offset()).putShort((short) link.length()).put((byte) link.asOf().ordinal());
        }
        return new Template(packed.put(json).array());
    }

    private static void put(String id, ByteBuffer packed) {
        packed.put((byte) id.length()).put(id.getBytes(StandardCharsets.US_ASCII));
    }

    private static <S extends Slot> List<S> only(Class<S> form, List<Slot> slots) {
        return slots.stream().filter(form::isInstance).map(form::cast).toList();
    }

    /** Creates a template from the packed bytes of another. The array is not copied. */
    public static Template unpack(byte[] packed) {
        return new Template(packed);
    }

    /** Returns the packed bytes, which must not be modified. */
    public byte[] packed() {
        return packed;
    }

    public String id() {
        return id(ID);
    }

    /** Returns the revision at which this state began. */
    public long revision() {
        return (long) int32(REVISION) << 32 | int32(REVISION + 4) & 0xffffffffL;
    }

    /** Returns the size of the template in bytes, which is a little more than its JSON with nothing filled in. */
    public int length() {
        return packed.length;
    }

    /** Passes the template to a filler, with slots for names but with unchanged links. */
    public void write(Filler filler) {
        int start = int32(4);
        int from = start;
        int slot = firstName();
        for (int left = int16(0); left > 0; left--) {
            int at = start + int32(slot);
            filler.json(packed, from, at - from);
            from = at;
            slot = name(slot, filler);
        }
        filler.json(packed, from, packed.length - from);
    }

    /**
     * Passes the template to a filler, with slots for names and at the ends of links.
     *
     * @param paths whether links get a path, so that their beginnings are passed as well
     */
    public void writeWithLinks(Filler filler, boolean paths) {
        int start = int32(4);
        int from = start;
        int names = int16(0);
        int links = int16(2);
        int name = firstName();
        int link = start - LINK * links;
        while (names > 0 || links > 0) {
            if (links == 0 || names > 0 && int32(name) < int32(link)) {
                int at = start + int32(name);
                filler.json(packed, from, at - from);
                from = at;
                name = name(name, filler);
                names--;
            } else {
                int end = start + int32(link);
                int begin = paths ? end - int16(link + 4) : from;
                if (paths) {
                    filler.json(packed, from, begin - from);
                    filler.path();
                }
                filler.json(packed, begin, end - begin);
                filler.asOf(FORMS[packed[link + 6]]);
                from = end;
                link += LINK;
                links--;
            }
        }
        filler.json(packed, from, packed.length - from);
    }

    private int firstName() {
        return ID + 1 + (packed[ID] & 0xff);
    }

    /** Passes a name to the filler and returns the position of the next slot. */
    private int name(int slot, Filler filler) {
        filler.name(KINDS[packed[slot + 4]], id(slot + NAME_HEAD - 1));
        return slot + NAME_HEAD + (packed[slot + NAME_HEAD - 1] & 0xff);
    }

    /** Returns the id at a position. Ids are ASCII, for which the deprecated constructor is fast. */
    @SuppressWarnings("deprecation")
    private String id(int at) {
        return new String(packed, 0, at + 1, packed[at] & 0xff);
    }

    private int int16(int at) {
        return (packed[at] & 0xff) << 8 | packed[at + 1] & 0xff;
    }

    private int int32(int at) {
        return int16(at) << 16 | int16(at + 2);
    }
}
