package org.casus.rest;

import org.casus.http.Limits;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.SearchText.Form;

/** How much work a query may be. The classes have threads of their own, so that short queries do not wait for costly ones. */
public enum QueryClass {

    /** Takes milliseconds: a page of a list, by filters that the index answers directly. */
    SHORT,

    /** May take seconds, and more of them the more is stored: counts, graphs, filters in a query language. */
    COSTLY;

    /** The class of a page of a list. */
    public static QueryClass of(ListQuery query) {
        return query.limit() > Limits.PAGE_MOST || query.filters().stream().anyMatch(QueryClass::isCostly) ? COSTLY : SHORT;
    }

    /** A prefix may stand for thousands of words, and a phrase is searched for in every text that has its words. */
    private static boolean isCostly(Filter filter) {
        return filter instanceof Filter.Text text
                && text.text().clauses().stream().anyMatch(clause -> clause.form() != Form.WORDS);
    }
}
