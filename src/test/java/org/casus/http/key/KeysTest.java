package org.casus.http.key;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeysTest extends KeysSuite {
}
