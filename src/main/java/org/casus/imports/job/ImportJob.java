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
 * A file that is loaded, and how far: the position moves in the transaction that writes the rows before it. Only what
 * has changed is updated, since whoever cancels it writes beside whoever works on it.
 */
@Entity
@DynamicUpdate
@Table(name = "import_job")
public class ImportJob extends PanacheEntityBase {

    /** All that a row of the file may have is known. */
    private static final String WHOLE_ROWS = "*";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_key")
    @SequenceGenerator(name = "import_key", sequenceName = "import_key", allocationSize = 1)
    public Long id;

    @Enumerated(EnumType.STRING)
    public ImportState state;

    /** As the request named it; null where it is to be found out, until it is. */
    public String format;

    /** The recognised layout. */
    public String seen;

    public String dataset;

    public String releaseName;

    @Enumerated(EnumType.STRING)
    public ImportMode loadMode;

    /** The place that a release is the whole of; null for all. */
    public String scope;

    public String fileName;

    /** The columns that were read, as {@link RecognisedColumns#write} writes them, or {@value #WHOLE_ROWS}; null in old imports. */
    public String recognisedColumns;

    /** Of the file, unpacked. */
    @Column(name = "sha256")
    public String sha256;

    public long bytes;

    public String author;

    public Instant createdAt;

    public Instant startedAt;

    public Instant endedAt;

    public boolean cancelling;

    /** Why it was refused. */
    public String detail;

    /** The byte at which the next row begins, and the line. */
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

    /** Of the refused, those of which it is not known which event they are of. */
    public long nameless;

    /** Events that a release no longer has: those that were deleted, and those that stay because others refer to them. */
    public long deleted;
    public long kept;

    public Long firstRevision;
    public Long lastRevision;

    /** How many events were changed in which member, as {@code title 12,when 3}. */
    public String changes;

    /**
     * The import of its dataset that is to end before this one goes on: an older one. One that is being cancelled keeps
     * nobody waiting, since the process that has its file may be gone.
     */
    public Optional<ImportJob> waitsFor() {
        return find("dataset = ?1 and id < ?2 and cancelling = false and (state = WAITING or state = RUNNING) order by id",
                dataset, id).firstResultOptional();
    }

    /** A newer release of its dataset, if one has begun: what this one says is old. */
    public Optional<ImportJob> overtakenBy() {
        return find("dataset = ?1 and id > ?2 and loadMode = RELEASE and (state = RUNNING or state = DONE) order by id",
                dataset, id).firstResultOptional();
    }

    /** Whether the file is to be the whole of its dataset. */
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

    /** Takes in revisions that the import has made, after those that it made before. */
    public void note(long first, long last) {
        firstRevision = firstRevision == null ? Long.valueOf(first) : firstRevision;
        lastRevision = last;
    }

    /** Returns the author of the revisions that the import makes. */
    public Author author() {
        return new Author(author, id);
    }

    /** Notes the columns that were read, beside those that were read before a stop. */
    public void noteColumns(Optional<RecognisedColumns> read) {
        recognisedColumns = read.map(columns -> recognised().map(columns::and).orElse(columns).write()).orElse(WHOLE_ROWS);
    }

    /** The columns that were read; nothing where whole rows were, or where it is not known. */
    public Optional<RecognisedColumns> recognised() {
        return Optional.ofNullable(recognisedColumns).filter(columns -> !columns.equals(WHOLE_ROWS)).map(RecognisedColumns::parse);
    }

    /** Whether rows have nothing that the model does not know. */
    public boolean hasKnownRows() {
        return WHOLE_ROWS.equals(recognisedColumns);
    }

    /** The reason that its revisions show to a reader. */
    public String reason() {
        return "import " + id;
    }

    /** How many receipts of an outcome it has. */
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
