package org.casus;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that start no application. */
@Suite
@IncludeEngines({"junit-jupiter", "jqwik"})
@SelectPackages("org.casus")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns({PostgreSqlTests.CLASSES, AloneTests.CLASSES})
@ExcludeTags("io.quarkus.test.junit.QuarkusTest")
class UnitTests {
}
