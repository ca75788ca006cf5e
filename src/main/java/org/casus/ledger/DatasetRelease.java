package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A name for a revision: when it was reached, a release of a dataset had been loaded. */
@Entity
@Table(name = "dataset_release")
public class DatasetRelease extends PanacheEntityBase {

    /** Of the import that loaded it. */
    @Id
    public long importId;

    public String dataset;

    public String name;

    public long revision;

    public Instant loadedAt;

    /** Newest first. */
    public static List<DatasetRelease> of(String dataset) {
        return list("dataset = ?1 order by importId desc", dataset);
    }

    /** Finds the latest release of a dataset that has a name. */
    public static Optional<DatasetRelease> last(String dataset, String name) {
        return find("dataset = ?1 and name = ?2 order by importId desc", dataset, name).firstResultOptional();
    }
}
