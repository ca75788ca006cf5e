package org.casus.ledger;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private final Function<Class<? extends Recorded>, Map<String, Recorded>> known;

    References(EntityManager entities, Findings findings) {
        this(entities, findings, type -> new HashMap<>());
    }

    /** @param known by type and id, what need not be asked of the database; what is found is put there */
    References(EntityManager entities, Findings findings, Function<Class<? extends Recorded>, Map<String, Recorded>> known) {
        this.entities = entities;
        this.findings = findings;
        this.known = known;
    }

    /** The entity with that id; null if the id is null or, noted, if there is none. */
    public <E extends Recorded> E find(Class<E> type, ResourceKind kind, Slug id, String pointer) {
        if (id == null) {
            return null;
        }
        Recorded there = known.apply(type).get(id.value());
        if (there != null) {
            return type.cast(there);
        }
        List<E> found = entities.createQuery("from " + type.getSimpleName() + " where slug = ?1", type)
                .setParameter(1, id.value())
                .getResultList();
        if (found.isEmpty()) {
            findings.add(pointer, ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + kind.token() + " '" + id + "'" + Nearest.hint(id.value(), ids(type)));
            return null;
        }
        known.apply(type).put(id.value(), found.get(0));
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
