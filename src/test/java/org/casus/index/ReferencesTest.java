package org.casus.index;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.casus.OnFreshH2;

@QuarkusTest
@TestProfile(OnFreshH2.class)
class ReferencesTest extends ReferencesSuite {
}
