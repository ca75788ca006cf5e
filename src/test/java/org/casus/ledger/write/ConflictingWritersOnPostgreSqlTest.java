package org.casus.ledger.write;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnFreshPostgreSql;

@QuarkusTest
@TestProfile(OnFreshPostgreSql.class)
class ConflictingWritersOnPostgreSqlTest extends ConflictingWritersSuite {
}
