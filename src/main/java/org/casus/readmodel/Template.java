package org.casus.readmodel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casus.model.ResourceKind;

/**
 * A resource as stored JSON with the places where something goes that is only known when an answer is written: the
 * names of what it refers to, and in its links the path of the service and {@code asOf}. One run of bytes, so that it can
 * be stored and copied as it is, and filled without being taken apart.
 *
 * <p>The bytes: how many names and how many links (two bytes each), where the JSON begins (four), the revision
 * (eight), the length of the id (one) and the id; for each name its offset in the JSON (four), the kind (one), the
 * length of the id (one) and the id; for each link the offset of its end (four), its length (two) and how {@code asOf} is
 * said in it (one); the JSON.
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

    /** Something to be filled in at a byte of the JSON. */
    public sealed interface Slot {
        int offset();
    }

    /** The name of an entry of the directory, as a JSON string. */
    public record NameSlot(int offset, ResourceKind kind, String id) implements Slot {
    }

    /**
     * A link, which may begin with the path of the service and end with {@code asOf}.
     *
     * @param offset where it ends
     */
    public record LinkSlot(int offset, int length, AsOfForm asOf) implements Slot {
    }

    /** How a link says {@code asOf}: as its first parameter, as a further one, or not at all. */
    public enum AsOfForm {
        FIRST, FURTHER, NONE
    }

    /** Takes what a template holds, in the order in which it is written. */
    public interface Filler {

        /** A stretch of JSON as it is. */
        void json(byte[] bytes, int from, int length);

        void name(ResourceKind kind, String id);

        /** The beginning of a link. */
        void path();

        /** The end of a link. */
        void asOf(AsOfForm form);
    }

    /**
     * @param id the resource's
     * @param revision at which this state of it began
     * @param slots in the order of their offsets
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

    /** A template from the bytes of another, which it keeps. */
    public static Template unpack(byte[] packed) {
        return new Template(packed);
    }

    /** The bytes, not to be changed. */
    public byte[] packed() {
        return packed;
    }

    public String id() {
        return id(ID);
    }

    /** The revision at which this state began. */
    public long revision() {
        return (long) int32(REVISION) << 32 | int32(REVISION + 4) & 0xffffffffL;
    }

    /** How many bytes it takes, a little more than its JSON with nothing filled in. */
    public int length() {
        return packed.length;
    }

    /** Hands everything over with names to be filled in, and links as they are. */
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
     * Hands everything over, the ends of links too.
     *
     * @param paths whether links begin with something, so that their beginnings are handed over as well
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

    /** Hands a name over; returns where the next slot is. */
    private int name(int slot, Filler filler) {
        filler.name(KINDS[packed[slot + 4]], id(slot + NAME_HEAD - 1));
        return slot + NAME_HEAD + (packed[slot + NAME_HEAD - 1] & 0xff);
    }

    /** ids are ASCII, and this is the quick way to make a string of that. */
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
