package org.casus.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.List;
import org.casus.http.Precondition;
import org.casus.http.problem.Problem;
import org.casus.ledger.Author;
import org.casus.ledger.LedgerClock;
import org.casus.ledger.LedgerHead;
import org.casus.ledger.StartupRetry;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ledger.write.WriteResult;
import org.casus.ledger.write.WriteService;
import org.casus.ledger.write.WriteTransaction;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.store.Transactions;

/**
 * Updates the event types at every start, and loads a dossier at the first start. It uses the same write service as all clients.
 */
@Singleton
public class SeedData {

    private static final String TYPES = "/vocabulary/event-types.yaml";
    /** The load order of a dossier: a resource comes before the resources that refer to it. */
    private static final List<ResourceKind> ORDER = List.of(ResourceKind.DATASET, ResourceKind.PLACE,
            ResourceKind.ACTOR, ResourceKind.SOURCE, ResourceKind.EVENT, ResourceKind.STATEMENT);

    private final WriteService writes;
    private final ResourceTypes types;
    private final DossierConfig config;
    private final LedgerClock clock;

    SeedData(WriteService writes, ResourceTypes types, DossierConfig config, LedgerClock clock) {
        this.writes = writes;
        this.types = types;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Writes the data in one transaction, so that an interrupted first start leaves the database empty. If the clock is in doubt, nothing
     * may be recorded; the application starts anyway, and a later start writes the data.
     */
    public void bring() {
        if (clock.reading().state() == LedgerClock.State.AHEAD) {
            Log.warn("The event types of this version are not recorded while the clock is in doubt; the next start does it");
            return;
        }
        write();
    }

    private void write() {
        boolean empty = Transactions.read(() -> LedgerHead.read().number == 0);
        List<WriteResult> written = StartupRetry.write(() -> writes.write(Author.CASUS, empty ? "first start" : "new version",
                transaction -> {
            putAll(transaction, ResourceKind.EVENT_TYPE, TYPES);
            if (empty && !config.dossier().equals("none")) {
                putDossier(transaction, config.dossier());
            }
        }));
        long changed = written.stream().filter(one -> !(one instanceof WriteResult.Unchanged)).count();
        if (changed > 0) {
            Log.infof("Loaded %d resources%s", changed, empty ? ", dossier: " + config.dossier() : "");
        }
    }

    private void putDossier(WriteTransaction transaction, String name) {
        String folder = "/dossiers/" + name + "/";
        if (!name.matches("[a-z0-9-]+") || ORDER.stream().noneMatch(kind -> BundledData.exists(file(folder, kind)))) {
            throw new IllegalArgumentException("there is no dossier '" + name + "'; casus.dossier is a bundled one or none");
        }
        for (ResourceKind kind : ORDER) {
            if (BundledData.exists(file(folder, kind))) {
                putAll(transaction, kind, file(folder, kind));
            }
        }
    }

    private static String file(String folder, ResourceKind kind) {
        return folder + kind.collection() + ".yaml";
    }

    private void putAll(WriteTransaction transaction, ResourceKind kind, String file) {
        for (ObjectNode item : BundledData.read(file)) {
            Slug id = new Slug(item.path("id").asText());
            try {
                transaction.put(types.get(kind), id, item, Precondition.NONE);
            } catch (Problem e) {
                throw new IllegalStateException(file + ", " + id + ": " + e.getMessage() + " " + e.errors(), e);
            }
        }
    }
}
