package org.casus.index;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.casus.event.EventInput;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.VersionedEntity;
import org.casus.ledger.write.BulkSession;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteService;
import org.casus.model.ResourceKind;
import org.casus.model.Role;
import org.casus.model.Slug;
import org.casus.model.edtf.Edtf;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Test;

/** Whatever writers and deleters do at the same time, each reference has something that it refers to. */
abstract class ReferencesSuite {

    private static final int WRITERS = 4;
    private static final int WRITES = 150;
    private static final int LOADS = 40;
    private static final int UNAVAILABLE = 503;

    @Inject
    WriteService writes;

    @Inject
    ResourceTypes types;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    /** A column that refers to the key of another table. */
    private record Reference(String table, String column, String target) {
    }

    @Test
    void every_association_is_a_foreign_key() throws SQLException {
        Set<String> keys = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (String table : associations().stream().map(Reference::table).distinct().toList()) {
                try (ResultSet key = connection.getMetaData().getImportedKeys(null, connection.getSchema(), inCase(connection, table))) {
                    while (key.next()) {
                        keys.add((key.getString("FKTABLE_NAME") + "." + key.getString("FKCOLUMN_NAME") + " to "
                                + key.getString("PKTABLE_NAME")).toLowerCase());
                    }
                }
            }
        }
        assertThat(associations()).hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(one -> assertThat(keys).contains(one.table + "." + one.column + " to " + one.target));
    }

    private static String inCase(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase() : table;
    }

    @Test
    void what_random_writers_and_deleters_leave_refers_to_nothing_that_is_gone() throws Exception {
        List<Callable<Map<String, Integer>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            RandomText text = new RandomText(new Random(20261130 + i));
            writers.add(() -> {
                RandomWrites random = new RandomWrites(text, writes, types);
                for (int write = 0; write < WRITES; write++) {
                    random.write();
                }
                return random.outcomes();
            });
        }
        writers.add(this::load);
        Map<String, Integer> outcomes = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            for (Future<Map<String, Integer>> writer : threads.invokeAll(writers)) {
                writer.get().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(outcomes).as("something was deleted, refused, and loaded").containsKeys("Deleted", "REFERRED 409", "Loaded");
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (Reference one : associations()) {
                try (ResultSet dangling = statement.executeQuery("select count(*) from " + one.table + " r where r." + one.column
                        + " is not null and not exists (select 1 from " + one.target + " t where t.pk = r." + one.column + ")")) {
                    dangling.next();
                    assertThat(dangling.getLong(1)).as("%s", one).isZero();
                }
            }
        }
    }

    /** Loads events of actors that others create and delete, many in one transaction. */
    private Map<String, Integer> load() {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int batch = 0; batch < LOADS; batch++) {
            String title = "Loaded " + batch;
            try {
                writes.load(new Author("loader"), "a load", new BulkSession(), bulk -> {
                    for (int i = 0; i < 12; i++) {
                        String actor = "actor-" + i;
                        if (bulk.has(ResourceKind.ACTOR, actor)) {
                            bulk.put(ResourceKind.EVENT, new Slug("loaded-" + i), event(title, actor));
                        }
                    }
                    return bulk;
                }, (bulk, same) -> { });
                outcomes.merge("Loaded", 1, Integer::sum);
            } catch (Problem e) {
                assertThat(e.type().status()).as(e.getMessage()).isEqualTo(UNAVAILABLE);
                outcomes.merge("Not loaded", 1, Integer::sum);
            }
        }
        return outcomes;
    }

    private static EventInput event(String title, String actor) {
        return new EventInput(null, new Slug("speech"), title, null, Edtf.parse("2024"), null, null,
                List.of(new EventInput.Participation(Role.SPEAKER, new Slug(actor))), List.of(), List.of(), null, List.of(), List.of(), null);
    }

    /** Every column along which an entity refers to another one, from Hibernate's mapping. */
    private List<Reference> associations() {
        List<Reference> found = new ArrayList<>();
        entities.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(entity -> {
            if (VersionedEntity.class.isAssignableFrom(entity.getMappedClass())) {
                entity.forEachAttributeMapping(attribute -> collect(entity, attribute, found));
            }
        });
        return found;
    }

    private static void collect(EntityPersister entity, AttributeMapping attribute, List<Reference> found) {
        if (attribute.isPluralAttributeMapping()) {
            ModelPart element = attribute.asPluralAttributeMapping().getElementDescriptor();
            Optional.ofNullable(element.getPartMappingType())
                    .filter(EmbeddableMappingType.class::isInstance)
                    .map(EmbeddableMappingType.class::cast)
                    .ifPresent(embeddable -> embeddable.forEachAttributeMapping(inner -> collect(entity, inner, found)));
        } else if (attribute instanceof ToOneAttributeMapping association) {
            SelectableMapping key = association.getForeignKeyDescriptor().getSelectable(0);
            found.add(new Reference(key.getContainingTableExpression(), key.getSelectionExpression(),
                    association.getAssociatedEntityMappingType().getMappedTableDetails().getTableName()));
        }
    }
}
