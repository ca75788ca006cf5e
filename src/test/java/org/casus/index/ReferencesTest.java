package org.casus.index;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReferencesTest extends ReferencesSuite {
}
