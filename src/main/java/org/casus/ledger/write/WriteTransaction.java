package org.casus.ledger.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.casus.http.Precondition;
import org.casus.http.json.CleanText;
import org.casus.http.json.ValidationErrors;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.http.problem.ValidationError;
import org.casus.ledger.Author;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.Operation;
import org.casus.ledger.SupersededState;
import org.casus.ledger.VersionedEntity;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.View;

/**
 * The changes of one transaction. Each method flushes its change, so that the database checks the constraints. At the end all changes
 * are numbered in their order, while the ledger head is locked.
 */
public final class WriteTransaction {

    private static final int REFERRERS_SHOWN = 20;

    private final EntityManager entities;
    private final ReferrerFinder referrerFinder;
    private final InputReader reader;
    private final LedgerClock clock;
    private final SlugMaker slugs;
    private boolean deletes;
    private final List<Pending> pending = new ArrayList<>();

    WriteTransaction(EntityManager entities, ReferrerFinder referrerFinder, InputReader reader, LedgerClock clock, SlugMaker slugs) {
        this.entities = entities;
        this.referrerFinder = referrerFinder;
        this.reader = reader;
        this.clock = clock;
        this.slugs = slugs;
    }

    /**
     * A change that has no revision number yet.
     *
     * @param row the ledger rows; null if nothing changed
     * @param settle runs the checks during which no other writer may commit
     * @param numbered sets the revision number and returns the result
     */
    private record Pending(RevisionRow row, Runnable settle, LongFunction<WriteResult> numbered) {
    }

    /** Creates a resource with the id that the body contains, or else with an id made from its title. */
    public <E extends VersionedEntity, I, V extends View> void create(ResourceType<E, I, V> type, ObjectNode body) {
        ValidationErrors errors = new ValidationErrors();
        I input = reader.read(new WriteRequest.Replace(body), Optional.empty(), type.input(), errors);
        errors.throwIfAny();
        JsonNode id = body.get("id");
        Slug slug = id == null || id.isNull()
                ? slugs.free(type, type.titleOf(input))
                : new Slug(id.textValue());
        if (find(type, slug, LockModeType.NONE).isPresent()) {
            throw taken(type.name().token() + " '" + slug + "' exists already; change it with PUT or PATCH");
        }
        if (SupersededState.lastOf(type.name(), slug.value()).isPresent()) {
            throw taken(type.name().token() + " '" + slug + "' was deleted; PUT creates it again");
        }
        insert(type, slug, input);
    }

    private static Problem taken(String detail) {
        return new Problem(ProblemType.CONFLICT, detail, List.of(ValidationError.at("/id", ErrorCode.TAKEN, detail)));
    }

    /** Creates or replaces a resource. */
    public <E extends VersionedEntity, I, V extends View> void put(ResourceType<E, I, V> type, Slug id, ObjectNode body,
            Precondition precondition) {
        Optional<E> entity = find(type, id, LockModeType.PESSIMISTIC_WRITE);
        precondition.check(revisionOf(entity));
        checkId(id, body);
        if (entity.isPresent()) {
            update(type, entity.get(), new WriteRequest.Replace(body));
            return;
        }
        ValidationErrors errors = new ValidationErrors();
        I input = reader.read(new WriteRequest.Replace(body), Optional.empty(), type.input(), errors);
        errors.throwIfAny();
        insert(type, id, input);
    }

    /** Applies a merge patch to an existing resource. */
    public <E extends VersionedEntity, I, V extends View> void patch(ResourceType<E, I, V> type, Slug id, ObjectNode patch,
            Precondition precondition) {
        E entity = existing(type, id);
        precondition.check(OptionalLong.of(entity.revision));
        checkId(id, patch);
        update(type, entity, new WriteRequest.Merge(patch));
    }

    /**
     * Deletes an existing resource to which no other resource refers. A deletion must be the only change of its transaction, which
     * {@link #number} checks.
     */
    public <E extends VersionedEntity, I, V extends View> void delete(ResourceType<E, I, V> type, Slug id,
            Precondition precondition) {
        E entity = existing(type, id);
        precondition.check(OptionalLong.of(entity.revision));
        refuseReferrers(type, entity);
        V before = type.viewOf(entity);
        RevisionRow row = RevisionRow.of(type, Operation.DELETE, id.value(), before);
        entities.remove(entity);
        entities.flush();
        deletes = true;
        pending.add(new Pending(row, () -> { }, WriteResult.Deleted::new));
    }

