package org.casus.load;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.casus.event.EventInput;

/** What editors changed since an event was loaded, against what the file changes now, member by member. */
final class Edits {

    private Edits() {
    }

    /**
     * The event as it should be now.
     *
     * @param overwritten members that an editor had changed and that the file changes otherwise
     */
    record Merged(EventInput event, List<String> overwritten) {
    }

    /**
     * Takes of each member what the file says where that differs from what it said before, and else what stands.
     *
     * @param loaded as it was made of the file before
     * @param present as it stands
     * @param fresh as the file says now
     */
    static Merged merge(EventInput loaded, EventInput present, EventInput fresh) {
        RecordComponent[] members = EventInput.class.getRecordComponents();
        Object[] merged = new Object[members.length];
        List<String> overwritten = new ArrayList<>();
        try {
            for (int i = 0; i < members.length; i++) {
                Object was = members[i].getAccessor().invoke(loaded);
                Object is = members[i].getAccessor().invoke(present);
                Object comes = members[i].getAccessor().invoke(fresh);
                boolean touched = !Objects.equals(was, comes);
                merged[i] = touched ? comes : is;
                if (touched && !Objects.equals(is, was) && !Objects.equals(is, comes)) {
                    overwritten.add(members[i].getName());
                }
            }
            Class<?>[] types = Arrays.stream(members).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new Merged(EventInput.class.getDeclaredConstructor(types).newInstance(merged), overwritten);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event cannot be put together", e);
        }
    }
}
