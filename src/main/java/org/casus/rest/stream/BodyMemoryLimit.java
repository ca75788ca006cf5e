package org.casus.rest.stream;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.casus.http.Limits;
import org.casus.http.ResponseEnd;
import org.casus.http.problem.Problem;
import org.casus.readmodel.ReadModel.Page;

/** Limits the total memory of large bodies that are being created or sent. A slow client may hold its body for a long time. */
@Singleton
public class BodyMemoryLimit {

    private static final int KIB = 1024;
    private static final int RETRY_SECONDS = 2;

    private final CurrentVertxRequest current;
    private final int all;
    private final Semaphore room;

    /** Creates a limit that is a share of the maximum heap; {@code current} provides the request of each response. */
    public BodyMemoryLimit(CurrentVertxRequest current) {
        this.current = current;
        this.all = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / Limits.AFLOAT_SHARE / KIB);
        this.room = new Semaphore(all);
    }

    /**
     * Reserves memory for the current response until it has been sent, if it is large.
     *
     * @param page the page that its body is created from
     * @throws Problem 503 if too little memory is free
     */
    public void hold(Page page) {
        // once while it is created, and once while it is sent
        hold(2 * page.items().stream().mapToLong(item -> item.template().length()).sum());
    }

    private void hold(long bytes) {
        if (bytes < Limits.LARGE_BODY) {
            return;
        }
        int wanted = (int) Math.min(all, bytes / KIB);
        ResponseEnd responseEnd = ResponseEnd.of(current.getCurrent());
        if (!room.tryAcquire(wanted)) {
            throw Problem.unavailable("many large answers are under way; try again, or ask for fewer at once with 'limit'",
                    RETRY_SECONDS);
        }
        responseEnd.release(() -> room.release(wanted));
    }
}
