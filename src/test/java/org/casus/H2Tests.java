package org.casus;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that run the application on H2, but for those of {@link AloneTests}. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.casus")
@ExcludeClassNamePatterns({PostgreSqlTests.CLASSES, AloneTests.CLASSES})
@IncludeTags("io.quarkus.test.junit.QuarkusTest")
class H2Tests {
}
