package org.casus.ledger;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Inserts many entities and their lists in JDBC batches, with one statement for each table. It bypasses the persistence context,
 * which would keep every entity and check it for changes at every flush, so the entities stay unmanaged. Tables, columns and
 * values are taken from Hibernate's mapping.
 */
public final class BulkInsert {

    /** The number of rows in one JDBC batch. */
    private static final int BATCH = 512;

    private final SharedSessionContractImplementor session;

    private BulkInsert(SharedSessionContractImplementor session) {
        this.session = session;
    }

    /**
     * Inserts entities in the current transaction: first the entities, class by class in the order of first occurrence, then the
     * lists of all entities. A row may therefore refer to rows of its own class and of earlier classes, and a list element to any of
     * the rows. An entity without a primary key gets one.
     */
    public static void insert(EntityManager entities, Collection<?> rows) {
        if (!rows.isEmpty()) {
            new BulkInsert(entities.unwrap(SharedSessionContractImplementor.class)).insert(rows);
        }
    }

    private void insert(Collection<?> rows) {
        Map<EntityPersister, List<Object>> byClass = rows.stream().collect(Collectors.groupingBy(
                entity -> session.getFactory().getMappingMetamodel().getEntityDescriptor(entity.getClass()),
                LinkedHashMap::new, Collectors.toList()));
        byClass.forEach((persister, entities) -> entities.forEach(entity -> giveKey(persister, entity)));
        byClass.forEach((persister, entities) -> insertEntities(persister, referredFirst(persister, entities)));
        byClass.forEach(this::insertLists);
    }

    private void giveKey(EntityPersister persister, Object entity) {
        if (persister.getIdentifier(entity, session) == null) {
            BeforeExecutionGenerator generator = (BeforeExecutionGenerator) persister.getGenerator();
            persister.setIdentifier(entity, generator.generate(session, entity, null, EventType.INSERT), session);
        }
    }

    /** Sorts entities of one class so that each follows the entities of that class to which it refers, such as its parent. */
    private static List<Object> referredFirst(EntityPersister persister, List<Object> entities) {
        List<AttributeMapping> parents = new ArrayList<>();
        persister.forEachAttributeMapping(attribute -> {
            if (attribute.getMappedType() == persister) {
                parents.add(attribute);
            }
        });
        if (parents.isEmpty()) {
            return entities;
        }
        Set<Object> all = new HashSet<>(entities);
        Set<Object> sorted = new LinkedHashSet<>();
        entities.forEach(entity -> addAfterParents(entity, parents, all, sorted));
        return List.copyOf(sorted);
    }

    private static void addAfterParents(Object entity, List<AttributeMapping> parents, Set<Object> all, Set<Object> sorted) {
        // an entity is removed before its parents are visited, so the recursion ends even if there is a cycle
        if (entity != null && all.remove(entity)) {
            parents.forEach(parent -> addAfterParents(parent.getValue(entity), parents, all, sorted));
            sorted.add(entity);
        }
    }

    private void insertEntities(EntityPersister persister, List<Object> entities) {
        List<ModelPart> parts = new ArrayList<>(List.of(persister.getIdentifierMapping()));
        List<AttributeMapping> attributes = new ArrayList<>();
        persister.forEachAttributeMapping(attribute -> {
            if (!attribute.isPluralAttributeMapping()) {
                attributes.add(attribute);
            }
        });
        parts.addAll(attributes);
        write(persister.getMappedTableDetails().getTableName(), parts, rows -> {
            for (Object entity : entities) {
                Object[] row = new Object[parts.size()];
                row[0] = persister.getIdentifier(entity, session);
                for (int i = 0; i < attributes.size(); i++) {
                    row[i + 1] = attributes.get(i).getValue(entity);
                }
                rows.add(row);
            }
        });
    }

    private void insertLists(EntityPersister persister, List<Object> entities) {
        persister.forEachAttributeMapping(attribute -> {
            if (attribute.isPluralAttributeMapping()) {
                insertList(persister, attribute.asPluralAttributeMapping(), entities);
            }
        });
    }

    private void insertList(EntityPersister persister, PluralAttributeMapping list, List<Object> entities) {
        List<ModelPart> parts = List.of(list.getKeyDescriptor(), list.getIndexDescriptor(), list.getElementDescriptor());
        write(list.getSeparateCollectionTable(), parts, rows -> {
            for (Object entity : entities) {
                Object key = persister.getIdentifier(entity, session);
                int position = 0;
                for (Object element : (List<?>) list.getValue(entity)) {
                    rows.add(key, position++, element);
                }
            }
        });
    }

    /** Supplies the rows of a table. */
    private interface RowSource {

        void into(Rows rows) throws SQLException;
    }

    private void write(String table, List<ModelPart> parts, RowSource source) {
        List<String> columns = new ArrayList<>();
        parts.forEach(part -> part.forEachSelectable((index, column) -> {
            if (isWritten(column)) {
                columns.add(column.getSelectionExpression());
            }
        }));
        String sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        ((Session) session).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Rows rows = new Rows(statement, parts);
                source.into(rows);
                rows.send();
            }
        });
    }

    /** Returns whether a column is part of the insert. A column on the read-only side of an association is written by the other side. */
    private static boolean isWritten(SelectableMapping column) {
        return column.isInsertable() && !column.isFormula();
    }

    /** A prepared insert into one table, which is executed whenever a batch is full. */
    private final class Rows {

        private final PreparedStatement statement;
        private final List<ModelPart> parts;
        private int waiting;
        private int parameter;

        Rows(PreparedStatement statement, List<ModelPart> parts) {
            this.statement = statement;
            this.parts = parts;
        }

        /** @param values one value for each mapped part */
        void add(Object... values) throws SQLException {
            parameter = 0;
            for (int i = 0; i < values.length; i++) {
                parts.get(i).decompose(values[i], this::bind, session);
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                send();
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private void bind(int index, Object value, SelectableMapping column) {
            if (!isWritten(column)) {
                return;
            }
            try {
                column.getJdbcMapping().getJdbcValueBinder().bind(statement, (Object) value, ++parameter, session);
            } catch (SQLException e) {
                throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "a value cannot be bound to " + column);
            }
        }

        void send() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }
    }
}
