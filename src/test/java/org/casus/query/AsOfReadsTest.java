package org.casus.query;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AsOfReadsTest extends AsOfReadsSuite {
}
