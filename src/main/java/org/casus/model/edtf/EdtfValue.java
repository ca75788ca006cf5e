package org.casus.model.edtf;

/** A parsed EDTF text: a date, a date with a time, or an interval of dates. */
sealed interface EdtfValue permits PartialDate, DateTime, Interval {

    static EdtfValue parse(String text) {
        EdtfErrorMessage error = new EdtfErrorMessage(text);
        if (text == null || text.isEmpty()) {
            throw error.invalid("a date is missing", "1968-08-20");
        }
        if (text.length() > Edtf.MAX_LENGTH) {
            throw error.tooLong();
        }
        if (isSet(text)) {
            throw error.unsupported("sets of dates", "an interval that covers them", "1968/1970");
        }
        if (text.indexOf('/') >= 0) {
            return Interval.parse(text, error);
        }
        return text.indexOf('T') > 0 ? DateTime.parse(text, error) : PartialDate.parse(text, error);
    }

    TimeRange range();

    Precision precision();

    boolean uncertain();

    boolean approximate();

    private static boolean isSet(String text) {
        return text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}");
    }
}
