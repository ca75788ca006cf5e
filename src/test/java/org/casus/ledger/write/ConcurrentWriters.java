package org.casus.ledger.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that start at the same moment. */
public final class ConcurrentWriters {

    private ConcurrentWriters() {
    }

    /** Runs all at once and gives what each gave, in their order. What one throws is thrown. */
    public static <T> List<T> atOnce(List<Callable<T>> all) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        CyclicBarrier start = new CyclicBarrier(all.size());
        try {
            List<Callable<T>> aligned = new ArrayList<>();
            all.forEach(one -> aligned.add(() -> {
                start.await();
                return one.call();
            }));
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(aligned)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
