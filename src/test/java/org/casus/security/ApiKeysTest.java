package org.casus.security;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ApiKeysTest extends ApiKeysSuite {
}
