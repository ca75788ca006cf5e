package org.casus.imports.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.casus.event.EventInput;

/** Merges the corrections that editors made to an event since it was loaded with the changes of the file, member by member. */
final class EditorCorrections {

    private static final JsonMapper MAPPER = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();
    private static final RecordComponent[] MEMBERS = EventInput.class.getRecordComponents();

    private EditorCorrections() {
    }

    /**
     * The merged content of an event.
     *
     * @param overwritten members that an editor had changed and to which the file now gives another value
     */
    record Merged(EventInput event, List<String> overwritten) {
    }

    /** Writes the content of an event as JSON, for {@link #read}. */
    static String write(EventInput event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    static EventInput read(String event) {
        try {
            return MAPPER.readValue(event, EventInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was written cannot be read", e);
        }
    }

    /** Returns the names of the members in which the two contents differ. */
    static List<String> changed(EventInput before, EventInput after) {
        List<String> changed = new ArrayList<>();
        for (RecordComponent member : MEMBERS) {
            if (!Objects.equals(of(before, member), of(after, member))) {
                changed.add(member.getName());
            }
        }
        return changed;
    }

    /**
     * Merges three contents of one event. A member gets the value of the file if the file changed it since the last load; otherwise
     * it keeps its present value.
     *
     * @param loaded the content that the file gave at the last load
     * @param present the current content
     * @param fresh the content that the file gives now
     */
    static Merged merge(EventInput loaded, EventInput present, EventInput fresh) {
        Object[] merged = new Object[MEMBERS.length];
        List<String> overwritten = new ArrayList<>();
        for (int i = 0; i < MEMBERS.length; i++) {
            Object was = of(loaded, MEMBERS[i]);
            Object is = of(present, MEMBERS[i]);
            Object comes = of(fresh, MEMBERS[i]);
            boolean touched = !Objects.equals(was, comes);
            merged[i] = touched ? comes : is;
            if (touched && !Objects.equals(is, was) && !Objects.equals(is, comes)) {
                overwritten.add(MEMBERS[i].getName());
            }
        }
        return new Merged(made(merged), overwritten);
    }

    /** A state of an event, and whether an import wrote it. */
    record State(EventInput event, boolean byFile) {
    }

    /**
     * Returns the content that files gave last: each member has the value to which a file last changed it. Had a later file contained
     * another value, it would have changed the member again after an editor did.
     *
     * @param states the states of one event, oldest first
     */
    static EventInput said(List<State> states) {
        EventInput before = states.get(0).event();
        Object[] said = Arrays.stream(MEMBERS).map(member -> of(states.get(0).event(), member)).toArray();
        for (State state : states) {
            for (int i = 0; i < MEMBERS.length; i++) {
                Object is = of(state.event(), MEMBERS[i]);
                said[i] = state.byFile() && !Objects.equals(is, of(before, MEMBERS[i])) ? is : said[i];
            }
            before = state.event();
        }
        return made(said);
    }

    /** Returns the fresh content, with the present values of the given members, for which the file has no columns. */
    static EventInput keeping(Set<String> members, EventInput present, EventInput fresh) {
        return made(Arrays.stream(MEMBERS)
                .map(member -> of(members.contains(member.getName()) ? present : fresh, member)).toArray());
    }

    /** Returns the value of a member as a receipt shows it. */
    static String shown(EventInput event, String member) {
        Object value = Arrays.stream(MEMBERS).filter(one -> one.getName().equals(member)).findFirst()
                .map(one -> of(event, one)).orElse(null);
        return value == null ? "" : value instanceof String text ? text : MAPPER.valueToTree(value).toString();
    }

    private static Object of(EventInput event, RecordComponent member) {
        try {
            return member.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a member of an event cannot be read", e);
        }
    }

    private static EventInput made(Object[] members) {
        try {
            return EventInput.class.getDeclaredConstructor(
                    Arrays.stream(MEMBERS).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(members);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event cannot be put together", e);
        }
    }
}
