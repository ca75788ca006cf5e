package org.casus.imports.run;

import io.quarkus.logging.Log;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.casus.http.Sha256;
import org.casus.imports.format.Draft;
import org.casus.imports.format.Layout;
import org.casus.imports.format.RequiredResource;
import org.casus.imports.table.RefusedRowException;
import org.casus.imports.table.RowIssue;
import org.casus.imports.table.TableRow;
import org.casus.model.LruMap;
import org.casus.model.Slug;

/**
 * Reads rows into drafts, or refuses them. A row whose draft breaks a constraint of the model is refused here, so that a batch
 * never fails because of a row. Not thread-safe.
 */
final class RowReader {

    private static final int HASH_BYTES = 16;
    private static final int REMEMBERED = 10_000;

    private final Layout layout;
    private final Validator validator;
    /** The resources already validated. Many rows need the same resource: it is validated once, and rows in memory share it. */
    private final Map<RequiredResource, RequiredResource> met = new LruMap<>(REMEMBERED);

    RowReader(Layout layout, Validator validator) {
        this.layout = layout;
        this.validator = validator;
    }

    /**
     * A row with its draft, or with the reasons why it is refused.
     *
     * @param line the number of its first line, from 1
     * @param raw the text of the row in the file
     * @param draft the content of the row; null if the row is refused
     * @param refused the event of a refused row; null if unknown
     * @param hash the hash of the raw text
     */
    record Read(long line, String raw, Draft draft, List<RowIssue> refusals, String refused, String hash) {

        boolean isEvent() {
            return draft != null && draft.event() != null;
        }

        /** Returns the id of its event. */
        String event() {
            return draft.event().id().value();
        }
    }

    Read read(TableRow row) {
        String hash = Sha256.hex(row.raw(), HASH_BYTES);
        try {
            if (row.raw().indexOf('\0') >= 0) {
                throw new RefusedRowException("row", row.raw().replace('\0', '␀'), "has no NUL character");
            }
            Draft draft = layout.read(row);
            List<RequiredResource> needs = draft.needs().stream().map(required -> met.computeIfAbsent(required, this::checked)).toList();
            if (draft.event() != null) {
                check(draft.event());
            }
            return new Read(row.line(), row.raw(), draft.withNeeds(needs), List.of(), null, hash);
        } catch (RefusedRowException e) {
            return new Read(row.line(), row.raw(), null, e.objections(), idOf(row), hash);
        } catch (RuntimeException e) {
            Log.warnf(e, "Line %d cannot be read", row.line());
            return new Read(row.line(), row.raw(), null, List.of(new RowIssue("row", row.raw(), "cannot be read: " + e.getMessage())),
                    idOf(row), hash);
        }
    }

    private RequiredResource checked(RequiredResource required) {
        check(required.input());
        return required;
    }

    private void check(Object input) {
        validator.validate(input).stream().findFirst().ifPresent(broken -> {
            throw new RefusedRowException(broken.getPropertyPath().toString(), String.valueOf(broken.getInvalidValue()),
                    broken.getMessage());
        });
    }

    /** Returns the event of a row that cannot be loaded, so that a release with this row does not delete the event; null if unknown. */
    private String idOf(TableRow row) {
        try {
            return layout.idOf(row).map(Slug::value).orElse(null);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
