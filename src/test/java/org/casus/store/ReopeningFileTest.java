package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReopeningFileTest {

    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private FileChannel plain() throws IOException {
        return FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Test
    void an_interrupted_thread_closes_it_for_nobody_and_loses_no_lock() throws IOException {
        try (ReopeningFile file = new ReopeningFile(this::plain)) {
            FileLock lock = file.tryLock();
            Thread.currentThread().interrupt();
            assertThat(file.write(ByteBuffer.wrap("word".getBytes()), 0)).isEqualTo(4);
            assertThat(Thread.interrupted()).isFalse();
            Thread.currentThread().interrupt();
            assertThat(file.position(2).read(ByteBuffer.allocate(9))).isEqualTo(2);
            assertThat(file.position()).isEqualTo(4);
            assertThat(lock.isValid()).isTrue();
            try (FileChannel other = plain()) {
                assertThatThrownBy(other::tryLock).hasMessage(null).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void what_its_owner_closed_stays_closed_and_is_free_for_the_next() throws IOException {
        ReopeningFile file = new ReopeningFile(this::plain);
        file.tryLock();
        file.close();
        assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1), 0)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> file.write(ByteBuffer.allocate(1), 0)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(file::size).isInstanceOf(ClosedChannelException.class);
        try (FileChannel next = plain()) {
            assertThat(next.tryLock()).isNotNull();
        }
    }
}
