package org.casus.ledger.write;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConditionalRequestsTest extends ConditionalRequestsSuite {
}
