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
import org.casus.ledger.Ending;
import org.casus.ledger.Head;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.Operation;
import org.casus.ledger.Recorded;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.model.View;

/**
 * The changes of one transaction. Each method flushes what it did, so that the database has checked it; numbers are
 * given at the end, under the lock of the head, to all of them in their order.
 */
public final class Batch {

    private static final int REFERRERS_SHOWN = 20;

    private final EntityManager entities;
    private final Referrers referrers;
    private final InputReader reader;
    private final LedgerClock clock;
    private final SlugMaker slugs;
    private boolean deletes;
    private final List<Pending> pending = new ArrayList<>();

    Batch(EntityManager entities, Referrers referrers, InputReader reader, LedgerClock clock, SlugMaker slugs) {
        this.entities = entities;
        this.referrers = referrers;
        this.reader = reader;
        this.clock = clock;
        this.slugs = slugs;
    }

    /**
     * A change that waits for its number.
     *
     * @param settle checks that need all other writers to stand still
     */
    private record Pending(Row row, Runnable settle, LongFunction<Written> numbered) {
    }

    /** Creates a resource under the id that the body names, or under one made of its title. */
    public <E extends Recorded, I, V extends View> void create(Kind<E, I, V> kind, ObjectNode body) {
        ValidationErrors errors = new ValidationErrors();
        I input = reader.read(new Intent.Replace(body), Optional.empty(), kind.input(), errors);
        errors.throwIfAny();
        JsonNode id = body.get("id");
        Slug slug = id == null || id.isNull()
                ? slugs.free(kind, kind.titleOf(input))
                : new Slug(id.textValue());
        if (find(kind, slug, LockModeType.NONE).isPresent()) {
            throw taken(kind.name().token() + " '" + slug + "' exists already; change it with PUT or PATCH");
        }
        if (Ending.lastOf(kind.name(), slug.value()).isPresent()) {
            throw taken(kind.name().token() + " '" + slug + "' was deleted; PUT creates it again");
        }
        insert(kind, slug, input);
    }

    private static Problem taken(String detail) {
        return new Problem(ProblemType.CONFLICT, detail, List.of(ValidationError.at("/id", ErrorCode.TAKEN, detail)));
    }

    /** Creates or replaces. */
    public <E extends Recorded, I, V extends View> void put(Kind<E, I, V> kind, Slug id, ObjectNode body,
            Precondition precondition) {
        Optional<E> entity = find(kind, id, LockModeType.PESSIMISTIC_WRITE);
        precondition.check(revisionOf(entity));
        checkId(id, body);
        if (entity.isPresent()) {
            update(kind, entity.get(), new Intent.Replace(body));
            return;
        }
        ValidationErrors errors = new ValidationErrors();
        I input = reader.read(new Intent.Replace(body), Optional.empty(), kind.input(), errors);
        errors.throwIfAny();
        insert(kind, id, input);
    }

    /** Changes what exists by a merge patch. */
    public <E extends Recorded, I, V extends View> void patch(Kind<E, I, V> kind, Slug id, ObjectNode patch,
            Precondition precondition) {
        E entity = existing(kind, id);
        precondition.check(OptionalLong.of(entity.revision));
        checkId(id, patch);
        update(kind, entity, new Intent.Merge(patch));
    }

    /** Deletes what exists and nothing refers to; alone in its batch, since nobody is asked who is not committed. */
    public <E extends Recorded, I, V extends View> void delete(Kind<E, I, V> kind, Slug id,
            Precondition precondition) {
        E entity = existing(kind, id);
        precondition.check(OptionalLong.of(entity.revision));
        refuseReferrers(kind, entity);
        V before = kind.viewOf(entity);
        Row row = Row.of(kind, Operation.DELETE, id.value(), before);
        entities.remove(entity);
        entities.flush();
        deletes = true;
        pending.add(new Pending(row, () -> { }, Written.Deleted::new));
    }

    private <E extends Recorded> void refuseReferrers(Kind<E, ?, ?> kind, E entity) {
        List<ValidationError> referring = referrers.of(entity, kind.entity(), REFERRERS_SHOWN).stream()
                .map(by -> ValidationError.of(ErrorCode.REFERRED, "/" + by.kind().collection() + "/" + by.id() + " refers to it"))
                .toList();
        if (!referring.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, kind.name().token() + " '" + entity.slug
                    + "' cannot be deleted while others refer to it; change or delete them first", referring);
        }
    }

    private <E extends Recorded, I, V extends View> void insert(Kind<E, I, V> kind, Slug id, I input) {
        E entity = kind.blank();
        entity.slug = id.value();
        ValidationErrors errors = new ValidationErrors();
        kind.change(entity, input, new References(entities, errors));
        errors.throwIfAny();
        // real times come with the number
        entity.createdAt = clock.now();
        entity.updatedAt = entity.createdAt;
        entities.persist(entity);
        entities.flush();
        Row row = Row.of(kind, Operation.CREATE, id.value(), null);
        row.into(kind.datasetOf(kind.viewOf(entity)));
        // nothing can stand below what is new, so no circle can close
        pending.add(new Pending(row, () -> { }, number -> {
            entity.revision = number;
            entity.createdAt = row.revision().recordedAt;
            entity.updatedAt = entity.createdAt;
            return new Written.Created(id, kind.viewOf(entity));
        }));
    }

    private <E extends Recorded, I, V extends View> void update(Kind<E, I, V> kind, E entity, Intent intent) {
        V before = kind.viewOf(entity);
        ValidationErrors errors = new ValidationErrors();
        I input = reader.read(intent, Optional.of(before), kind.input(), errors);
        errors.throwIfAny();
        kind.change(entity, input, new References(entities, errors));
        errors.throwIfAny();
        V after = kind.viewOf(entity);
        if (after.equals(before)) {
            entities.detach(entity);
            pending.add(new Pending(null, () -> { }, number -> new Written.Unchanged(before)));
            return;
        }
        entities.flush();
        Row row = Row.of(kind, Operation.UPDATE, entity.slug, before);
        row.into(kind.datasetOf(after));
        boolean moved = !kind.above(after).equals(kind.above(before));
        pending.add(new Pending(row, moved ? () -> kind.settle(entity) : () -> { }, number -> {
            entity.revision = number;
            entity.updatedAt = row.revision().recordedAt;
            return new Written.Updated(kind.viewOf(entity));
        }));
    }

    /** Gives out the numbers, the head being locked from here to the commit. */
    List<Written> number(Author author, String reason) {
        if (deletes && pending.size() > 1) {
            throw new IllegalStateException("a deletion is written alone");
        }
        List<Row> rows = new ArrayList<>();
        Head head = pending.stream().anyMatch(p -> p.row != null) ? Head.lock() : null;
        List<Written> written = new ArrayList<>();
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
        Row.insert(rows, entities);
        return written;
    }

    private static <E extends Recorded> Optional<E> find(Kind<E, ?, ?> kind, Slug id, LockModeType lock) {
        return Recorded.findBySlug(kind.entity(), id.value(), lock);
    }

    private <E extends Recorded> E existing(Kind<E, ?, ?> kind, Slug id) {
        return find(kind, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(kind.name(), id));
    }

    private static Problem missing(ResourceKind kind, Slug id) {
        return Ending.lastOf(kind, id.value())
                .map(last -> new Problem(ProblemType.GONE, kind.token() + " '" + id + "' was deleted at revision "
                        + last.number + "; PUT creates it again"))
                .orElseGet(() -> Problem.notFound("there is no " + kind.token() + " '" + id + "'"));
    }

    private static OptionalLong revisionOf(Optional<? extends Recorded> entity) {
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
