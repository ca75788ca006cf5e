package org.casus.render;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ExportTest extends ExportSuite {
}
