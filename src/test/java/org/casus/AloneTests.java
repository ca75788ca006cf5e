package org.casus;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests on H2 for which the application is started with a configuration of their own. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.casus")
@IncludeClassNamePatterns(AloneTests.CLASSES)
class AloneTests {

    static final String CLASSES = ".*\\.(AnswersStay|ClosedReads|Proxy)Test";
}
