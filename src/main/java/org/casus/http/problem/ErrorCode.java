package org.casus.http.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is wrong with one member or parameter, for programs. */
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
