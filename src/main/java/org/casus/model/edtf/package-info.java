/**
 * Partial and uncertain dates. Many sources do not give an exact day but a month, a decade, "about 1968" or "since then". Such a date is
 * written in EDTF (ISO 8601-2, as profiled by the Library of Congress on 2019-02-04). {@link Edtf} keeps the original text, which is
 * authoritative, and derives a {@link TimeRange} in UTC from it. Searches and comparisons use the range.
 *
 * <p>All of level 0 is supported. Of level 1, {@code ?}, {@code ~} and {@code %} after a whole date, {@code X} for the right-most digits
 * of a date, and open and unknown ends of an interval are supported; of level 2, all of these at the ends of an interval. Years range
 * from 0000 to 9999.
 */
package org.casus.model.edtf;
