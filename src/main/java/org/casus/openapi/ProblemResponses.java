package org.casus.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.http.problem.ProblemBody;
import org.casus.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The responses of failed operations, by status. */
final class ProblemResponses {

    /** Problems that belong to no operation: they are detected before routing, or no operation exists for the method. */
    private static final Set<ProblemType> OF_NO_OPERATION = EnumSet.of(ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.HEADERS_TOO_LARGE, ProblemType.MISDIRECTED);

    /** The problem types of each status, by the name of the response component. */
    static final Map<String, List<ProblemType>> ALL = Arrays.stream(ProblemType.values())
            .filter(type -> !OF_NO_OPERATION.contains(type))
            .collect(Collectors.groupingBy(type -> "Problem" + type.status(), TreeMap::new, Collectors.toList()));

    private ProblemResponses() {
    }

    /** Returns the response that describes the given problem types, which share a status. */
    static APIResponse response(List<ProblemType> problems) {
        String description = problems.stream()
                .map(type -> type.title() + " (`" + type.uri() + "`)").collect(Collectors.joining("; "));
        APIResponse response = OASFactory.createAPIResponse().description(description)
                .content(SharedSchemas.content(ProblemBody.MEDIA_TYPE, SharedSchemas.ref("Problem")));
        if (problems.contains(ProblemType.UNAUTHORIZED)) {
            response.addHeader("WWW-Authenticate", OpenApiDocumentFilter.header("The scheme: Bearer; and Basic, where reads need a key"));
        }
        if (problems.contains(ProblemType.UNAVAILABLE)) {
            response.addHeader("Retry-After", OpenApiDocumentFilter.header("In how many seconds to try again"));
        }
        return response;
    }

    /** Returns the names of the problem responses that an operation may return. */
    static List<String> of(String path, HttpMethod method, boolean resource, boolean body, boolean conditional) {
        List<Integer> statuses = new ArrayList<>(List.of(400, 401, 406, 414, 500, 503));
        boolean write = method != HttpMethod.GET;
        boolean put = method == HttpMethod.PUT;
        if (path.contains("{") && !put) {
            statuses.add(404);
        }
        if (resource && !put && !path.endsWith("/revisions")) {
            statuses.add(410);
        }
        if (write || path.startsWith("/keys") || path.startsWith("/imports")) {
            statuses.add(403);
        }
        if (write && conditional && method != HttpMethod.POST) {
            statuses.addAll(List.of(412, 428));
        }
        if (conditional && (method == HttpMethod.POST || method == HttpMethod.DELETE)) {
            statuses.add(409);
        }
        if (body) {
            statuses.addAll(List.of(408, 413, 415, 422));
        }
        return statuses.stream().sorted().map(status -> "Problem" + status).toList();
    }
}
