package org.casus.http.problem;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProblemsTest extends ProblemsSuite {
}
