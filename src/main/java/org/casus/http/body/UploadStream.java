package org.casus.http.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.casus.http.Limits;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;

/**
 * The stream of an uploaded file: the event loop adds chunks, a few ahead, and a worker thread reads them. The framework's own
 * stream applies its timeout to each chunk, so the total time is unbounded, and it closes the connection of a silent client
 * before it can send an error response. Here only the time in which the reader waits counts against the client.
 */
final class UploadStream extends InputStream {

    private static final int AHEAD = 8;

    private final HttpServerRequest request;
    private final MinimumRate rate;
    private final Deque<Buffer> pieces = new ArrayDeque<>();
    private Buffer piece = Buffer.buffer();
    private int position;
    private long received;
    private boolean begun;
    private boolean ended;
    private boolean broken;

    /** Creates the stream. Must be called on the event loop while the request is paused. */
    UploadStream(HttpServerRequest request, MinimumRate rate) {
        this.request = request;
        this.rate = rate;
        request.handler(this::add);
        request.endHandler(end -> end(false));
        request.exceptionHandler(failure -> end(true));
        // handlers are not notified of a connection that was closed before they were set
        if (request.response().closed()) {
            end(true);
        }
    }

    private synchronized void add(Buffer next) {
        // more chunks than were fetched arrive only after the end of the exchange, when nothing reads them
        if (pieces.size() < AHEAD) {
            pieces.add(next);
        } else {
            broken = true;
        }
        notifyAll();
    }

    private synchronized void end(boolean early) {
        ended = true;
        broken |= early;
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * Reads up to {@code length} bytes and waits for the client if none have arrived.
     *
     * @throws Problem 408 if the client sends too slowly, 413 if it sends too much
     */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == piece.length()) {
            Buffer next = next();
            if (next == null) {
                return -1;
            }
            piece = next;
            position = 0;
        }
        int read = Math.min(length, piece.length() - position);
        piece.getBytes(position, position + read, bytes, from);
        position += read;
        return read;
    }

    private Buffer next() throws IOException {
        if (!begun) {
            begun = true;
            ExpectContinue.meet(request);
            request.fetch(AHEAD);
        }
        Buffer next = await();
        if (next != null) {
            request.fetch(1);
            received += next.length();
            if (received > Limits.UPLOAD) {
                throw new Problem(ProblemType.PAYLOAD_TOO_LARGE, "an upload has at most " + Limits.UPLOAD + " bytes")
                        .with("Connection", "close");
            }
        }
        return next;
    }

    private synchronized Buffer await() throws IOException {
        long start = System.nanoTime();
        while (pieces.isEmpty() && !ended && !broken) {
            long left = rate.left() - (System.nanoTime() - start);
            if (left <= 0) {
                rate.record(System.nanoTime() - start, 0);
                throw rate.problem();
            }
            pause(left);
        }
        if (broken) {
            throw new IOException("the connection broke off");
        }
        Buffer next = pieces.poll();
        rate.record(System.nanoTime() - start, next == null ? 0 : next.length());
        return next;
    }

    private void pause(long nanos) throws InterruptedIOException {
        try {
            wait(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Discards the rest of the body, because many clients read no response before they have sent everything. Gives up if one is slow. */
    @Override
    public void close() {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException | Problem e) {
            synchronized (this) {
                broken = true;
                pieces.clear();
            }
        }
    }
}
