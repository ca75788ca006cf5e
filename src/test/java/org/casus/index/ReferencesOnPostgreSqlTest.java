package org.casus.index;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnFreshPostgreSql;

@QuarkusTest
@TestProfile(OnFreshPostgreSql.class)
class ReferencesOnPostgreSqlTest extends ReferencesSuite {
}
