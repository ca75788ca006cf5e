package org.casus.index;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LoadedAnswersTest extends LoadedAnswersSuite {
}
