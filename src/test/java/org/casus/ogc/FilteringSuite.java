package org.casus.ogc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.casus.HttpSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OGC API Features Part 3 (OGC 19-079r2) and CQL2 (OGC 21-065r2): each class of requirements that is declared, on four events:
 * a, at a corner of a square and with deaths; b, within it, ongoing; c, outside; d, of which little is known.
 */
abstract class FilteringSuite extends HttpSuite {

    private static final String ITEMS = "/collections/events/items";
    private static final String SQUARE = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";

    private static String set;
    private static String place;

    @BeforeEach
    void events() {
        if (set != null) {
            return;
        }
        String made = dataset();
        place = place("Łódź", null);
        String of = ", \"dataset\": \"" + made + "\"";
        String target = "{\"role\": \"target\", \"actor\": \"" + actor("Strelsau") + "\"}";
        create("/events/" + made + "-a", event("Straße nach Łódź", "2001-03-01", of + ", \"summary\": \"On the square\", \"tags\":"
                + " [\"border\", \"cold-war\"], \"participants\": [{\"role\": \"initiator\", \"actor\": \"" + actor("Old | Ruritania")
                + "\"}, " + target + "], \"location\": {\"lon\": 0, \"lat\": 0, \"precision\": \"exact\"},"
                + " \"fatalities\": {\"low\": 1, \"best\": 2, \"high\": 5}, \"place\": \"" + place + "\""));
        create("/events/" + made + "-b", event("100% o'clock", "2001-03-01/..", of + ", \"tags\": [\"border\"], \"participants\": ["
                + target + "], \"location\": {\"lon\": 5, \"lat\": 5, \"precision\": \"district\"},"
                + " \"fatalities\": {\"best\": 7}"));
        create("/events/" + made + "-c", event("Zebra", "2001-03-01/2001-05-31", of + ", \"location\": {\"lon\": -20, \"lat\": 5}"));
        create("/events/" + made + "-d", event("απλή Οδός", "../1999-12-31", of));
        set = made;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse asked(String filter, String further) {
        return reader().get(ITEMS + "?dataset=" + set + "&filter=" + encoded(filter) + further).then();
    }

    /** The letters of the events found. */
    private static String found(String filter) {
        return letters(asked(filter, "").statusCode(200).extract().jsonPath().getList("features.id"));
    }

    private static String json(String filter) {
        return letters(asked(filter.replace('\'', '"'), "&filter-lang=cql2-json").statusCode(200).extract().jsonPath()
                .getList("features.id"));
    }

    private static String letters(List<String> ids) {
        Set<String> letters = new TreeSet<>();
        ids.forEach(id -> letters.add(id.substring(id.length() - 1)));
        return String.join("", letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "places", "statements"})
    void conf_queryables(String collection) {
        String path = "/collections/" + collection + "/queryables";
        String href = reader().get("/collections/" + collection).jsonPath()
                .getString("links.find { it.rel == 'http://www.opengis.net/def/rel/ogc/1.0/queryables' }.href");
        assertThat(href).endsWith(path);
        reader().accept("application/schema+json").get(path + "?f=json").then().statusCode(200).contentType("application/schema+json")
                .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema"))
                .body("'$id'", equalTo(href))
                .body("type", equalTo("object"))
                .body("additionalProperties", equalTo(false))
                .body("properties.revision.type", equalTo("integer"));
    }

    @Test
    void conf_queryables_a_geometry_has_a_format_and_no_type() {
        reader().get("/collections/events/queryables").then()
                .body("properties.geometry.format", equalTo("geometry-point"))
                .body("properties.geometry", not(hasKey("type")))
                .body("properties.earliest.type", equalTo("string"))
                .body("properties.earliest.format", equalTo("date-time"));
    }

    @Test
    void conf_queryables_query_parameters() {
        String of = ITEMS + "?dataset=" + set;
        assertThat(letters(reader().get(of + "&title=Zebra").jsonPath().getList("features.id"))).isEqualTo("c");
        assertThat(letters(reader().get(of + "&fatalitiesBest=7").jsonPath().getList("features.id"))).isEqualTo("b");
        assertThat(letters(reader().get(of + "&earliest=2001-03-01T00:00:00Z&typeId=speech").jsonPath().getList("features.id")))
                .isEqualTo("abc");
        assertThat(letters(reader().get(of + "&placeName=%C5%81%C3%B3d%C5%BA").jsonPath().getList("features.id"))).isEqualTo("a");
        reader().get(of + "&fatalitiesBest=seven").then().statusCode(400).body("errors.parameter", hasItem("fatalitiesBest"));
        reader().get(of + "&latest=soon").then().statusCode(400).body("errors.parameter", hasItem("latest"));
    }

    @Test
    void conf_queryables_query_parameters_are_all_declared() {
        List<String> declared = given().get("/openapi?f=json").jsonPath().getList("paths.'" + ITEMS + "'.get.parameters.name");
        Set<String> queryables = reader().get("/collections/events/queryables").jsonPath().<String, Object>getMap("properties").keySet();
        assertThat(declared).containsAll(queryables.stream().filter(name -> !name.equals("geometry")).toList());
    }

    @Test
    void conf_features_filter() {
        reader().get(ITEMS + "?filter-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84&filter=title%20IS%20NULL").then().statusCode(200)
                .body("numberMatched", equalTo(0));
        reader().get(ITEMS + "?filter-crs=http://www.opengis.net/def/crs/EPSG/0/3857&filter=true").then().statusCode(400);
        reader().get(ITEMS + "?filter-lang=sql&filter=true").then().statusCode(400).body("detail", containsString("cql2-text"));
        asked("title = 'Zebra'", "&bbox=-30,0,-10,10").body("numberMatched", equalTo(1));
        asked("title = 'Zebra'", "&bbox=0,0,10,10").body("numberMatched", equalTo(0));
        asked("title = 'Zebra'", "&datetime=1990-01-01T00:00:00Z").body("numberMatched", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title = 'Zebra'                              | c
            title <> 'Zebra'                             | abd
            title > 'Straße'                             | acd
            title >= 'Zebra'                             | cd
            title < 'Zebra'                              | ab
            'Zebra' = title                              | c
            fatalitiesBest = 2                           | a
            fatalitiesBest <> 2                          | b
            NOT fatalitiesBest = 2                       | b
            NOT (NOT fatalitiesBest = 2)                 | a
            fatalitiesBest < 7                           | a
            7 > fatalitiesBest                           | a
            fatalitiesBest <= 6.5                        | a
            fatalitiesBest = 6.5                         | ``
            fatalitiesBest <> 6.5                        | ab
            fatalitiesBest > -1e30                       | ab
            fatalitiesBest IS NULL                       | cd
            fatalitiesBest IS NOT NULL                   | ab
            fatalitiesBest = 2 OR title = 'Zebra'        | ac
            NOT (fatalitiesBest = 2 AND title = 'Zebra') | abd
            NOT (fatalitiesBest = 2 OR title = 'Zebra')  | b
            fatalitiesBest = 2 AND NOT latest IS NULL    | a
            latest IS NULL                               | b
            earliest IS NULL                             | d
            earliest = DATE('2001-03-01')                | abc
            earliest = TIMESTAMP('2001-03-01T00:00:00Z') | abc
            earliest < DATE('2001-03-01')                | ``
            latest > DATE('2001-05-31')                  | ``
            latest >= DATE('2001-05-31')                 | c
            latest = '2001-05-31T23:59:59.999Z'          | c
            "title" = 'Zebra'                            | c
            true                                         | abcd
            false                                        | ``
            title = 'Zebra' and (TRUE or False)          | c
            title = '100% o''clock'                      | b
            when = '2001-03-01/..'                       | b
            geometry IS NULL                             | d
            placeName = 'Łódź'                           | a
            placeName <> 'x'                             | a
            """)
    void conf_basic_cql2(String filter, String letters) {
        assertThat(found(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            summary = 'On the square'                  ; a
            summary LIKE '%square%'                    ; a
            summary IS NULL                            ; bcd
            precision = 'exact'                        ; a
            precision IN ('exact', 'district')         ; ab
            precision <> 'exact'                       ; b
            tags = 'border'                            ; ab
            tags = 'border|cold-war'                   ; a
            tags = 'cold-war|border'                   ; a
            tags = 'border|election'                   ; ``
            tags <> 'cold-war'                         ; b
            tags <> 'border|cold-war'                  ; b
            tags LIKE 'cold%'                          ; a
            tags IN ('cold-war', 'election')           ; a
            tags IS NULL                               ; cd
            initiators = 'Old | Ruritania'             ; a
            initiators = 'Old \\| Ruritania'           ; a
            initiators = 'Ruritania'                   ; ``
            CASEI(initiators) LIKE CASEI('%RURITANIA') ; a
            initiators IS NOT NULL                     ; a
            targets = 'Strelsau'                       ; ab
            NOT targets = 'Strelsau'                   ; ``
            targets IS NULL                            ; cd
            participants LIKE 'target:%'               ; ab
            participants LIKE 'target/%'               ; ``
            participants LIKE 'initiator:%'            ; a
            sources IS NULL                            ; abcd
            updatedAt > DATE('2000-01-01')             ; abcd
            T_BEFORE(updatedAt, DATE('2000-01-01'))    ; ``
            start = DATE('2001-03-01')                 ; abc
            start < DATE('2001-03-01')                 ; ``
            end >= '2001-05-31'                        ; c
            end IS NULL                                ; b
            T_INTERSECTS(INTERVAL(start, end), DATE('2001-04-01')) ; bc
            """)
    void what_is_shown_can_be_filtered_by(String filter, String letters) {
        assertThat(found(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "places", "statements"})
    void whatever_is_shown_is_queryable_and_what_is_one_short_value_of_its_own_is_sortable(String collection) {
        String path = "/collections/" + collection;
        Set<String> shown = reader().get(path + "/schema").jsonPath().<String, Object>getMap("properties").keySet();
        Set<String> sortable = new TreeSet<>(shown);
        sortable.removeAll(Set.of("geometry", "summary", "quote", "initiators", "targets", "participants", "sources", "tags", "names",
                "identifiers", "about", "typeName", "placeName", "datasetName", "withinName", "speakerName"));
        assertThat(reader().get(path + "/queryables").jsonPath().<String, Object>getMap("properties").keySet()).containsAll(shown);
        assertThat(reader().get(path + "/sortables").jsonPath().<String, Object>getMap("properties").keySet()).containsAll(sortable);
        sortable.forEach(by -> reader().get(path + "/items?limit=2&sortby=-" + by).then().statusCode(200));
    }

    @Test
    void a_condition_on_a_column_is_a_parameter_as_GDAL_sends_it() {
        String of = ITEMS + "?dataset=" + set;
        assertThat(letters(reader().get(of + "&tags=border%7Ccold-war").jsonPath().getList("features.id"))).isEqualTo("a");
        assertThat(letters(reader().get(of + "&targets=Strelsau&precision=district").jsonPath().getList("features.id"))).isEqualTo("b");
        assertThat(letters(reader().get(of + "&start=2001-03-01").jsonPath().getList("features.id"))).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title LIKE 'Z%'                          | c
            title LIKE '%o%'                         | b
            title LIKE '_ebra'                       | c
            title NOT LIKE '%e%'                     | bd
            title LIKE '100\\%%'                     | b
            title LIKE '10\\%%'                      | ``
            placeName NOT LIKE 'x%'                  | a
            fatalitiesBest BETWEEN 2 AND 6           | a
            fatalitiesBest NOT BETWEEN 2 AND 6       | b
            title BETWEEN 'A' AND 'T'                | a
            title IN ('Zebra', 'Ape')                | c
            fatalitiesBest IN (2, 7)                 | ab
            fatalitiesBest NOT IN (2)                | b
            earliest IN (DATE('2001-03-01'))         | abc
            """)
    void conf_advanced_comparison_operators(String filter, String letters) {
        assertThat(found(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CASEI(title) = CASEI('ZEBRA')                          | c
            CASEI(title) LIKE CASEI('STRASSE%')                    | a
            CASEI(title) LIKE CASEI('%ΟΔΌΣ')                       | d
            CASEI(title) IN (CASEI('zebra'), CASEI('x'))           | c
            title = 'ZEBRA'                                        | ``
            ACCENTI(title) LIKE ACCENTI('%Łodz')                   | a
            ACCENTI(CASEI(title)) LIKE ACCENTI(CASEI('%οδος'))     | d
            casei(placeName) = casei('ŁÓDŹ')                       | a
            """)
    void conf_case_insensitive_and_accent_insensitive_comparison(String filter, String letters) {
        assertThat(found(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            S_INTERSECTS(geometry, POINT(0 0))                                  | a
            S_INTERSECTS(POINT(0 0), geometry)                                  | a
            S_INTERSECTS(geometry, POINT Z(0 0 100))                            | a
            S_INTERSECTS(geometry, BBOX(0, 0, 10, 10))                          | ab
            S_INTERSECTS(geometry, BBOX(0, 0, -5, 10, 10, 5))                   | ab
            S_INTERSECTS(geometry, BBOX(170, 0, -15, 10))                       | c
            NOT S_INTERSECTS(geometry, BBOX(0, 0, 10, 10))                      | c
            S_INTERSECTS(geometry, BBOX(339, 0, 345, 10))                       | c
            S_INTERSECTS(geometry, BBOX(-200, -100, 200, 100))                  | abc
            S_INTERSECTS(geometry, POLYGON((330 0, 370 0, 370 10, 330 10, 330 0))) | abc
            S_WITHIN(geometry, POLYGON((350 -1, 370 -1, 370 10, 350 10, 350 -1)))  | ab
            S_EQUALS(geometry, POINT(365 5))                                    | b
            S_INTERSECTS(geometry, POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))      | ab
            S_INTERSECTS(geometry, POLYGON((-30 0, 10 0, 10 10, -30 10, -30 0), (4 4, 6 4, 6 6, 4 6, 4 4))) | ac
            S_INTERSECTS(geometry, MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((-21 4, -19 4, -19 6, -21 6, -21 4)))) | ac
            S_INTERSECTS(geometry, LINESTRING(-5 -5, 5 5))                      | ab
            S_INTERSECTS(geometry, MULTILINESTRING((0 0, 1 1), (-20 5, -20 6))) | ac
            S_INTERSECTS(geometry, MULTIPOINT((0 0), (5 5)))                    | ab
            S_INTERSECTS(geometry, MULTIPOINT(0 0, 5 5))                        | ab
            S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(0 0), POINT(-20 5)))| ac
            S_DISJOINT(geometry, POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))        | c
            S_WITHIN(geometry, POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))          | b
            S_CONTAINS(POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)), geometry)        | b
            S_TOUCHES(geometry, POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))         | a
            S_TOUCHES(LINESTRING(0 0, 5 5), geometry)                           | ab
            S_EQUALS(geometry, POINT(5 5))                                      | b
            S_CONTAINS(geometry, POINT(5 5))                                    | b
            S_CROSSES(geometry, LINESTRING(-5 -5, 5 5))                         | ``
            NOT S_OVERLAPS(geometry, MULTIPOINT(0 0, 1 1))                      | abc
            """)
    void conf_spatial_functions(String filter, String letters) {
        assertThat(found(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            T_AFTER(earliest, DATE('2001-02-28'))                                                        | abc
            T_BEFORE(latest, DATE('2001-03-02'))                                                         | ad
            T_INTERSECTS(INTERVAL(earliest, latest), DATE('2001-04-01'))                                 | bc
            T_INTERSECTS(INTERVAL(earliest, latest), INTERVAL('2001-04-01', '..'))                       | bc
            T_INTERSECTS(INTERVAL(earliest, latest), INTERVAL('..', '1990-01-01'))                       | d
            T_DISJOINT(INTERVAL(earliest, latest), INTERVAL('2001-04-01', '..'))                         | ad
            T_DURING(INTERVAL(earliest, latest), INTERVAL('2001-02-01', '2001-12-31'))                   | ac
            T_DURING(INTERVAL(earliest, latest), INTERVAL('2001-02-01', '..'))                           | ac
            T_EQUALS(INTERVAL(earliest, latest), INTERVAL('2001-03-01', '2001-05-31'))                   | c
            T_EQUALS(INTERVAL(earliest, latest), DATE('2001-03-01'))                                     | a
            T_EQUALS(INTERVAL(earliest, latest), INTERVAL('2001-03-01', '..'))                           | b
            T_STARTS(INTERVAL(earliest, latest), INTERVAL('2001-03-01', '2002-01-01'))                   | ac
            T_STARTEDBY(INTERVAL(earliest, latest), DATE('2001-03-01'))                                  | bc
            T_FINISHES(INTERVAL(earliest, latest), INTERVAL('2001-01-01', '2001-05-31'))                 | c
            T_FINISHEDBY(INTERVAL(earliest, latest), DATE('1999-12-31'))                                 | d
            T_CONTAINS(INTERVAL(earliest, latest), INTERVAL('2001-04-01', '2001-04-02'))                 | bc
            T_OVERLAPS(INTERVAL(earliest, latest), INTERVAL('2001-05-01', '2001-07-01'))                 | c
            T_OVERLAPPEDBY(INTERVAL(earliest, latest), INTERVAL('2001-01-01', '2001-04-01'))             | bc
            T_MEETS(INTERVAL(earliest, latest), INTERVAL('2001-05-31T23:59:59.999Z', '2002-01-01'))      | c
            T_METBY(INTERVAL(earliest, latest), INTERVAL('2001-01-01', '2001-03-01T00:00:00Z'))          | abc
            T_AFTER(INTERVAL('2010-01-01', '..'), INTERVAL(earliest, latest))                            | acd
            """)
    void conf_temporal_functions(String filter, String letters) {
        assertThat(found(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'=','args':[{'property':'title'},'Zebra']}                                                       | c
            {'op':'<>','args':[{'property':'fatalitiesBest'},2]}                                                   | b
            {'op':'and','args':[{'op':'isNull','args':[{'property':'latest'}]},true]}                              | b
            {'op':'or','args':[{'op':'=','args':[{'property':'title'},'Zebra']},{'op':'=','args':[{'property':'fatalitiesBest'},2]}]} | ac
            {'op':'not','args':[{'op':'=','args':[{'property':'fatalitiesBest'},2]}]}                              | b
            {'op':'like','args':[{'property':'title'},'Z%']}                                                       | c
            {'op':'between','args':[{'property':'fatalitiesBest'},2,6]}                                            | a
            {'op':'in','args':[{'property':'title'},['Zebra','x']]}                                                | c
            {'op':'=','args':[{'op':'casei','args':[{'property':'title'}]},{'op':'casei','args':['ZEBRA']}]}       | c
            {'op':'like','args':[{'op':'accenti','args':[{'property':'title'}]},{'op':'accenti','args':['%Łodz']}]} | a
            {'op':'>=','args':[{'property':'latest'},{'date':'2001-05-31'}]}                                       | c
            {'op':'=','args':[{'property':'earliest'},{'timestamp':'2001-03-01T00:00:00Z'}]}                       | abc
            {'op':'s_intersects','args':[{'property':'geometry'},{'bbox':[0,0,10,10]}]}                            | ab
            {'op':'s_intersects','args':[{'property':'geometry'},{'type':'Point','coordinates':[0,0]}]}            | a
            {'op':'s_within','args':[{'property':'geometry'},{'type':'Polygon','coordinates':[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}]} | b
            {'op':'s_intersects','args':[{'property':'geometry'},{'type':'GeometryCollection','geometries':[{'type':'MultiPoint','coordinates':[[0,0],[5,5]]}]}]} | ab
            {'op':'t_equals','args':[{'interval':[{'property':'earliest'},{'property':'latest'}]},{'interval':['2001-03-01','..']}]} | b
            {'op':'t_after','args':[{'property':'earliest'},{'date':'2001-02-28'}]}                                | abc
            """)
    void conf_cql2_json(String filter, String letters) {
        assertThat(json(filter)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            titel = 'x'                                | 1  | did you mean 'title'
            title = 'x                                 | 9  | never closed
            title = 'a' AND                            | 16 | ends where
            title = 'a' ADN when = 'b'                 | 13 | did you mean 'AND'
            (title = 'a'                               | 13 | a ')' belongs here
            title LIKE 3                               | 12 | is a text
            fatalitiesBest LIKE 'a'                    | 1  | is a number
            fatalitiesBest = 'a'                       | 18 | is a number
            title = 3                                  | 9  | is a text
            title = when                               | 9  | not with another property
            1 = 1                                      | 1  | names a property
            title                                      | 6  | goes on here with
            title IS 3                                 | 10 | NULL or NOT NULL
            earliest > DATE('2001-02-30')              | 17 | is no day
            earliest > TIMESTAMP('now')                | 22 | is no moment
            T_AFTER(title, DATE('2001-01-01'))         | 9  | is a text
            T_AFTER(earliest, latest)                  | 19 | not with another
            T_AFTER(earliest, INTERVAL('2002-01-01', '2001-01-01')) | 19 | ends before it begins
            T_AFTER(earliest, INTERVAL('..', '..'))    | 19 | has an end
            S_INTERSECTS(geometry, title)              | 24 | takes a property and a geometry
            S_INTERSECTS(title, POINT(1 1))            | 14 | is a text
            S_INTERSECTS(geometry, POINT(0 91))        | 30 | from -90 to 90
            S_INTERSECTS(geometry, POINT(4000 0))      | 30 | at most to 3600
            S_INTERSECTS(geometry, BBOX(0, 91, 1, 92)) | 24 | beyond a pole
            S_INTERSECTS(geometry, POINT(1))           | 30 | a longitude and a latitude
            S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1))) | 32 | the last is the first again
            S_INTERSECTS(geometry, BBOX(1, 2, 3))      | 24 | four numbers
            S_INTERSECTS(geometry)                     | 22 | takes two
            fatalitiesBest + 1 = 3                     | 16 | arithmetic
            A_CONTAINS(tags, ('a'))                    | 1  | there is no function
            title == 'a'                               | 8  | belongs here
            title IN ()                                | 11 | belongs here
            geometry = 3                               | 1  | S_INTERSECTS
            CASEI(fatalitiesBest) = 'a'                | 7  | is a number
            title = 'a'; DROP                          | 12 | complete
            """)
    void a_wrong_filter_is_refused_at_its_character(String filter, int character, String why) {
        asked(filter, "").statusCode(400).body("errors[0].parameter", equalTo("filter"))
                .body("detail", containsString("'filter' at character " + character + ": "))
                .body("detail", containsString(why))
                .body("detail", containsString("»"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                           | 2  | no JSON
            []                                                          | 1  | no condition
            {'op':'='}                                                  | 1  | 'args' is an array
            {'op':'=','args':[{'property':'titel'},3]}                  | 19 | did you mean 'title'
            {'op':'eq','args':[1,2]}                                    | 7  | there is no operation
            {'op':'=','args':[{'property':'title'}]}                    | 18 | takes exactly 2
            {'op':'=','args':[{'property':'title'},null]}               | 40 | null is no value
            {'op':'=','args':[],'x':1}                                  | 25 | no member 'x'
            {'op':'=','op':'=','args':[]}                               | 15 | no JSON
            {'op':'s_intersects','args':[{'property':'geometry'},{'type':'Pont','coordinates':[0,0]}]} | 62 | did you mean 'Point'
            {'op':'s_intersects','args':[{'property':'geometry'},{'type':'Polygon','coordinates':[]}]} | 86 | empty
            """)
    void a_wrong_filter_in_json_is_refused_at_its_character(String filter, int character, String why) {
        asked(filter.replace('\'', '"'), "&filter-lang=cql2-json").statusCode(400)
                .body("detail", containsString("'filter' at character " + character + ": "))
                .body("detail", containsString(why));
    }

    @Test
    void filters_are_bounded() {
        asked("(".repeat(60) + "true" + ")".repeat(60), "").statusCode(400).body("detail", containsString("50 deep"));
        asked("NOT ".repeat(60) + "true", "").statusCode(400).body("detail", containsString("50 deep"));
        asked("CASEI(".repeat(60) + "title" + ")".repeat(60) + " = 'a'", "").statusCode(400).body("detail", containsString("50 deep"));
        asked("{\"op\":\"not\",\"args\":[".repeat(90) + "true" + "]}".repeat(90), "&filter-lang=cql2-json").statusCode(400)
                .body("detail", containsString("50 deep"));
        asked("true OR ".repeat(1499) + "true", "").statusCode(200);
        asked("title = '" + "a".repeat(12_000) + "'", "").statusCode(400).body("detail", containsString("12000 characters"));
        asked("fatalitiesBest < 1e400000000", "").statusCode(400);
        asked("{\"op\":\"<\",\"args\":[{\"property\":\"fatalitiesBest\"},1e-999999999]}", "&filter-lang=cql2-json").statusCode(400);
    }

    @Test
    void names_are_those_of_the_revision_asked_for() {
        String name = unique("Name");
        String id = place(name, null);
        String event = unique("event");
        create("/events/" + event, event("There", "2001", ", \"place\": \"" + id + "\""));
        long then = head();
        String renamed = unique("Renamed");
        replace("/places/" + id, """
                {"name": "%s", "kind": "region"}""".formatted(renamed));
        String old = "&filter=" + encoded("placeName = '" + name + "'");
        reader().get(ITEMS + "?limit=5" + old).then().body("numberMatched", equalTo(0));
        reader().get(ITEMS + "?asOf=" + then + old).then().body("features.id", equalTo(List.of(event)));
        reader().get(ITEMS + "?filter=" + encoded("placeName = '" + renamed + "'")).then().body("features.id", equalTo(List.of(event)));
    }

    @Test
    void conf_sortables_and_features_sorting() {
        reader().get("/collections/events/sortables").then().statusCode(200).contentType("application/schema+json")
                .body("properties.keySet()", hasItems("earliest", "title", "fatalitiesBest", "revision"))
                .body("additionalProperties", equalTo(false));
        reader().get("/collections/events").then().body("defaultSortOrder", equalTo(List.of("-earliest")))
                .body("links.rel", hasItem("http://www.opengis.net/def/rel/ogc/1.0/sortables"));
        assertThat(sorted("title")).isEqualTo("bacd");
        assertThat(sorted("-title")).isEqualTo("dcab");
        assertThat(sorted("%2Bearliest,-title")).isEqualTo("dcab");
        assertThat(sorted("-earliest,title")).isEqualTo("bacd");
        assertThat(sorted("-fatalitiesBest,-title")).isEqualTo("badc");
        assertThat(sorted("precision")).as("what has none comes first").isEqualTo("cdba");
        assertThat(sorted("-precision,-id")).isEqualTo("abdc");
        assertThat(sorted("-updatedAt")).isEqualTo("dcba");
        assertThat(sorted("end,id")).isEqualTo("dacb");
        assertThat(sorted("placeId,fatalitiesHigh")).isEqualTo("bcda");
        assertThat(sorted("-fatalitiesHigh")).isEqualTo("abcd");
        for (String wrong : List.of("tags", "title,title", "-", "title,-title", "geometry", "title,")) {
            reader().get(ITEMS + "?sortby=" + wrong).then().statusCode(400).body("errors.parameter", hasItem("sortby"));
        }
    }

    private static String sorted(String by) {
        StringBuilder letters = new StringBuilder();
        String next = ITEMS + "?limit=1&dataset=" + set + "&sortby=" + by;
        while (next != null) {
            var page = reader().get(next).then().statusCode(200).extract().jsonPath();
            String id = page.getString("features[0].id");
            letters.append(id.charAt(id.length() - 1));
            String href = page.getString("links.find { it.rel == 'next' }.href");
            next = href == null ? null : href.substring(href.indexOf("/collections"));
        }
        return letters.toString();
    }

    @Test
    void the_same_filter_is_the_same_in_the_past() {
        long then = head();
        String filter = "S_INTERSECTS(geometry, " + SQUARE + ")";
        create("/events/" + set + "-z", event("New", "2001", ", \"dataset\": \"" + set + "\", \"location\": {\"lon\": 1, \"lat\": 1}"));
        assertThat(found(filter)).isEqualTo("abz");
        assertThat(letters(asked(filter, "&asOf=" + then).extract().jsonPath().getList("features.id"))).isEqualTo("ab");
        delete("/events/" + set + "-z");
        assertThat(found(filter)).isEqualTo("ab");
    }
}
