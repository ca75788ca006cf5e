package org.casus;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that run the application on PostgreSQL. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.casus")
@IncludeClassNamePatterns(PostgreSqlTests.CLASSES)
class PostgreSqlTests {

    static final String CLASSES = ".*(OnPostgreSql|SilentDatabase)Test";
}
