package org.casus.index;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnFreshPostgreSql;

@QuarkusTest
@TestProfile(AnswersStayOnPostgreSqlTest.Alone.class)
class AnswersStayOnPostgreSqlTest extends AnswersStaySuite {

    /** A store that no other test fills: the plain reference looks at all of it for every answer. */
    public static class Alone extends OnFreshPostgreSql {
    }
}
