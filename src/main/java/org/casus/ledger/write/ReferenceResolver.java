package org.casus.ledger.write;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.http.json.ValidationErrors;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.ledger.VersionedEntity;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;

/**
 * Finds the entities that an input refers to. A reference that nothing answers to is noted, with its place in the input and
 * the nearest id that exists. Should another transaction delete what was found, the foreign keys refuse one of the two.
 */
public final class ReferenceResolver {

    private static final int CANDIDATES = 5000;
    /** An input with many broken references gets hints for the first few of them. */
    private static final int HINTS = 5;

    private final EntityManager entities;
    private final ValidationErrors errors;
    private final Memory memory;
    private final Map<Class<? extends VersionedEntity>, List<String>> candidates = new HashMap<>();
    private int hints;

    ReferenceResolver(EntityManager entities, ValidationErrors errors) {
        this(entities, errors, new Memory() { });
    }

    ReferenceResolver(EntityManager entities, ValidationErrors errors, Memory memory) {
        this.entities = entities;
        this.errors = errors;
        this.memory = memory;
    }

    /** A cache of entities that need not be queried again. */
    interface Memory {

        default Optional<VersionedEntity> recall(Class<? extends VersionedEntity> type, String id) {
            return Optional.empty();
        }

        default void keep(Class<? extends VersionedEntity> type, VersionedEntity found) {
        }
    }

    /** The entity with that id; null if the id is null or, noted, if there is none. */
    public <E extends VersionedEntity> E find(Class<E> type, ResourceKind kind, Slug id, String pointer) {
        if (id == null) {
            return null;
        }
        Optional<VersionedEntity> recalled = memory.recall(type, id.value());
        if (recalled.isPresent()) {
            return type.cast(recalled.get());
        }
        Optional<E> there = VersionedEntity.findBySlug(type, id.value(), LockModeType.NONE);
        if (there.isEmpty()) {
            errors.add(pointer, ErrorCode.UNKNOWN_REFERENCE,
                    "there is no " + kind.token() + " '" + id + "'" + hint(type, id));
            return null;
        }
        memory.keep(type, there.get());
        return there.get();
    }

    /** Notes a rule that the input breaks. */
    public void note(String pointer, ErrorCode code, String detail) {
        errors.add(pointer, code, detail);
    }

    private String hint(Class<? extends VersionedEntity> type, Slug id) {
        return hints++ < HINTS ? NearestMatch.hint(id.value(), candidates.computeIfAbsent(type, this::ids)) : "";
    }

    private List<String> ids(Class<? extends VersionedEntity> type) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<String> slugs = builder.createQuery(String.class);
        slugs.select(slugs.from(type).get("slug"));
        return entities.createQuery(slugs).setMaxResults(CANDIDATES).getResultList();
    }
}
