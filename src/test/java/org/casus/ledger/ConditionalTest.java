package org.casus.ledger;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConditionalTest extends ConditionalSuite {
}
