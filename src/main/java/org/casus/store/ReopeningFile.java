package org.casus.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file that is reopened after the interruption of a thread has closed its channel, but not after its owner has closed it. */
final class ReopeningFile extends FileBase {

    private static final int TRIES = 20;

    private final Opening opening;
    private volatile FileChannel channel;
    private boolean closed;
    private Lock lock;

    ReopeningFile(Opening opening) throws IOException {
        this.opening = opening;
        this.channel = opening.open();
    }

    /** Opens the file. */
    interface Opening {
        FileChannel open() throws IOException;
    }

    private interface Operation<T> {
        T on(FileChannel channel) throws IOException;
    }

    private <T> T uninterrupted(Operation<T> operation) throws IOException {
        for (int attempt = 1; ; attempt++) {
            FileChannel current = channel;
            try {
                return operation.on(current);
            } catch (ClosedChannelException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                reopen(current);
            }
        }
    }

    private synchronized void reopen(FileChannel before) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        // clear the interrupt flag: otherwise the next attempt would be interrupted as well
        Thread.interrupted();
        if (channel == before) {
            channel = opening.open();
            if (lock != null) {
                lock.renew();
            }
        }
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        closed = true;
        channel.close();
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
        FileLock held = channel.tryLock(position, size, shared);
        if (held == null) {
            return null;
        }
        lock = new Lock(held);
        return lock;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return uninterrupted(file -> file.read(into, position));
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        return uninterrupted(file -> file.write(from, position));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        long position = position();
        return uninterrupted(file -> file.position(position).read(into));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        long position = position();
        return uninterrupted(file -> file.position(position).write(from));
    }

    @Override
    public long position() throws IOException {
        return uninterrupted(FileChannel::position);
    }

    @Override
    public FileChannel position(long position) throws IOException {
        uninterrupted(file -> file.position(position));
        return this;
    }

    @Override
    public long size() throws IOException {
        return uninterrupted(FileChannel::size);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        uninterrupted(file -> file.truncate(size));
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        uninterrupted(file -> {
            file.force(metadata);
            return null;
        });
    }

    /** A file lock that is acquired again after the file is reopened, since closing the channel releases it. */
    private final class Lock extends FileLock {

        private FileLock held;

        Lock(FileLock held) {
            super(ReopeningFile.this, held.position(), held.size(), held.isShared());
            this.held = held;
        }

        private void renew() throws IOException {
            held = channel.tryLock(position(), size(), isShared());
            if (held == null) {
                throw new IOException("another process has locked the file meanwhile");
            }
        }

        @Override
        public boolean isValid() {
            return held.isValid();
        }

        @Override
        public void release() throws IOException {
            synchronized (ReopeningFile.this) {
                lock = null;
                if (held.isValid()) {
                    held.release();
                }
            }
        }
    }
}
