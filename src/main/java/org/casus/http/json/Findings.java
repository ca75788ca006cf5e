package org.casus.http.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Finding;
import org.casus.http.problem.Problem;

/** What is wrong with a body, collected so that it can be said at once. One finding for each place is enough. */
public final class Findings {

    private static final int MOST = 50;

    private final List<Finding> found = new ArrayList<>();
    private final Set<String> places = new HashSet<>();

    /** Notes something wrong at a JSON Pointer (without its leading '#'). */
    public void add(String pointer, ErrorCode code, String detail) {
        if (places.add(pointer) && found.size() < MOST) {
            found.add(Finding.at(pointer, code, detail));
        }
    }

    public boolean has(String pointer) {
        return places.contains(pointer);
    }

    /** @throws Problem 422 with all findings, if there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.body(found);
        }
    }
}
