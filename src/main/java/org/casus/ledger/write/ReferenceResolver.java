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
 * Finds the entities to which an input refers. A reference to a resource that does not exist is an error, which is noted with its JSON
 * Pointer and the nearest id that exists. If another transaction deletes a referenced entity concurrently, a foreign key makes one of
 * the two transactions fail.
 */
public final class ReferenceResolver {

    /** The maximum number of ids that are searched for the nearest one. */
    private static final int CANDIDATES = 5000;
    /** The number of broken references of an input that get a hint. */
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

    /** Returns the entity with that id, or null if the id is null. If no such entity exists, notes an error and returns null. */
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

    /** Notes a rule that the input violates. */
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
