package org.casus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may import which, as the table in CONTRIBUTING.md says, and that nothing goes in circles. */
class HouseRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.casus");

    private static final Pattern NAME = Pattern.compile("`([a-z0-9.*]+)`");

    /** Each package of the table and those that it may import; sub-packages are meant as well. */
    private static Map<String, List<String>> floors() throws IOException {
        Map<String, List<String>> floors = new LinkedHashMap<>();
        Files.readAllLines(Path.of("CONTRIBUTING.md")).stream().dropWhile(line -> !line.contains("| may import |")).skip(2)
                .takeWhile(line -> line.startsWith("|")).map(line -> line.split("\\|"))
                .forEach(cells -> names(cells[1]).forEach(name -> floors.put(name, names(cells[3]))));
        return floors;
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(result -> result.group(1)).toList();
    }

    private static String below(String name) {
        return "org.casus." + name + "..";
    }

    @TestFactory
    Stream<DynamicTest> a_package_imports_only_what_the_table_allows() throws IOException {
        return floors().entrySet().stream().filter(row -> !row.getValue().contains("*"))
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    List<String> allowed = new ArrayList<>(row.getValue().stream().map(HouseRulesTest::below).toList());
                    allowed.add(below(row.getKey()));
                    classes().that().resideInAPackage(below(row.getKey())).should().onlyDependOnClassesThat(
                            resideOutsideOfPackage("org.casus..").or(resideInAnyPackage(allowed.toArray(String[]::new))))
                            .check(MAIN);
                }));
    }

    @Test
    void the_table_has_every_package_and_nothing_else() throws IOException {
        List<String> tops = MAIN.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct().toList();
        assertThat(floors().keySet()).containsExactlyInAnyOrderElementsOf(tops);
    }

    /** A row of the table stands below all rows that may import it. */
    @Test
    void the_table_stands_in_the_order_of_the_floors() throws IOException {
        List<String> seen = new ArrayList<>();
        floors().forEach((name, allowed) -> {
            assertThat(seen).as(name).containsAll(allowed.stream().filter(one -> !one.equals("*")).toList());
            seen.add(name);
        });
    }

    @Test
    void no_package_stands_in_a_circle_sub_packages_included() {
        slices().matching("org.casus.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void transactions_begin_in_one_place() {
        noClasses().that().resideOutsideOfPackage("org.casus.store..").should().dependOnClassesThat()
                .haveFullyQualifiedName(QuarkusTransaction.class.getName()).orShould().dependOnClassesThat()
                .areAssignableTo(UserTransaction.class).orShould().beAnnotatedWith(Transactional.class)
                .check(MAIN);
    }

    @Test
    void only_the_adapter_knows_lucene() {
        noClasses().that().resideOutsideOfPackage("org.casus.index.lucene..").should().dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..").check(MAIN);
    }
}
