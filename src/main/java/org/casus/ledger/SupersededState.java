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

/** A state that ended, under the revision that ended it by an update or a deletion. Never updated, never deleted. */
@Entity
@Table(name = "ending")
@Immutable
public class SupersededState extends PanacheEntityBase {

    @Id
    public long number;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "number", insertable = false, updatable = false)
    public Revision revision;

    @Enumerated(EnumType.STRING)
    public ResourceKind kind;

    public String resource;

    /** The dataset of the state, so that who follows it learns of what left it. */
    public String dataset;

    /** The revision at which the state began; none begins two. */
    public long began;

    /** The state as {@link StateJson} writes it. */
    public String state;

    /** The last of a resource; where the resource is not there, that was its deletion, if it ever was. */
    public static Optional<SupersededState> lastOf(ResourceKind kind, String resource) {
        return find("kind = ?1 and resource = ?2 order by number desc", kind, resource).firstResultOptional();
    }

    /** A state as {@link StateJson} writes it, and whether it began by an import. */
    public record Begun(String state, boolean byImport) {
    }

    /** The states of a resource that have ended, the first one first. */
    public static List<Begun> all(ResourceKind kind, String resource) {
        return getEntityManager()
                .createQuery("select e.state, r.importId is not null from SupersededState e join Revision r on r.number = e.began"
                        + " where e.kind = ?1 and e.resource = ?2 order by e.number", Begun.class)
                .setParameter(1, kind)
                .setParameter(2, resource)
                .getResultList();
    }

    /** Whether an import created what stands since a revision, the last time that it was created. */
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

    /** Of the state that began at a revision, if it has ended. */
    public static Optional<SupersededState> ofStateBegunAt(long revision) {
        return find("began", revision).firstResultOptional();
    }

    /** Returns the states that ended at the given revisions. */
    public static List<SupersededState> of(Collection<Long> revisions) {
        return InChunks.find(revisions, some -> list("number in ?1", some));
    }
}
