package org.casus.app;

import java.io.IOException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Copies the store before the first pending migration, and removes the copy after the last one. */
final class StoreBackupCallback implements Callback {

    private final StoreBackup copy;
    private boolean kept;

    /**
     * @param kept whether the copy already exists and equals the store
     */
    StoreBackupCallback(StoreBackup copy, boolean kept) {
        this.copy = copy;
        this.kept = kept;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.AFTER_MIGRATE) {
            remove(context);
        } else if (!kept) {
            keep(context);
        }
    }

    private void keep(Context context) {
        if (copy.exists()) {
            throw new FlywayException("another process began to migrate the store meanwhile, and did not come to the end;"
                    + " the next start begins from what was before");
        }
        try {
            copy.make(context.getConnection());
        } catch (SQLException | IOException e) {
            throw new FlywayException("the store is left as it was, because what it is cannot be kept in " + copy
                    + " while it is migrated: " + e.getMessage(), e);
        }
        kept = true;
    }

    private void remove(Context context) {
        try {
            copy.remove(context.getConnection());
        } catch (SQLException | IOException e) {
            // anything written to the store now would be lost at the next start, which would restore the copy
            throw new FlywayException("the store is migrated, but " + copy + " cannot be removed: " + e.getMessage(), e);
        }
        kept = false;
    }

    @Override
    public String getCallbackName() {
        return "copy of the store";
    }
}
