package org.casus;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class DossierOnPostgreSqlTest extends DossierSuite {
}
