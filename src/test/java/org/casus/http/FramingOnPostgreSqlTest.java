package org.casus.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class FramingOnPostgreSqlTest extends FramingSuite {
}
