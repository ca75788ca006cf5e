package org.casus.ogc;

import java.util.List;
import java.util.regex.Pattern;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.Problem;

/** The one coordinate reference system of this door, by the names that programs have for it. */
final class Crs {

    /** The parameters that name the system of coordinates in answers, in boxes and in filters. */
    static final List<String> PARAMETERS = List.of("crs", "bbox-crs", "filter-crs");
    /** As a URI with either scheme, a CURIE with or without brackets, or a URN. */
    private static final Pattern CRS84 = Pattern.compile(
            "https?://www\\.opengis\\.net/def/crs/OGC/(1\\.3|0)/CRS84|\\[OGC:CRS84]|(OGC:)?CRS84|urn:ogc:def:crs:OGC:(1\\.3)?:CRS84",
            Pattern.CASE_INSENSITIVE);

    private Crs() {
    }

    /** @throws Problem 400 if another system is asked for */
    static void check(QueryParameters parameters) {
        PARAMETERS.forEach(name -> parameters.text(name).filter(crs -> !CRS84.matcher(crs).matches()).ifPresent(crs -> {
            throw Problem.parameter(name, ErrorCode.UNKNOWN_VALUE, "'" + name + "' is " + OgcCollection.CRS84 + " (longitude, then"
                    + " latitude, in degrees on WGS 84), also written OGC:CRS84; there is no other here, such as '"
                    + CleanText.shown(crs) + "'");
        }));
    }
}
