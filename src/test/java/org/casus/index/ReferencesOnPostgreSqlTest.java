package org.casus.index;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class ReferencesOnPostgreSqlTest extends ReferencesSuite {
}
