package org.casus.ledger;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.http.json.Findings;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Nearest;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/**
 * Finds what an input refers to; what is not there is noted with its place and the nearest that is. What is found
 * is looked at again before the transaction commits: {@link FoundReferences}.
 */
public final class References {

    private static final int CANDIDATES = 5000;
    /** Who refers to many that are not there sees from the first few what is wrong. */
    private static final int HINTS = 5;

    private final EntityManager entities;
    private final Findings findings;
    private final FoundReferences found;
    private final Memory memory;
    private final Map<Class<? extends Recorded>, List<String>> candidates = new HashMap<>();
    private int hints;

    References(EntityManager entities, Findings findings, FoundReferences found) {
        this(entities, findings, found, new Memory() { });
    }

    References(EntityManager entities, Findings findings, FoundReferences found, Memory memory) {
        this.entities = entities;
        this.findings = findings;
        this.found = found;
        this.memory = memory;
    }

    /** What need not be asked of the database again. */
    interface Memory {

        default Optional<Recorded> recall(Class<? extends Recorded> type, String id) {
            return Optional.empty();
        }

        default void keep(Class<? extends Recorded> type, Recorded found) {
        }
    }

    /** The entity with that id; null if the id is null or, noted, if there is none. */
    public <E extends Recorded> E find(Class<E> type, ResourceKind kind, Slug id, String pointer) {
        if (id == null) {
            return null;
        }
        found.add(kind, id.value());
        Optional<Recorded> recalled = memory.recall(type, id.value());
        if (recalled.isPresent()) {
            return type.cast(recalled.get());
        }
        List<E> there = entities.createQuery("from " + type.getSimpleName() + " where slug = ?1", type)
                .setParameter(1, id.value())
                .getResultList();
        if (there.isEmpty()) {
            findings.add(pointer, ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + kind.token() + " '" + id + "'" + hint(type, id));
            return null;
        }
        memory.keep(type, there.get(0));
        return there.get(0);
    }

    /** The id of what is there; null if the id is null or, noted, if there is none. */
    public <E extends Recorded> String id(Class<E> type, ResourceKind kind, Slug id, String pointer) {
        E there = find(type, kind, id, pointer);
        return there == null ? null : there.slug;
    }

    /** Notes a rule that the input breaks. */
    public void note(String pointer, ErrorCode code, String detail) {
        findings.add(pointer, code, detail);
    }

    private String hint(Class<? extends Recorded> type, Slug id) {
        return hints++ < HINTS ? Nearest.hint(id.value(), candidates.computeIfAbsent(type, this::ids)) : "";
    }

    private List<String> ids(Class<? extends Recorded> type) {
        return entities.createQuery("select slug from " + type.getSimpleName(), String.class)
                .setMaxResults(CANDIDATES)
                .getResultList();
    }
}
