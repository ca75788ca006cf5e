package org.casus.rest.stream;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.casus.http.Limits;
import org.casus.http.ResponseEnd;
import org.casus.http.problem.Problem;
import org.casus.readmodel.ReadModel.Page;

/** Large bodies that are made, or on their way to clients: together they are bounded, since a client may take its time. */
@Singleton
public class BodyMemoryLimit {

    private static final int KIB = 1024;
    private static final int RETRY_SECONDS = 2;

    private final CurrentVertxRequest current;
    private final int all;
    private final Semaphore room;

    /** Creates a limit for the responses of the requests at hand. */
    public BodyMemoryLimit(CurrentVertxRequest current) {
        this.current = current;
        this.all = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / Limits.AFLOAT_SHARE / KIB);
        this.room = new Semaphore(all);
    }

    /**
     * Holds room for the answer at hand, until that has gone, if it is large.
     *
     * @param page what its body is made of
     * @throws Problem 503 if there is no room now
     */
    public void hold(Page page) {
        // once as it is made, and once as it is sent
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
