package org.casus.type;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventTypesTest extends EventTypesSuite {
}
