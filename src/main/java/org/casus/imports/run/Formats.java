package org.casus.imports.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.imports.format.Format;
import org.casus.imports.format.Layout;
import org.casus.imports.format.Types;
import org.casus.imports.format.acled.Acled;
import org.casus.imports.format.casus.CasusNdjson;
import org.casus.imports.format.gdelt.Gdelt;
import org.casus.imports.format.icews.Icews;
import org.casus.imports.format.polecat.Polecat;
import org.casus.imports.format.ucdp.UcdpGed;
import org.casus.imports.table.BrokenFile;
import org.casus.imports.table.Divided;
import org.casus.imports.table.Head;

/** The layouts that are known, in the order in which a file is tried. */
public final class Formats {

    private static final List<Format> ALL = List.of(
            new UcdpGed(), new Gdelt(Gdelt.Version.TWO), new Gdelt(Gdelt.Version.ONE),
            new Acled(), new Icews(), new Polecat(), new CasusNdjson());

    private Formats() {
    }

    /** What a file is recognised by. */
    public static Head head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Head.of(in);
        }
    }

    /** A format and how it reads a file. */
    public record Recognised(Format format, Layout layout) {
    }

    public static List<String> names() {
        return ALL.stream().map(Format::name).toList();
    }

    /**
     * How to read a file.
     *
     * @param name of the format that it is said to have; nothing to find that out
     * @throws org.casus.imports.table.BrokenFile if it is of no such layout
     */
    public static Recognised recognise(Head head, Optional<String> name, Types types) {
        if (head.endsLinesWithReturns()) {
            throw new BrokenFile("its lines end with carriage returns alone; give them line feeds with:"
                    + " tr '\\r' '\\n' <FILE >FIXED");
        }
        if (head.isTar()) {
            throw new BrokenFile("this is a tar archive; send the file that is in it: tar -xOf ARCHIVE FILE | curl -T - …");
        }
        return ALL.stream()
                .filter(format -> name.isEmpty() || format.name().equals(name.get()))
                .flatMap(format -> (name.isEmpty() ? format.recognise(head, types) : format.recogniseAsSaid(head, types))
                        .map(layout -> new Recognised(format, layout)).stream())
                .findFirst()
                .orElseThrow(() -> new BrokenFile(name.flatMap(one -> other(head, one, types)).or(() -> lacking(head, name))
                        .orElseGet(() -> "this is " + head.described() + ", and of "
                                + name.map(one -> "another layout than " + one)
                                        .orElse("no layout that is known: " + String.join(", ", names())))));
    }

    private static Optional<String> other(Head head, String name, Types types) {
        return ALL.stream().filter(format -> !format.name().equals(name) && format.recognise(head, types).isPresent())
                .map(format -> "this is of the layout " + format.name() + ", not " + name
                        + "; without 'format' it is found out")
                .findFirst();
    }

    /** What keeps a file from being of the layout that it is like most, if it is like one at all. */
    private static Optional<String> lacking(Head head, Optional<String> name) {
        record Like(Format format, List<String> missing) {
        }
        return ALL.stream()
                .filter(format -> name.isEmpty() || format.name().equals(name.get()))
                .flatMap(format -> Divided.names(head, head.charset()).map(columns -> new Like(format,
                        format.needed().stream().filter(column -> !columns.has(column)).sorted().toList())))
                .filter(like -> like.missing.size() * 2 <= like.format.needed().size() && !like.missing.isEmpty())
                .min(Comparator.comparingInt(like -> like.missing.size()))
                .map(like -> "this is like " + like.format.name() + ", but has no column " + String.join(", no ", like.missing)
                        + ": columns are known by their names");
    }
}
