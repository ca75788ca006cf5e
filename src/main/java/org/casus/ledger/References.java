package org.casus.ledger;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.casus.http.json.Findings;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Nearest;
import org.casus.vocabulary.ResourceKind;
import org.casus.vocabulary.Slug;

/** Finds what an input refers to; what is not there is noted with its place and the nearest that is. */
public final class References {

    private static final int CANDIDATES = 5000;

    private final EntityManager entities;
    private final Findings findings;

    References(EntityManager entities, Findings findings) {
        this.entities = entities;
        this.findings = findings;
    }

    /** The entity with that id; null if the id is null or, noted, if there is none. */
    public <E extends Recorded> E find(Class<E> type, ResourceKind kind, Slug id, String pointer) {
        if (id == null) {
            return null;
        }
        List<E> found = entities.createQuery("from " + type.getSimpleName() + " where slug = ?1", type)
                .setParameter(1, id.value())
                .getResultList();
        if (found.isEmpty()) {
            findings.add(pointer, ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + kind.token() + " '" + id + "'" + Nearest.hint(id.value(), ids(type)));
            return null;
        }
        return found.get(0);
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
