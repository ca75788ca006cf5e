package org.casus.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Throws away all idle connections when one turns out to be broken. The others go to the same server, and finding out
 * about each of them, one after the other, would keep a request waiting for two seconds each time.
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

    /** The pool has not closed it yet: the driver has, when it failed. */
    private static boolean isBroken(Connection connection) {
        try {
            return connection.unwrap(Connection.class).isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
