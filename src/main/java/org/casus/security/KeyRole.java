package org.casus.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** The role of a key; each role allows all that the ones before it do. */
public enum KeyRole {
    /** To read, where reads are closed. */
    @JsonProperty("reader") READER,
    /** To write resources. */
    @JsonProperty("editor") EDITOR,
    /** To manage keys. */
    @JsonProperty("admin") ADMIN;

    /** The names of this role and of those that it includes. */
    Set<String> names() {
        return switch (this) {
            case READER -> Set.of(READER.name());
            case EDITOR -> Set.of(READER.name(), EDITOR.name());
            case ADMIN -> Set.of(READER.name(), EDITOR.name(), ADMIN.name());
        };
    }
}
