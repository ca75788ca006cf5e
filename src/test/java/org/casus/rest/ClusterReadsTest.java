package org.casus.rest;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ClusterReadsTest extends ClusterReadsSuite {
}
