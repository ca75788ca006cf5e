package org.casus.eventtype;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class EventTypesOnPostgreSqlTest extends EventTypesSuite {
}
