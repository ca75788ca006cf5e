package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casus.model.ResourceKind;
import org.hibernate.annotations.Immutable;

/** A past state of a resource, stored under the revision that updated or deleted the resource. Rows are never updated or deleted. */
@Entity
@Table(name = "ending")
@Immutable
public class SupersededState extends PanacheEntityBase {

    /** The revision that ended the state. */
    @Id
    public long number;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "number", insertable = false, updatable = false)
    public Revision revision;

    @Enumerated(EnumType.STRING)
    public ResourceKind kind;

    public String resource;

    /** The dataset of the state, so that clients that follow the dataset are notified of resources that leave it. */
    public String dataset;

    /** The revision at which the state began. It is unique, since a revision begins at most one state. */
    public long began;

    /** The state as {@link StateJson} writes it. */
    public String state;

    /**
     * Returns the last superseded state of a resource. If the resource does not exist now, this is the state that was deleted; empty
     * means that it never existed.
     */
    public static Optional<SupersededState> lastOf(ResourceKind kind, String resource) {
        return find("kind = ?1 and resource = ?2 order by number desc", kind, resource).firstResultOptional();
    }

    /** A state as {@link StateJson} writes it, and whether an import made the revision at which it began. */
    public record Begun(String state, boolean byImport) {
    }

    /** Returns the superseded states of a resource, oldest first. */
    public static List<Begun> all(ResourceKind kind, String resource) {
        return getEntityManager()
                .createQuery("select e.state, r.importId is not null from SupersededState e join Revision r on r.number = e.began"
                        + " where e.kind = ?1 and e.resource = ?2 order by e.number", Begun.class)
                .setParameter(1, kind)
                .setParameter(2, resource)
                .getResultList();
    }

    /**
     * Returns whether an import created the resource. If the resource was deleted and created again, its last creation counts.
     *
     * @param since the revision at which the current state of the resource began
     */
    public static boolean createdByImport(ResourceKind kind, String resource, long since) {
        return Revision.<Revision>findByIdOptional(since).filter(begun -> begun.operation == Operation.CREATE)
                .or(() -> getEntityManager()
                        .createQuery("select r from SupersededState e join Revision r on r.number = e.began where e.kind = ?1"
                                + " and e.resource = ?2 and r.operation = CREATE order by e.number desc", Revision.class)
                        .setParameter(1, kind)
                        .setParameter(2, resource)
                        .setMaxResults(1)
                        .getResultStream().findFirst())
                .filter(Revision::isByImport).isPresent();
    }

    /** Returns the superseded state that began at a revision; empty if that state is still current. */
    public static Optional<SupersededState> ofStateBegunAt(long revision) {
        return find("began", revision).firstResultOptional();
    }

    /** Returns the states that ended at the given revisions. */
    public static List<SupersededState> of(Collection<Long> revisions) {
        return InChunks.find(revisions, some -> list("number in ?1", some));
    }
}
