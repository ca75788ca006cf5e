package org.casus.changes;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ChangesTest extends ChangesSuite {
}
