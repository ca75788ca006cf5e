package org.casus.ledger;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Rows that are written once and for all: a session need not remember them and look again whether they have changed. */
public final class Inserts {

    private Inserts() {
    }

    /** Inserts rows of one table, in the transaction at hand. */
    public static void insert(EntityManager entities, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (StatelessSession plain = entities.unwrap(Session.class).statelessWithOptions().connection().open()) {
            plain.insertMultiple(rows);
        }
    }
}
