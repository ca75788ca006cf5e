package org.casus.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A named revision of the ledger: the revision at which a release of a dataset was completely loaded. */
@Entity
@Table(name = "dataset_release")
public class DatasetRelease extends PanacheEntityBase {

    /** The id of the import that loaded the release. */
    @Id
    public long importId;

    public String dataset;

    public String name;

    public long revision;

    public Instant loadedAt;

    /** Returns the releases of a dataset, newest first. */
    public static List<DatasetRelease> of(String dataset) {
        return list("dataset = ?1 order by importId desc", dataset);
    }

    /** Returns the last loaded release of a dataset with the given name. */
    public static Optional<DatasetRelease> last(String dataset, String name) {
        return find("dataset = ?1 and name = ?2 order by importId desc", dataset, name).firstResultOptional();
    }
}
