package org.casus.ledger;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BrokenStoreTest extends BrokenStoreSuite {
}
