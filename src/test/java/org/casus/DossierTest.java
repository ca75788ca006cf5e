package org.casus;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DossierTest extends DossierSuite {
}
