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
 * A file as it is sent: written by the event loop, read by a worker thread, a few pieces ahead. The stream of the framework
 * waits for each piece anew, so it has no bound in all, and it closes the connection on a client that is silent before that
 * is told why. Only the time in which the reader waits counts against the client.
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

    /** To be made on the event loop, while the request is paused. */
    UploadStream(HttpServerRequest request, MinimumRate rate) {
        this.request = request;
        this.rate = rate;
        request.handler(this::add);
        request.endHandler(end -> end(false));
        request.exceptionHandler(failure -> end(true));
        // a connection that was closed before this is not reported again
        if (request.response().closed()) {
            end(true);
        }
    }

    private synchronized void add(Buffer next) {
        // nobody reads any more when more comes than was asked for
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

    /** @throws Problem 408 if the client sends too slowly, 413 if it sends too much */
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

    /** Passes over what is still to come, since many clients read no answer before they have sent all; slow ones are not waited for. */
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
