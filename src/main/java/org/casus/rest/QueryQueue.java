package org.casus.rest;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Queries that wait for one of a few slots. Clients take turns, so that one who sends many queries delays the others by
 * one query each, not by all of them. The queue is bounded; when it is full, the client that has most in it gives way.
 */
final class QueryQueue<T> {

    private final int capacity;
    private int slots;
    private int waiting;
    /** By client, in the order in which it is their turn. No client stands here without a query. */
    private final Map<String, Deque<T>> byClient = new LinkedHashMap<>();

    /**
     * @param slots how many queries run at once
     * @param capacity how many may wait
     */
    QueryQueue(int slots, int capacity) {
        this.slots = slots;
        this.capacity = capacity;
    }

    /** Adds a query to those that wait, and returns the query that there is no room for: this one, another, or none. */
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

    /** Takes a slot for the query whose turn it is; empty if no slot is free or no query waits. */
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

    /** Gives a slot back. */
    synchronized void end() {
        slots++;
    }

    /** Removes a query that waits; false if it does not wait any longer. */
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
