package org.casus.rest;

import org.casus.http.Limits;
import org.casus.query.Filter;
import org.casus.query.ListQuery;
import org.casus.query.SearchText.Form;

/** The cost class of a query. Each class has its own threads, so that short queries do not wait for costly ones. */
public enum QueryClass {

    /** Queries that take milliseconds: a page of a list, with filters that the index answers directly. */
    SHORT,

    /** Queries that may take seconds, growing with the amount of data: counts, graphs, filters in a query language. */
    COSTLY;

    /** Returns the class of a query for a page of a list. */
    public static QueryClass of(ListQuery query) {
        return query.limit() > Limits.PAGE_MOST || query.filters().stream().anyMatch(QueryClass::isCostly) ? COSTLY : SHORT;
    }

    /** Returns whether a filter is costly. A prefix may expand to thousands of terms; a phrase is checked in every text with its words. */
    private static boolean isCostly(Filter filter) {
        return filter instanceof Filter.Text text
                && text.text().clauses().stream().anyMatch(clause -> clause.form() != Form.WORDS);
    }
}
