package org.casus.ledger.write;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BrokenStoreTest extends BrokenStoreSuite {
}
