package org.casus.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Closes all idle connections of the pool when one of them turns out to be broken. The others lead to the same server, and detecting
 * that each of them is broken, one after the other, would delay a request by two seconds each time.
 */
@Singleton
class BrokenConnectionPurge implements AgroalPoolInterceptor {

    private final Instance<AgroalDataSource> pool;

    BrokenConnectionPurge(Instance<AgroalDataSource> pool) {
        this.pool = pool;
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        if (isBroken(connection)) {
            pool.get().flush(FlushMode.GRACEFUL);
        }
    }

    /** Returns whether a connection is broken. The pool has not closed it yet, so if it is closed, the driver did it after a failure. */
    private static boolean isBroken(Connection connection) {
        try {
            return connection.unwrap(Connection.class).isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
