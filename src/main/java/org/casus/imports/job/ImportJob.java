package org.casus.imports.job;

import static java.util.stream.Collectors.joining;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.imports.format.ImportMode;
import org.casus.imports.table.RecognisedColumns;
import org.casus.ledger.Author;
import org.hibernate.annotations.DynamicUpdate;

/**
 * An import job: a file to be loaded, and its progress. The position advances in the transaction that writes the rows before it.
 * Updates contain only changed columns, since a client may cancel the job while the importer updates it.
 */
@Entity
@DynamicUpdate
@Table(name = "import_job")
public class ImportJob extends PanacheEntityBase {

    /** The value of {@link #recognisedColumns} if the model knows everything that a row may contain. */
    private static final String WHOLE_ROWS = "*";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_key")
    @SequenceGenerator(name = "import_key", sequenceName = "import_key", allocationSize = 1)
    public Long id;

    @Enumerated(EnumType.STRING)
    public ImportState state;

    /** The name of the format, as requested or recognised. */
    public String format;

    /** The description of the recognised layout. */
    public String seen;

    public String dataset;

    public String releaseName;

    @Enumerated(EnumType.STRING)
    public ImportMode loadMode;

    /** The place that a release covers completely; null if it covers the whole dataset. */
    public String scope;

    public String fileName;

    /** The columns that were read, as written by {@link RecognisedColumns#write}, or {@value #WHOLE_ROWS}; null in old imports. */
    public String recognisedColumns;

    /** The SHA-256 of the unpacked file. */
    @Column(name = "sha256")
    public String sha256;

    public long bytes;

    public String author;

    public Instant createdAt;

    public Instant startedAt;

    public Instant endedAt;

    public boolean cancelling;

    /** A message about the state, for example why the import waits or was refused. */
    public String detail;

    /** The byte offset at which the next row begins, and its line number. */
    public long position;
    public long line;

    public long rowsAll;
    public long rowsBefore;
    public long rowsRead;
    public long created;
    public long updated;
    public long unchanged;
    public long flagged;
    public long refused;

    /** The number of refused rows whose event is unknown. */
    public long nameless;

    /** The numbers of events that a release no longer contains: those deleted, and those kept because other resources refer to them. */
    public long deleted;
    public long kept;

    public Long firstRevision;
    public Long lastRevision;

    /** The number of events changed by member, for example {@code title 12,when 3}. */
    public String changes;

    /**
     * Returns the oldest import into the same dataset that has to end before this one continues. Imports that are being cancelled do
     * not count, since the process that has their file may no longer run.
     */
    public Optional<ImportJob> waitsFor() {
        return find("dataset = ?1 and id < ?2 and cancelling = false and (state = WAITING or state = RUNNING) order by id",
                dataset, id).firstResultOptional();
    }

    /** Returns a newer release of the same dataset that has begun; the content of this import is then outdated. */
    public Optional<ImportJob> overtakenBy() {
        return find("dataset = ?1 and id > ?2 and loadMode = RELEASE and (state = RUNNING or state = DONE) order by id",
                dataset, id).firstResultOptional();
    }

    /** Returns whether the file is a release of the whole dataset. */
    public boolean isWhole() {
        return loadMode == ImportMode.RELEASE && scope == null;
    }

    /** Returns how many rows changed each member. */
    public Map<String, Long> changes() {
        Map<String, Long> counts = new TreeMap<>();
        for (String one : changes == null ? new String[0] : changes.split(",")) {
            counts.put(one.split(" ")[0], Long.valueOf(one.split(" ")[1]));
        }
        return counts;
    }

    /** Counts the members that a row changed. */
    public void countChanged(List<String> members) {
        if (!members.isEmpty()) {
            Map<String, Long> counts = changes();
            members.forEach(member -> counts.merge(member, 1L, Long::sum));
            changes = counts.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).collect(joining(","));
        }
    }

    /** Extends the range of revisions that the import has made. */
    public void note(long first, long last) {
        firstRevision = firstRevision == null ? Long.valueOf(first) : firstRevision;
        lastRevision = last;
    }

    /** Returns the author of the revisions that the import makes. */
    public Author author() {
        return new Author(author, id);
    }

    /** Notes the columns that were read, in addition to those that were read before a restart. */
    public void noteColumns(Optional<RecognisedColumns> read) {
        recognisedColumns = read.map(columns -> recognised().map(columns::and).orElse(columns).write()).orElse(WHOLE_ROWS);
    }

    /** Returns the columns that were read; empty if the rows have no columns, or if the columns are unknown. */
    public Optional<RecognisedColumns> recognised() {
        return Optional.ofNullable(recognisedColumns).filter(columns -> !columns.equals(WHOLE_ROWS)).map(RecognisedColumns::parse);
    }

    /** Returns whether the model knows everything that the rows contain. */
    public boolean hasKnownRows() {
        return WHOLE_ROWS.equals(recognisedColumns);
    }

    /** Returns the reason that is stored with the revisions of the import. */
    public String reason() {
        return "import " + id;
    }

    /** Returns the number of receipts with an outcome. */
    public long counted(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
            case FLAGGED -> flagged;
            case REFUSED -> refused;
            case DELETED -> deleted;
            case KEPT -> kept;
        };
    }

    /** Counts one more row with an outcome. */
    public void count(Outcome outcome) {
        rowsRead++;
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case FLAGGED -> flagged++;
            case REFUSED -> refused++;
            default -> throw new IllegalArgumentException(outcome + " is not of a row");
        }
    }
}
