package org.casus.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** The role of a key; each role includes the permissions of the roles before it. */
public enum KeyRole {
    /** May read imports and, if reads are closed, everything else except keys. */
    @JsonProperty("reader") READER,
    /** May write resources. */
    @JsonProperty("editor") EDITOR,
    /** May manage keys. */
    @JsonProperty("admin") ADMIN;

    /** Returns the names of this role and of the roles that it includes. */
    Set<String> names() {
        return switch (this) {
            case READER -> Set.of(READER.name());
            case EDITOR -> Set.of(READER.name(), EDITOR.name());
            case ADMIN -> Set.of(READER.name(), EDITOR.name(), ADMIN.name());
        };
    }
}
