package org.casus.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.casus.imports.format.ImportMode;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.ImportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The view of an import: its file, its progress and the counts of its rows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import", description = "A file that is loaded, and what became of its rows",
        requiredProperties = {"id", "state", "format", "seen", "mode", "sha256", "bytes", "author", "createdAt",
            "rows", "changed", "links"})
public record ImportView(
        String id,
        ImportState state,
        String format,
        @Schema(description = "What was recognised", examples = "UCDP GED, 49 columns by name") String seen,
        @Schema(description = "Of which the rows become part; none where they say that themselves") String dataset,
        String release,
        ImportMode mode,
        @Schema(description = "The place that the file is the whole of") String scope,
        @Schema(description = "As the client named it, without folders") String name,
        @Schema(description = "SHA-256 of the file, unpacked, in hexadecimal digits") String sha256,
        @Schema(description = "Of the file, unpacked") long bytes,
        String author,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        @Schema(description = "Why nothing of it was stored, or what else is to be said") String detail,
        Rows rows,
        @Schema(description = "How many events were changed in which member", examples = "{\"title\":12,\"when\":3}")
        Map<String, Long> changed,
        @Schema(description = "Bytes of the file that are worked off") long bytesRead,
        @Schema(description = "Rows a second, since it was started") Double rate,
        @Schema(description = "Seconds that the rest of the rows will take at that rate; absent when they are read and the end of"
                + " a release is worked on") Long secondsLeft,
        @Schema(description = "The first revision that it made") Long firstRevision,
        @Schema(description = "The revision at which it ended, or the last it has made so far") Long lastRevision,
        Map<String, String> links) {

    /**
     * The row counts of an import. Every row is exactly one of created, updated, unchanged, flagged and refused; together with the
     * records before the first row they are all records of the file.
     */
    @Schema(name = "ImportRows", requiredProperties = {"all", "before", "read", "created", "updated", "unchanged", "flagged",
        "refused", "deleted", "kept"})
    public record Rows(
            @Schema(description = "Rows of the file, without what stands before them") long all,
            @Schema(description = "Records before the first row: a header, tags") long before,
            @Schema(description = "Rows worked off") long read,
            long created,
            long updated,
            long unchanged,
            @Schema(description = "Loaded, though they break a rule") long flagged,
            @Schema(description = "Not loaded") long refused,
            @Schema(description = "Events that the release no longer has, and that are deleted") long deleted,
            @Schema(description = "Events that the release no longer has, and that stay because others refer to them")
            long kept) {
    }

    static ImportView of(ImportJob job, String path, Clock clock) {
        Double rate = null;
        Long left = null;
        if (job.startedAt != null && job.rowsRead > 0) {
            Instant until = job.endedAt == null ? clock.instant() : job.endedAt;
            double seconds = Math.max(0.001, Duration.between(job.startedAt, until).toMillis() / 1000.0);
            rate = Math.round(10 * job.rowsRead / seconds) / 10.0;
            left = job.endedAt == null && job.rowsRead < job.rowsAll
                    ? Math.round((job.rowsAll - job.rowsRead) * seconds / job.rowsRead) : null;
        }
        String self = path + "/" + job.id;
        return new ImportView(Long.toString(job.id), job.state, job.format, job.seen, job.dataset, job.releaseName,
                job.loadMode, job.scope == null ? null : "place:" + job.scope, UploadFileName.withoutFolders(job.fileName), job.sha256,
                        job.bytes, job.author, job.createdAt, job.startedAt, job.endedAt, job.detail,
                new Rows(job.rowsAll, job.rowsBefore, job.rowsRead, job.created, job.updated, job.unchanged, job.flagged,
                        job.refused, job.deleted, job.kept),
                job.changes(), job.position, rate, left, job.firstRevision, job.lastRevision,
                Map.of("self", self, "receipts", self + "/receipts"));
    }
}
