package org.casus.ogc;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SchemasTest extends SchemasSuite {
}
