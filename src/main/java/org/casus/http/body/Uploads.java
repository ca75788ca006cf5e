package org.casus.http.body;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.casus.http.Limits;
import org.casus.http.PublicAddress;
import org.casus.http.problem.Problem;

/**
 * Bodies that are files. They are too large to be kept in memory, so the resource reads them as they arrive, each on a worker
 * thread of its own. Few may do so at once: most threads are left to everybody else.
 */
@Singleton
public class Uploads {

    private static final int RETRY_SECONDS = 10;

    private final Limits limits;
    private final Semaphore places;
    private final String path;

    Uploads(Limits limits, PublicAddress address) {
        this.limits = limits;
        this.places = new Semaphore(limits.uploads());
        this.path = address.inside("/imports");
    }

    /** Whether the body of a request is a file. */
    public boolean isUpload(HttpServerRequest request) {
        return path.equals(request.path()) && (request.method() == HttpMethod.PUT || request.method() == HttpMethod.POST);
    }

    /** Returns the file that a request brings. */
    InputStream stream(HttpServerRequest request) {
        return new UploadStream(request, new MinimumRate(limits.sending()));
    }

    /**
     * Lets a resource read a file while it is sent.
     *
     * @throws Problem 503 if too many are being sent
     */
    public <T> T read(Supplier<T> reader) {
        if (!places.tryAcquire()) {
            throw Problem.unavailable("as many files as may be are being uploaded (casus.limits.uploads), and nothing of this one"
                    + " was kept; try again when they are here", RETRY_SECONDS).with("Connection", "close");
        }
        try {
            return reader.get();
        } finally {
            places.release();
        }
    }
}
