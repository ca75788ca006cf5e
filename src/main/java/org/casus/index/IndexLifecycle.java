package org.casus.index;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.casus.http.Limits;
import org.casus.index.lucene.LuceneReadModel;
import org.casus.ledger.Follower;
import org.casus.ledger.LedgerHead;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.names.Directory;
import org.casus.store.Transactions;

/** Opens the index when the application starts and closes it when the application stops. */
@Singleton
public class IndexLifecycle {

    private final LuceneReadModel model;
    private final LedgerFollower ledgerFollower;

    IndexLifecycle(LedgerReader ledger, IndexConfig config, Limits limits) throws IOException {
        Directory directory = new Directory();
        this.model = LuceneReadModel.open(config.folder(), directory, LedgerHead.lineage(), limits.question());
        this.ledgerFollower = new LedgerFollower(new Indexer(ledger, directory, model), model, config);
    }

    /** Starts to follow the ledger. */
    public void start() {
        ledgerFollower.start();
    }

    /** Waits, at most for the given time, until reads see every revision written so far. */
    public void await(Duration patience) {
        ledgerFollower.await(Transactions.read(() -> LedgerHead.read().number), patience);
    }

    /** Stops the follower. At this point pending requests have finished and the database is still available. */
    void stop(@Observes ShutdownEvent event) {
        ledgerFollower.stop();
    }

    @PreDestroy
    void close() throws IOException {
        model.close();
    }

    @Produces
    @Singleton
    ReadModel readModel() {
        return model;
    }

    @Produces
    @Singleton
    Follower follower() {
        return ledgerFollower;
    }

    LedgerFollower following() {
        return ledgerFollower;
    }
}
