package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody else may open. */
class PrivateFilesTest {

    @TempDir
    Path folder;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void folders_that_are_made_are_private_and_others_stay_as_an_operator_left_them() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFiles.folder(folder.resolve("a/b"));
        assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
        List<String> said = warnings(() -> PrivateFiles.folder(folder));
        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
        assertThat(said).singleElement().asString().contains("is open to other users").contains("chmod 700 " + folder);
        assertThat(warnings(() -> PrivateFiles.folder(folder.resolve("a/b")))).isEmpty();
    }

    @Test
    void the_folder_that_is_casus_s_by_its_place_is_closed_with_all_between() throws IOException {
        Path data = Path.of("data").toAbsolutePath();
        boolean there = Files.exists(data);
        Path below = data.resolve("private-files-test/below");
        try {
            Files.createDirectories(below);
            for (Path open : List.of(data, below.getParent(), below)) {
                Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            PrivateFiles.folder(Path.of("data/private-files-test/below"));
            assertThat(List.of(mode(data), mode(below.getParent()), mode(below))).containsOnly("rwx------");
        } finally {
            Files.deleteIfExists(below);
            Files.deleteIfExists(below.getParent());
            if (!there) {
                Files.deleteIfExists(data);
            }
        }
    }

    @Test
    void files_are_private_from_their_first_byte_and_old_ones_are_closed() throws IOException {
        Path made = folder.resolve("made");
        try (OutputStream out = PrivateFiles.newFile(made)) {
            assertThat(mode(made)).isEqualTo("rw-------");
            out.write(1);
        }
        Path old = Files.writeString(folder.resolve("old"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.file(old);
        assertThat(mode(old)).isEqualTo("rw-------");
        assertThat(old).hasContent("old");
        PrivateFiles.file(folder.resolve("empty"));
        assertThat(mode(folder.resolve("empty"))).isEqualTo("rw-------");
        PrivateFiles.restrict(folder.resolve("absent"));
    }

    @Test
    void where_a_file_system_has_no_permissions_the_log_says_so_and_the_file_is_made() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + folder.resolve("x.zip").toUri()), Map.of("create", "true"))) {
            Path file = zip.getPath("/file");
            PrivateFiles.newFile(file).close();
            List<String> said = warnings(() -> PrivateFiles.file(file));
            assertThat(file).exists();
            assertThat(said).singleElement().asString().contains("/file may be open to other users");
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private static List<String> warnings(Work work) throws IOException {
        List<String> said = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(new java.util.logging.SimpleFormatter().formatMessage(line) + " " + line.getMessage());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger log = Logger.getLogger(PrivateFiles.class.getName());
        log.addHandler(listening);
        try {
            work.run();
        } finally {
            log.removeHandler(listening);
        }
        return said;
    }
}
