package org.casus.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.vocabulary.ResourceKind;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes the document when it is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final List<HttpMethod> WITH_BODY = List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SharedSchemas.complete(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) ->
                item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        ProblemResponses.ALL.forEach((name, problems) ->
                api.getComponents().addResponse(name, ProblemResponses.response(problems)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        Optional<ResourceKind> kind = kindOf(path);
        boolean one = path.contains("{id}");
        boolean list = kind.isPresent() && !one && method == HttpMethod.GET;
        boolean resource = kind.isPresent() && one;
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary() + ".");
        }
        operation.setParameters(parameters(path, method, kind, list, resource));
        if (list) {
            operation.getResponses().addAPIResponse("200", page(kind.get()));
        }
        if (method == HttpMethod.PATCH) {
            operation.setRequestBody(OASFactory.createRequestBody().required(true).content(SharedSchemas.content(
                    MERGE_PATCH, SharedSchemas.ref(SharedSchemas.nameOf(kind.orElseThrow()) + "Patch"))));
        }
        if (kind.isPresent()) {
            operation.getResponses().getAPIResponses().forEach(Contract::addHeaders);
        }
        ProblemResponses.of(path, method, resource, WITH_BODY.contains(method), kind.isPresent())
                .forEach(name -> operation.getResponses()
                        .addAPIResponse(name.substring(name.length() - 3), ref(name)));
        if (method != HttpMethod.GET || path.startsWith("/keys")) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("key")));
        }
    }

    private static List<Parameter> parameters(String path,
            HttpMethod method, Optional<ResourceKind> kind, boolean list, boolean resource) {
        List<Parameter> parameters = new ArrayList<>();
        if (path.contains("{id}")) {
            parameters.add(SharedParameters.id(kind.isPresent()));
        }
        if (path.contains("{slug}")) {
            parameters.add(SharedParameters.problemSlug());
        }
        if (list) {
            parameters.addAll(SharedParameters.ofList(kind.get()));
        } else if (path.endsWith("/revisions")) {
            parameters.addAll(SharedParameters.ofRevisions());
        } else if (path.equals("/changes")) {
            parameters.addAll(SharedParameters.ofChanges());
        } else if (resource && method == HttpMethod.GET) {
            parameters.add(SharedParameters.asOf());
        } else if (kind.isPresent()) {
            parameters.addAll(SharedParameters.ofWrite(method));
        }
        return parameters;
    }

    private static Optional<ResourceKind> kindOf(String path) {
        for (ResourceKind kind : ResourceKind.values()) {
            if (path.equals("/" + kind.collection()) || path.startsWith("/" + kind.collection() + "/")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static APIResponse page(ResourceKind kind) {
        return OASFactory.createAPIResponse()
                .description("A page, and how many there are in all")
                .content(SharedSchemas.content(JSON, SharedSchemas.ref(SharedSchemas.nameOf(kind) + "Page")));
    }

    private static void addHeaders(String status, APIResponse response) {
        Map<String, String> headers = switch (status) {
            case "200" -> Map.of("ETag", "What to send in If-None-Match, and in If-Match with a change");
            case "201" -> Map.of("ETag", "What to send in If-Match with a change",
                    "Location", "The path of what was created");
            default -> Map.of();
        };
        headers.keySet().stream().sorted().forEach(name -> response.addHeader(name, OASFactory.createHeader()
                .description(headers.get(name)).schema(SharedSchemas.text())));
    }

    private static APIResponse ref(String name) {
        return OASFactory.createAPIResponse().ref(name);
    }
}
