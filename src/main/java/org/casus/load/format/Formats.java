package org.casus.load.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layouts that are known, in the order in which a file is tried. */
public final class Formats {

    private static final List<Format> ALL = List.of(
            new UcdpGed(), new Gdelt(Gdelt.Version.TWO), new Gdelt(Gdelt.Version.ONE),
            new Acled(), new Icews(), new Polecat(), new CasusNdjson());

    private Formats() {
    }

    /** The first bytes of a file. */
    public static Head head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Head(in.readNBytes(Head.SIZE));
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
     * @throws BrokenFile if it is of no such layout
     */
    public static Recognised recognise(Head head, Optional<String> name, Types types) {
        if (head.endsLinesWithReturns()) {
            throw new BrokenFile("its lines end with carriage returns alone; give them line feeds with:"
                    + " tr '\\r' '\\n' <FILE >FIXED");
        }
        return ALL.stream()
                .filter(format -> name.isEmpty() || format.name().equals(name.get()))
                .flatMap(format -> format.recognise(head, types).map(layout -> new Recognised(format, layout)).stream())
                .findFirst()
                .orElseThrow(() -> new BrokenFile("this is " + head.described() + ", and of "
                        + name.map(one -> "another layout than " + one)
                                .orElse("no layout that is known: " + names().stream().collect(Collectors.joining(", ")))));
    }
}
