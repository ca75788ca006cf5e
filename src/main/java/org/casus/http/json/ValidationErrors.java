package org.casus.http.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ValidationError;

/** Collects what is wrong with a body, so that one response reports it all. It keeps one finding for each place. */
public final class ValidationErrors {

    private static final int MOST = 50;

    private final List<ValidationError> found = new ArrayList<>();
    private final Map<String, ErrorCode> places = new HashMap<>();

    /** Notes something wrong at a JSON Pointer (without its leading '#'). */
    public void add(String pointer, ErrorCode code, String detail) {
        if (places.putIfAbsent(pointer, code) == null && found.size() < MOST) {
            found.add(ValidationError.at(pointer, code, detail));
        }
    }

    public boolean has(String pointer) {
        return places.containsKey(pointer);
    }

    /** Whether what stands there has the wrong type, so that nothing was read of it. */
    boolean isUnread(String pointer) {
        return places.get(pointer) == ErrorCode.WRONG_TYPE;
    }

    public List<ValidationError> all() {
        return List.copyOf(found);
    }

    /** @throws Problem 422 with all findings, if there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.body(found);
        }
    }
}
