package org.casus.door;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ItemsTest extends ItemsSuite {
}