    private <E extends VersionedEntity> void refuseReferrers(ResourceType<E, ?, ?> type, E entity) {
        List<ValidationError> referring = referrerFinder.of(entity, type.entity(), REFERRERS_SHOWN).stream()
                .map(by -> ValidationError.of(ErrorCode.REFERRED, "/" + by.kind().collection() + "/" + by.id() + " refers to it"))
                .toList();
        if (!referring.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, type.name().token() + " '" + entity.slug
                    + "' cannot be deleted while others refer to it; change or delete them first", referring);
        }
    }

    private <E extends VersionedEntity, I, V extends View> void insert(ResourceType<E, I, V> type, Slug id, I input) {
        E entity = type.blank();
        entity.slug = id.value();
        ValidationErrors errors = new ValidationErrors();
        type.change(entity, input, new ReferenceResolver(entities, errors));
        errors.throwIfAny();
        // provisional: the recorded time is set with the revision number
        entity.createdAt = clock.now();
        entity.updatedAt = entity.createdAt;
        entities.persist(entity);
        entities.flush();
        RevisionRow row = RevisionRow.of(type, Operation.CREATE, id.value(), null);
        row.into(type.datasetOf(type.viewOf(entity)));
        // a new resource has no descendants, so it cannot close a cycle
        pending.add(new Pending(row, () -> { }, number -> {
            entity.revision = number;
            entity.createdAt = row.revision().recordedAt;
            entity.updatedAt = entity.createdAt;
            return new WriteResult.Created(id, type.viewOf(entity));
        }));
    }

    private <E extends VersionedEntity, I, V extends View> void update(ResourceType<E, I, V> type, E entity, WriteRequest writeRequest) {
        V before = type.viewOf(entity);
        ValidationErrors errors = new ValidationErrors();
        I input = reader.read(writeRequest, Optional.of(before), type.input(), errors);
        errors.throwIfAny();
        type.change(entity, input, new ReferenceResolver(entities, errors));
        errors.throwIfAny();
        V after = type.viewOf(entity);
        if (after.equals(before)) {
            entities.detach(entity);
            pending.add(new Pending(null, () -> { }, number -> new WriteResult.Unchanged(before)));
            return;
        }
        entities.flush();
        RevisionRow row = RevisionRow.of(type, Operation.UPDATE, entity.slug, before);
        row.into(type.datasetOf(after));
        boolean moved = !type.parentsOf(after).equals(type.parentsOf(before));
        pending.add(new Pending(row, moved ? () -> type.refuseCycles(entity) : () -> { }, number -> {
            entity.revision = number;
            entity.updatedAt = row.revision().recordedAt;
            return new WriteResult.Updated(type.viewOf(entity));
        }));
    }

    /** Numbers the changes and inserts their revisions. The ledger head is locked from here until the commit. */
    List<WriteResult> number(Author author, String reason) {
        if (deletes && pending.size() > 1) {
            throw new IllegalStateException("a deletion is written alone");
        }
        List<RevisionRow> rows = new ArrayList<>();
        LedgerHead head = pending.stream().anyMatch(p -> p.row != null) ? LedgerHead.lock() : null;
        List<WriteResult> written = new ArrayList<>();
        for (Pending change : pending) {
            if (change.row == null) {
                written.add(change.numbered.apply(0));
                continue;
            }
            change.settle.run();
            change.row.number(head, clock, author, reason);
            rows.add(change.row);
            written.add(change.numbered.apply(change.row.revision().number));
        }
        entities.flush();
        RevisionRow.insert(rows, entities);
        return written;
    }

    private static <E extends VersionedEntity> Optional<E> find(ResourceType<E, ?, ?> type, Slug id, LockModeType lock) {
        return VersionedEntity.findBySlug(type.entity(), id.value(), lock);
    }

    private <E extends VersionedEntity> E existing(ResourceType<E, ?, ?> type, Slug id) {
        return find(type, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(type.name(), id));
    }

    private static Problem missing(ResourceKind kind, Slug id) {
        return SupersededState.lastOf(kind, id.value())
                .map(last -> new Problem(ProblemType.GONE, kind.token() + " '" + id + "' was deleted at revision "
                        + last.number + "; PUT creates it again"))
                .orElseGet(() -> Problem.notFound("there is no " + kind.token() + " '" + id + "'"));
    }

    private static OptionalLong revisionOf(Optional<? extends VersionedEntity> entity) {
        return entity.isPresent() ? OptionalLong.of(entity.get().revision) : OptionalLong.empty();
    }

    private static void checkId(Slug id, ObjectNode body) {
        JsonNode sent = body.get("id");
        if (sent != null && !id.value().equals(sent.textValue())) {
            throw Problem.body(List.of(ValidationError.at("/id", ErrorCode.READ_ONLY, "the id is '" + id
                    + "', as the path says, and never changes; '" + CleanText.shown(sent.asText()) + "' was sent")));
        }
    }
}
