package org.casus.http.body;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FramingCheckTest extends FramingCheckSuite {
}
