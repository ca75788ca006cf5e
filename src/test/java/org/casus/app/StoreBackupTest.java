package org.casus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreBackupTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:retry:./data/casus;WRITE_DELAY=0;CACHE_SIZE=32768", "jdbc:h2:./data/casus",
        "jdbc:h2:file:./data/casus;LOCK_TIMEOUT=5000", "jdbc:h2:nio:./data/../data/casus"})
    void it_stands_beside_the_file_that_the_url_names(String url) {
        assertThat(StoreBackup.of(url)).map(StoreBackup::toString)
                .contains(Path.of("data", "casus.before-migration.zip").toAbsolutePath().toString());
    }

    @Test
    void a_tilde_is_the_home_of_the_user() {
        assertThat(StoreBackup.of("jdbc:h2:~/casus")).map(StoreBackup::toString)
                .contains(Path.of(System.getProperty("user.home"), "casus.before-migration.zip").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:casus", "jdbc:h2:mem:", "jdbc:h2:tcp://localhost/./data/casus", "jdbc:h2:ssl://localhost/casus",
        "jdbc:h2:zip:./data.zip!/casus", "jdbc:h2:split:./data/casus", "jdbc:h2:retry:memFS:casus",
        "jdbc:postgresql://localhost:5432/casus?connectTimeout=5"})
    void what_is_no_such_file_has_none(String url) {
        assertThat(StoreBackup.of(url)).isEmpty();
    }
}
