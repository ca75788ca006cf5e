package org.casus.model.edtf;

/** What a text turned out to be: a date, a date with a time, or an interval of dates. */
sealed interface Form permits PartialDate, DateTime, Interval {

    static Form parse(String text) {
        Refusal refusal = new Refusal(text);
        if (text == null || text.isEmpty()) {
            throw refusal.invalid("a date is missing", "1968-08-20");
        }
        if (text.length() > Edtf.MAX_LENGTH) {
            throw refusal.tooLong();
        }
        if (isSet(text)) {
            throw refusal.unsupported("sets of dates", "an interval that covers them", "1968/1970");
        }
        if (text.indexOf('/') >= 0) {
            return Interval.parse(text, refusal);
        }
        return text.indexOf('T') > 0 ? DateTime.parse(text, refusal) : PartialDate.parse(text, refusal);
    }

    TimeRange range();

    Precision precision();

    boolean uncertain();

    boolean approximate();

    private static boolean isSet(String text) {
        return text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}");
    }
}
