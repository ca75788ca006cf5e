package org.casus.ledger;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.casus.http.json.Findings;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Nearest;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/**
 * Finds what an input refers to; what is not there is noted with its place and the nearest that is. What is found stays
 * until the transaction has ended.
 */
public final class References {

    private static final int CANDIDATES = 5000;

    private final EntityManager entities;
    private final Findings findings;
    private final Referred referred;
    private final Memory memory;

    References(EntityManager entities, Findings findings, Referred referred) {
        this(entities, findings, referred, new Memory() { });
    }

    References(EntityManager entities, Findings findings, Referred referred, Memory memory) {
        this.entities = entities;
        this.findings = findings;
        this.referred = referred;
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
        referred.add(kind, id.value());
        Optional<Recorded> there = memory.recall(type, id.value());
        if (there.isPresent()) {
            return type.cast(there.get());
        }
        List<E> found = entities.createQuery("from " + type.getSimpleName() + " where slug = ?1", type)
                .setParameter(1, id.value())
                .getResultList();
        if (found.isEmpty()) {
            findings.add(pointer, ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + kind.token() + " '" + id + "'" + Nearest.hint(id.value(), ids(type)));
            return null;
        }
        memory.keep(type, found.get(0));
        return found.get(0);
    }

    /** The id of what is there; null if the id is null or, noted, if there is none. */
    public <E extends Recorded> String id(Class<E> type, ResourceKind kind, Slug id, String pointer) {
        E found = find(type, kind, id, pointer);
        return found == null ? null : found.slug;
    }

    /** Notes a rule that the input breaks. */
    public void note(String pointer, ErrorCode code, String detail) {
        findings.add(pointer, code, detail);
    }

    private List<String> ids(Class<? extends Recorded> type) {
        return entities.createQuery("select slug from " + type.getSimpleName(), String.class)
                .setMaxResults(CANDIDATES)
                .getResultList();
    }
}
