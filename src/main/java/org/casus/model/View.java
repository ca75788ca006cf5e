package org.casus.model;

import java.util.Map;

/**
 * A resource as clients get it: a record whose components are the members. Arrays are always there, unknown scalars
 * are not, nothing is null in an answer.
 */
public interface View {

    ResourceKind resource();

    String id();

    /** The revision at which this state began. */
    long revision();

    /** Paths to what one would ask next, by relation; without {@code self} and {@code revisions}, which all have. */
    Map<String, String> links();
}
