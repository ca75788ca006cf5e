package org.casus;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Packages, files and methods stay small enough to be read at once, and a name means one class. */
class SourceSizeTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int FILES_OF_A_PACKAGE = 25;
    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int CHARACTERS_OF_A_LINE = 140;

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    @Test
    void no_package_has_too_many_files() throws IOException {
        Map<Path, Long> packages = sources(MAIN).stream().collect(groupingBy(Path::getParent, TreeMap::new, counting()));
        packages.values().removeIf(files -> files <= FILES_OF_A_PACKAGE);
        assertThat(packages).isEmpty();
    }

    @Test
    void no_two_top_level_classes_share_a_name() throws IOException {
        Map<String, Long> names = sources(Path.of("src")).stream().map(SourceSizeTest::name)
                .filter(name -> !name.equals("package-info")).collect(groupingBy(name -> name, TreeMap::new, counting()));
        names.values().removeIf(files -> files == 1);
        assertThat(names).isEmpty();
    }

    @Test
    void no_file_is_too_long() throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        for (Path source : sources(MAIN)) {
            int lines = Files.readAllLines(source).size();
            if (lines > LINES_OF_A_FILE) {
                files.put(name(source), lines);
            }
        }
        assertThat(files).isEmpty();
    }

    @Test
    void no_line_is_too_long() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path source : sources(MAIN)) {
            Files.readAllLines(source).stream().filter(line -> line.length() > CHARACTERS_OF_A_LINE)
                    .forEach(line -> lines.add(name(source) + ": " + line));
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void no_method_is_too_long() throws IOException {
        Map<String, Long> methods = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources(MAIN)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String file = name(Path.of(unit.getSourceFile().toUri()));
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long lines = method.getBody() == null ? 0 : lines(unit, positions, method);
                        if (lines > LINES_OF_A_METHOD) {
                            methods.put(file + "." + method.getName(), lines);
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        assertThat(methods).isEmpty();
    }

    /** The lines from the opening brace to the closing one. */
    private static long lines(CompilationUnitTree unit, SourcePositions positions, MethodTree method) {
        LineMap map = unit.getLineMap();
        return map.getLineNumber(positions.getEndPosition(unit, method.getBody()))
                - map.getLineNumber(positions.getStartPosition(unit, method.getBody())) + 1;
    }
}
