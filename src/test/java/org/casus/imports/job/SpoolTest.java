package org.casus.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casus.imports.table.BrokenFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final int LARGEST = 1 << 16;

    @TempDir
    Path folder;

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.equals("file.csv") ? "a,b\n".getBytes(StandardCharsets.US_ASCII) : new byte[LARGEST]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void what_stands_beside_a_file_in_its_archive_counts_as_well() throws IOException {
        Spool spool = new Spool(folder, LARGEST + 2);
        for (byte[] bomb : List.of(zip("__MACOSX/._file.csv", "file.csv"), zip("file.csv", "folder/.DS_Store"))) {
            assertThatThrownBy(() -> spool.take(new ByteArrayInputStream(bomb))).isInstanceOf(BrokenFileException.class)
                    .hasMessageContaining("casus.imports.largest");
        }
        assertThat(files()).isEmpty();
        assertThat(new Spool(folder, LARGEST + 4).take(new ByteArrayInputStream(zip("__MACOSX/._file.csv", "file.csv"))).bytes())
                .isEqualTo(4);
    }

    @Test
    void names_in_archives_are_in_any_code_page() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("données.csv"));
            zip.write("a,b\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(new Spool(folder, LARGEST).take(new ByteArrayInputStream(bytes.toByteArray())).bytes()).isEqualTo(4);
    }

    @Test
    void what_a_dataverse_packs_beside_a_file_is_passed_over() throws IOException {
        assertThat(new Spool(folder, 2 * LARGEST).take(new ByteArrayInputStream(zip("file.csv", "MANIFEST.TXT"))).bytes())
                .isEqualTo(4);
    }

    @Test
    void a_workbook_is_told_from_an_archive() {
        assertThatThrownBy(() -> new Spool(folder, 2 * LARGEST).take(new ByteArrayInputStream(
                zip("[Content_Types].xml", "xl/workbook.xml")))).isInstanceOf(BrokenFileException.class).hasMessageContaining("as CSV");
    }

    @Test
    void files_stay_while_their_imports_have_not_ended() throws IOException {
        Spool spool = new Spool(folder, LARGEST);
        for (String name : List.of("upload-1", "1.rows", "2.rows", "notes.txt")) {
            Files.createFile(folder.resolve(name));
        }
        spool.clean(id -> id == 2);
        assertThat(files()).containsExactlyInAnyOrder("2.rows", "notes.txt");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
