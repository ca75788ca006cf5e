package org.casus.query;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RangeFilterTest extends RangeFilterSuite {
}
