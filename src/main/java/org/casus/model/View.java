package org.casus.model;

import java.util.Map;

/**
 * The representation of a resource in responses: a record whose components are the members of the JSON object. Arrays are always
 * present, unknown scalars are omitted, and no member is null.
 */
public interface View {

    ResourceKind resource();

    String id();

    /** Returns the revision that recorded this state. */
    long revision();

    /** Returns paths to related resources by link relation, without {@code self} and {@code revisions}, which every resource has. */
    Map<String, String> links();
}
