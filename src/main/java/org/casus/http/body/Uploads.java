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
 * Limits and opens file uploads. Files are too large for memory, so the resource reads them as they arrive, each on its own
 * worker thread. The number of concurrent uploads is small so that most worker threads remain free for other requests.
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

    /** Returns whether the body of the request is a file. */
    public boolean isUpload(HttpServerRequest request) {
        return path.equals(request.path()) && (request.method() == HttpMethod.PUT || request.method() == HttpMethod.POST);
    }

    /** Returns a stream of the uploaded file. */
    InputStream stream(HttpServerRequest request) {
        return new UploadStream(request, new MinimumRate(limits.sending()));
    }

    /**
     * Runs the reader of an upload within the limit on concurrent uploads, and returns its result.
     *
     * @throws Problem 503 if too many uploads are running
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
