package org.casus.rest;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A queue of queries that wait for one of a few slots. Clients take turns, so that a client with many queries delays each other
 * client by one query, not by all of them. The queue is bounded; when it is full, the client with the most queries loses one.
 */
final class QueryQueue<T> {

    private final int capacity;
    private int slots;
    private int waiting;
    /** The queries by client, in the order of the clients' turns. Clients without queries are removed. */
    private final Map<String, Deque<T>> byClient = new LinkedHashMap<>();

    /**
     * @param slots the number of queries that run concurrently
     * @param capacity the number of queries that may wait
     */
    QueryQueue(int slots, int capacity) {
        this.slots = slots;
        this.capacity = capacity;
    }

    /** Adds a query and returns the query that has no room: this one, another, or none. */
    synchronized Optional<T> add(String client, T query) {
        Optional<T> left = Optional.empty();
        if (waiting == capacity) {
            Map.Entry<String, Deque<T>> greediest = byClient.entrySet().stream()
                    .max(Comparator.comparingInt(entry -> entry.getValue().size())).orElseThrow();
            Deque<T> own = byClient.get(client);
            int after = own == null ? 1 : own.size() + 1;
            if (greediest.getValue().size() <= after) {
                return Optional.of(query);
            }
            left = Optional.of(greediest.getValue().removeLast());
            waiting--;
        }
        byClient.computeIfAbsent(client, name -> new ArrayDeque<>()).addLast(query);
        waiting++;
        return left;
    }

    /** Takes a slot and returns the next query; empty if no slot is free or no query waits. */
    synchronized Optional<T> start() {
        if (slots == 0 || waiting == 0) {
            return Optional.empty();
        }
        slots--;
        waiting--;
        String client = byClient.keySet().iterator().next();
        Deque<T> queries = byClient.remove(client);
        T next = queries.removeFirst();
        if (!queries.isEmpty()) {
            byClient.put(client, queries);
        }
        return Optional.of(next);
    }

    synchronized int waiting() {
        return waiting;
    }

    /** Releases a slot. */
    synchronized void end() {
        slots++;
    }

    /** Removes a waiting query; returns false if it is no longer waiting. */
    synchronized boolean remove(String client, T query) {
        Deque<T> queries = byClient.get(client);
        if (queries == null || !queries.remove(query)) {
            return false;
        }
        waiting--;
        if (queries.isEmpty()) {
            byClient.remove(client);
        }
        return true;
    }
}
