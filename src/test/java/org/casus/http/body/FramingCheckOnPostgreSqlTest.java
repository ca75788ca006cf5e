package org.casus.http.body;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class FramingCheckOnPostgreSqlTest extends FramingCheckSuite {
}
