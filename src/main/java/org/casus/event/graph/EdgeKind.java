package org.casus.event.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kind of an edge between two nodes. */
@Schema(description = "What ties two nodes, read from the node that says so")
public enum EdgeKind {
    /** From an event to another one; the edge has the kind of the relation. */
    @JsonProperty("relation") RELATION,
    /** From an event to an actor; the edge has the role. */
    @JsonProperty("participant") PARTICIPANT,
    /** From an event to the place where it happened. */
    @JsonProperty("place") PLACE,
    /** From an event or a statement to a source that reports it. */
    @JsonProperty("source") SOURCE,
    /** From a statement to the actor who made it. */
    @JsonProperty("speaker") SPEAKER,
    /** From a statement to the event in which it was made. */
    @JsonProperty("madeIn") MADE_IN,
    /** From a statement to a subject of it: an event, an actor or a place. */
    @JsonProperty("about") ABOUT
}
