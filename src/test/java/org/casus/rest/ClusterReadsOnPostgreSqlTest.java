package org.casus.rest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class ClusterReadsOnPostgreSqlTest extends ClusterReadsSuite {
}
