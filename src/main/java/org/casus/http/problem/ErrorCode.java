package org.casus.http.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A machine-readable code for an error in one member, parameter or header. */
public enum ErrorCode {
    REQUIRED,
    UNKNOWN_MEMBER,
    UNKNOWN_PARAMETER,
    UNKNOWN_VALUE,
    UNKNOWN_REFERENCE,
    WRONG_TYPE,
    READ_ONLY,
    SIZE,
    RANGE,
    PATTERN,
    TEXT,
    RULE,
    REPEATED,
    CIRCLE,
    REFERRED,
    TAKEN,
    EDTF_INVALID,
    EDTF_UNSUPPORTED,
    CURSOR;

    @JsonValue
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
