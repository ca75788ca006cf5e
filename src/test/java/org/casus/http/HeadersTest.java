package org.casus.http;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HeadersTest extends HeadersSuite {
}
