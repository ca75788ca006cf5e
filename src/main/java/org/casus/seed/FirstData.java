package org.casus.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.List;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.Head;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.PatientStart;
import org.casus.ledger.write.Archive;
import org.casus.ledger.write.Batch;
import org.casus.ledger.write.Kinds;
import org.casus.ledger.write.Written;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.store.Transactions;

/** Brings the event types up to date at every start, and loads a dossier at the first, by the way all clients write. */
@Singleton
public class FirstData {

    private static final String TYPES = "/vocabulary/event-types.yaml";
    /** In an order in which everything stands before what refers to it. */
    private static final List<ResourceKind> ORDER = List.of(ResourceKind.DATASET, ResourceKind.PLACE,
            ResourceKind.ACTOR, ResourceKind.SOURCE, ResourceKind.EVENT, ResourceKind.STATEMENT);

    private final Archive archive;
    private final Kinds kinds;
    private final DossierConfig config;
    private final LedgerClock clock;

    FirstData(Archive archive, Kinds kinds, DossierConfig config, LedgerClock clock) {
        this.archive = archive;
        this.kinds = kinds;
        this.config = config;
        this.clock = clock;
    }

    /**
     * All in one transaction, so that a start that is cut off leaves an empty database empty. While the clock is in doubt
     * nothing may be recorded; the application starts all the same, and a later start brings it.
     */
    public void bring() {
        if (clock.reading().state() == LedgerClock.State.AHEAD) {
            Log.warn("The event types of this version are not recorded while the clock is in doubt; the next start does it");
            return;
        }
        write();
    }

    private void write() {
        boolean empty = Transactions.read(() -> Head.read().number == 0);
        List<Written> written = PatientStart.write(() -> archive.write(Author.CASUS, empty ? "first start" : "new version", batch -> {
            putAll(batch, ResourceKind.EVENT_TYPE, TYPES);
            if (empty && !config.dossier().equals("none")) {
                putDossier(batch, config.dossier());
            }
        }));
        long changed = written.stream().filter(one -> !(one instanceof Written.Unchanged)).count();
        if (changed > 0) {
            Log.infof("Loaded %d resources%s", changed, empty ? ", dossier: " + config.dossier() : "");
        }
    }

    private void putDossier(Batch batch, String name) {
        String folder = "/dossiers/" + name + "/";
        if (!name.matches("[a-z0-9-]+") || ORDER.stream().noneMatch(kind -> ShippedData.exists(file(folder, kind)))) {
            throw new IllegalArgumentException("there is no dossier '" + name + "'; casus.dossier is a bundled one or none");
        }
        for (ResourceKind kind : ORDER) {
            if (ShippedData.exists(file(folder, kind))) {
                putAll(batch, kind, file(folder, kind));
            }
        }
    }

    private static String file(String folder, ResourceKind kind) {
        return folder + kind.collection() + ".yaml";
    }

    private void putAll(Batch batch, ResourceKind kind, String file) {
        for (ObjectNode item : ShippedData.read(file)) {
            Slug id = new Slug(item.path("id").asText());
            try {
                batch.put(kinds.get(kind), id, item, Precondition.NONE);
            } catch (Problem e) {
                throw new IllegalStateException(file + ", " + id + ": " + e.getMessage() + " " + e.errors(), e);
            }
        }
    }
}
