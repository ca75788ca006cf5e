package org.casus.http;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FramingTest extends FramingSuite {
}
