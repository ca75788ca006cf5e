package org.casus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may import whom: the floors of the house, ground first. Nothing imports upwards, and nothing goes in circles. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.casus");

    private static final String[] KINDS = {"org.casus.actor..", "org.casus.dataset..", "org.casus.event..",
        "org.casus.place..", "org.casus.source..", "org.casus.statement..", "org.casus.type.."};

    /** Classes of these packages use no others of ours but these. */
    private static void only(String packages, String... others) {
        List<String> allowed = new ArrayList<>(List.of(others));
        allowed.add(packages);
        classes().that().resideInAPackage(packages)
                .should().onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.casus..")
                                .or(resideInAnyPackage(
                                        allowed.toArray(String[]::new))))
                .check(HOUSE);
    }

    @Test
    void no_package_stands_in_a_circle() {
        slices().matching("org.casus.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void dates_know_nothing_of_us() {
        only("org.casus.edtf..");
    }

    @Test
    void http_knows_nothing_of_the_model() {
        only("org.casus.http..", "org.casus.store..");
    }

    @Test
    void the_lower_floors_import_only_what_is_below_them() {
        only("org.casus.vocabulary..", "org.casus.edtf..", "org.casus.http..");
        only("org.casus.directory..", "org.casus.vocabulary..", "org.casus.edtf..");
        only("org.casus.query..", "org.casus.directory..", "org.casus.vocabulary..", "org.casus.edtf..", "org.casus.http..");
        only("org.casus.render..", "org.casus.query..", "org.casus.directory..", "org.casus.vocabulary..", "org.casus.edtf..");
    }

    @Test
    void a_graph_is_made_of_what_reads_answer() {
        only("org.casus.graph..", "org.casus.door..", "org.casus.render..", "org.casus.query..", "org.casus.directory..",
                "org.casus.vocabulary..", "org.casus.http..");
    }

    @Test
    void features_are_another_door_to_the_same_queries() {
        only("org.casus.ogc..", "org.casus.door..", "org.casus.render..", "org.casus.query..", "org.casus.directory..",
                "org.casus.vocabulary..", "org.casus.edtf..", "org.casus.http..");
    }

    @Test
    void the_ledger_knows_no_kind_and_no_index() {
        noClasses().that().resideInAPackage("org.casus.ledger..").should().dependOnClassesThat()
                .resideInAnyPackage(KINDS).check(HOUSE);
        noClasses().that().resideInAPackage("org.casus.ledger..").should().dependOnClassesThat()
                .resideInAnyPackage("org.casus.index..").check(HOUSE);
    }

    @Test
    void a_kind_does_not_know_that_there_is_an_index_and_the_index_knows_no_kind() {
        noClasses().that().resideInAnyPackage(KINDS).should().dependOnClassesThat()
                .resideInAnyPackage("org.casus.index..").check(HOUSE);
        noClasses().that().resideInAPackage("org.casus.index..").should().dependOnClassesThat()
                .resideInAnyPackage(KINDS).check(HOUSE);
    }

    @Test
    void transactions_begin_in_one_place() {
        only("org.casus.store..");
        noClasses().that().resideOutsideOfPackage("org.casus.store..").should().dependOnClassesThat()
                .haveFullyQualifiedName(QuarkusTransaction.class.getName()).orShould().dependOnClassesThat()
                .areAssignableTo(UserTransaction.class).orShould().beAnnotatedWith(Transactional.class)
                .check(HOUSE);
    }

    @Test
    void lucene_is_spoken_of_in_one_room() {
        noClasses().that().resideOutsideOfPackage("org.casus.index.lucene..").should().dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..").check(HOUSE);
    }
}
