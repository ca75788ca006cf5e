package org.casus.imports.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.Layout;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.format.acled.Acled;
import org.casus.imports.format.casus.CasusNdjson;
import org.casus.imports.format.gdelt.Gdelt;
import org.casus.imports.format.icews.Icews;
import org.casus.imports.format.polecat.Polecat;
import org.casus.imports.format.ucdp.UcdpGed;
import org.casus.imports.table.BrokenFileException;
import org.casus.imports.table.DelimitedTable;
import org.casus.imports.table.FileHead;

/** The known file formats, in the order in which they are tried on a file. */
public final class FileFormats {

    private static final List<FileFormat> ALL = List.of(
            new UcdpGed(), new Gdelt(Gdelt.Version.TWO), new Gdelt(Gdelt.Version.ONE),
            new Acled(), new Icews(), new Polecat(), new CasusNdjson());

    private FileFormats() {
    }

    /** Reads the head of a file, from which its format is recognised. */
    public static FileHead head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileHead.of(in);
        }
    }

    /** The recognised format of a file, with the layout of that file. */
    public record Recognised(FileFormat format, Layout layout) {
    }

    /** Returns the names of all formats. */
    public static List<String> names() {
        return ALL.stream().map(FileFormat::name).toList();
    }

    /**
     * Recognises the format and the layout of a file.
     *
     * @param name the name of the format that the file should have; empty to detect the format
     * @throws org.casus.imports.table.BrokenFileException if the file does not have that format, or any known one
     */
    public static Recognised recognise(FileHead head, Optional<String> name, TypeCrosswalk crosswalk) {
        if (head.endsLinesWithReturns()) {
            throw new BrokenFileException("its lines end with carriage returns alone; give them line feeds with:"
                    + " tr '\\r' '\\n' <FILE >FIXED");
        }
        if (head.isTar()) {
            throw new BrokenFileException("this is a tar archive; send the file that is in it: tar -xOf ARCHIVE FILE | curl -T - …");
        }
        return ALL.stream()
                .filter(format -> name.isEmpty() || format.name().equals(name.get()))
                .flatMap(format -> (name.isEmpty() ? format.recognise(head, crosswalk) : format.recogniseAsSaid(head, crosswalk))
                        .map(layout -> new Recognised(format, layout)).stream())
                .findFirst()
                .orElseThrow(() -> new BrokenFileException(name.flatMap(one -> other(head, one, crosswalk)).or(() -> lacking(head, name))
                        .orElseGet(() -> "this is " + head.described() + ", and of "
                                + name.map(one -> "another layout than " + one)
                                        .orElse("no layout that is known: " + String.join(", ", names())))));
    }

    private static Optional<String> other(FileHead head, String name, TypeCrosswalk crosswalk) {
        return ALL.stream().filter(format -> !format.name().equals(name) && format.recognise(head, crosswalk).isPresent())
                .map(format -> "this is of the layout " + format.name() + ", not " + name
                        + "; without 'format' it is found out")
                .findFirst();
    }

    /** Returns why a file does not have the format that it resembles most; empty if it resembles none. */
    private static Optional<String> lacking(FileHead head, Optional<String> name) {
        record Like(FileFormat format, List<String> missing) {
        }
        return ALL.stream()
                .filter(format -> name.isEmpty() || format.name().equals(name.get()))
                .flatMap(format -> DelimitedTable.names(head, head.charset()).map(columns -> new Like(format,
                        format.needed().stream().filter(column -> !columns.has(column)).sorted().toList())))
                .filter(like -> like.missing.size() * 2 <= like.format.needed().size() && !like.missing.isEmpty())
                .min(Comparator.comparingInt(like -> like.missing.size()))
                .map(like -> "this is like " + like.format.name() + ", but has no column " + String.join(", no ", like.missing)
                        + ": columns are known by their names");
    }
}
