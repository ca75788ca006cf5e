package org.casus.eventtype;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventTypesTest extends EventTypesSuite {
}
