package org.casus.store;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnFreshPostgreSql;

@QuarkusTest
@TestProfile(OnFreshPostgreSql.class)
class TransactionsOnPostgreSqlTest extends TransactionsSuite {

    @Override
    boolean together() {
        return true;
    }
}
