package org.casus.index.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.casus.query.Template;
import org.casus.query.Template.AsOfSlot;
import org.casus.query.Template.NameSlot;
import org.casus.query.Template.Slot;
import org.casus.vocabulary.ResourceKind;

/** Templates as one binary value: the slots, then the JSON as it is. */
final class TemplateCodec {

    private static final int AS_OF = 0;
    private static final int AS_OF_WITH_QUERY = 1;
    /** Names of kind k are tagged with this plus k's ordinal. */
    private static final int NAME = 2;

    private TemplateCodec() {
    }

    static BytesRef encode(Template template) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(template.json().length + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(template.slots().size());
            for (Slot slot : template.slots()) {
                out.writeInt(slot.offset());
                if (slot instanceof NameSlot name) {
                    out.writeByte(NAME + name.kind().ordinal());
                    out.writeUTF(name.id());
                } else if (slot instanceof AsOfSlot asOf) {
                    out.writeByte(asOf.hasQuery() ? AS_OF_WITH_QUERY : AS_OF);
                }
            }
            out.write(template.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    static Template decode(BytesRef value) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(value.bytes, value.offset, value.length);
        try (DataInputStream in = new DataInputStream(bytes)) {
            int count = in.readUnsignedShort();
            List<Slot> slots = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int offset = in.readInt();
                int tag = in.readUnsignedByte();
                slots.add(tag >= NAME
                        ? new NameSlot(offset, KINDS[tag - NAME], in.readUTF())
                        : new AsOfSlot(offset, tag == AS_OF_WITH_QUERY));
            }
            return new Template(bytes.readAllBytes(), slots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final ResourceKind[] KINDS = ResourceKind.values();
}
