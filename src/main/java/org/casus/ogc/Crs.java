package org.casus.ogc;

import java.util.List;
import java.util.regex.Pattern;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;

/** CRS84, the only coordinate reference system that is supported, and the names that clients use for it. */
final class Crs {

    /** The parameters that name the CRS of responses, boxes and filters. */
    static final List<String> PARAMETERS = List.of("crs", "bbox-crs", "filter-crs");
    /** The names of CRS84: a URI with either scheme, a CURIE with or without brackets, or a URN. */
    private static final Pattern CRS84 = Pattern.compile(
            "https?://www\\.opengis\\.net/def/crs/OGC/(1\\.3|0)/CRS84|\\[OGC:CRS84]|(OGC:)?CRS84|urn:ogc:def:crs:OGC:(1\\.3)?:CRS84",
            Pattern.CASE_INSENSITIVE);

    private Crs() {
    }

    /**
     * Checks that every CRS parameter names CRS84.
     *
     * @throws Problem 400 if a parameter names another CRS
     */
    static void check(QueryParameters parameters) {
        PARAMETERS.forEach(name -> parameters.text(name).filter(crs -> !CRS84.matcher(crs).matches()).ifPresent(crs -> {
            throw Problem.parameter(name, ErrorCode.UNKNOWN_VALUE, "'" + name + "' is " + OgcCollection.CRS84 + " (longitude, then"
                    + " latitude, in degrees on WGS 84), also written OGC:CRS84; there is no other here, such as '"
                    + CleanText.shown(crs) + "'");
        }));
    }
}
