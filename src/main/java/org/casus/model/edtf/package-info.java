/**
 * Partial and uncertain dates. A source often knows less than a day: a month, a decade, "about 1968", "since then". Such a date is
 * written in EDTF (ISO 8601-2, as profiled by the Library of Congress on 2019-02-04) and the text is the truth: {@link Edtf} keeps it
 * as given and derives from it a {@link TimeRange} in UTC, by which dates are found and compared.
 *
 * <p>Level 0 is supported, and in addition the following features of levels 1 and 2 are supported: {@code ?}, {@code ~} and {@code %}
 * after a whole date, the right-most digits {@code X} of a date, open and unknown ends of an interval (level 1), and all of these at
 * the ends of an interval (level 2). Years run from 0000 to 9999.
 */
package org.casus.model.edtf;
