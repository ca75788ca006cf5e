package org.casus.http.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ValidationError;

/** Collects the errors in a body so that one response reports them all. Only the first error for each pointer is kept. */
public final class ValidationErrors {

    private static final int MOST = 50;

    private final List<ValidationError> found = new ArrayList<>();
    private final Map<String, ErrorCode> places = new HashMap<>();

    /** Adds an error at a JSON Pointer, given without the leading '#'. Later errors at the same pointer are ignored. */
    public void add(String pointer, ErrorCode code, String detail) {
        if (places.putIfAbsent(pointer, code) == null && found.size() < MOST) {
            found.add(ValidationError.at(pointer, code, detail));
        }
    }

    public boolean has(String pointer) {
        return places.containsKey(pointer);
    }

    /** Returns whether the value at the pointer was not read because it has the wrong type. */
    boolean isUnread(String pointer) {
        return places.get(pointer) == ErrorCode.WRONG_TYPE;
    }

    public List<ValidationError> all() {
        return List.copyOf(found);
    }

    /**
     * Throws if any error was added.
     *
     * @throws Problem 422 with all collected errors
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.body(found);
        }
    }
}
