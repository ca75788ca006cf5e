package org.casus.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.http.problem.ProblemBody;
import org.casus.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers of operations that fail, by status. */
final class ProblemResponses {

    /** The problems of each status, under the name of its response; a 405 is no answer of any operation. */
    static final Map<String, List<ProblemType>> ALL = Arrays.stream(ProblemType.values())
            .filter(type -> type != ProblemType.METHOD_NOT_ALLOWED)
            .collect(Collectors.groupingBy(type -> "Problem" + type.status(), TreeMap::new, Collectors.toList()));

    private ProblemResponses() {
    }

    static APIResponse response(List<ProblemType> problems) {
        String description = problems.stream()
                .map(type -> type.title() + " (`" + type.uri("") + "`)").collect(Collectors.joining("; "));
        APIResponse response = OASFactory.createAPIResponse().description(description)
                .content(SharedSchemas.content(ProblemBody.MEDIA_TYPE, SharedSchemas.ref("Problem")));
        if (problems.contains(ProblemType.UNAUTHORIZED)) {
            response.addHeader("WWW-Authenticate", Contract.header("The scheme: Bearer"));
        }
        if (problems.contains(ProblemType.UNAVAILABLE)) {
            response.addHeader("Retry-After", Contract.header("In how many seconds to try again"));
        }
        return response;
    }

    /** The names of the responses with which an operation may fail. */
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
        if (write || path.startsWith("/keys")) {
            statuses.add(403);
        }
        if (write && conditional && method != HttpMethod.POST) {
            statuses.addAll(List.of(412, 428));
        }
        if (conditional && (method == HttpMethod.POST || method == HttpMethod.DELETE)) {
            statuses.add(409);
        }
        if (body) {
            statuses.addAll(List.of(413, 415, 422));
        }
        return statuses.stream().sorted().map(status -> "Problem" + status).toList();
    }
}
