package org.casus.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.http.problem.AllowedMethods;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Completes the OpenAPI document at build time with schemas, parameters, headers, problem responses and security. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiDocumentFilter implements OASFilter {

    private static final List<HttpMethod> WITH_BODY = List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SharedSchemas.complete(api.getComponents());
        FeatureOperations.expand(api.getPaths());
        FeatureOperations.addCarried(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) ->
                item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        ProblemResponses.ALL.forEach((name, problems) ->
                api.getComponents().addResponse(name, ProblemResponses.response(problems)));
        api.getComponents().addResponse("NotModified", notModified());
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        Optional<ResourceKind> kind = kindOf(path);
        kind.ifPresent(named -> new ResourceWords(named).putInto(operation));
        boolean one = path.contains("{id}");
        boolean list = kind.isPresent() && method == HttpMethod.GET && path.equals("/" + kind.get().collection());
        boolean resource = kind.isPresent() && one;
        boolean loaded = path.startsWith("/imports") || path.endsWith("/origin") || path.endsWith("/releases");
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary() + ".");
        }
        if (!loaded) {
            operation.setParameters(parameters(path, method, kind, list, resource));
        } else if (one) {
            Parameter id = kind.isPresent() ? SharedParameters.id(true) : SharedParameters.importId();
            operation.setParameters(operation.getParameters().stream()
                    .map(parameter -> parameter.getName().equals(id.getName()) ? id : parameter).toList());
        }
        if (list) {
            operation.getResponses().addAPIResponse("200", page(kind.get()));
        } else if (resource && method == HttpMethod.GET && path.endsWith("/{id}")) {
            operation.getResponses().getAPIResponse("200").setContent(FormatSchemas.ofItem(kind.get()));
        }
        if (method == HttpMethod.PATCH) {
            operation.setRequestBody(OASFactory.createRequestBody().required(true).content(SharedSchemas.content(
                    AllowedMethods.PATCHES, SharedSchemas.ref(SharedSchemas.nameOf(kind.orElseThrow()) + "Patch"))));
        }
        if (kind.isPresent() && !loaded && !path.endsWith("/revisions")) {
            addHeaders(method, operation, !one || path.endsWith("/graph"));
        }
        if (FeatureOperations.isOne(path)) {
            FeatureOperations.complete(path, operation);
        }
        ProblemResponses.of(path, method, resource, WITH_BODY.contains(method), kind.isPresent())
                .forEach(name -> operation.getResponses()
                        .addAPIResponse(name.substring(name.length() - 3), ref(name)));
        operation.setSecurity(security(path, method));
    }

    /**
     * Returns the security requirements of an operation. Problem pages and JSON-LD contexts are always public. Other reads are public
     * unless the operator requires a key for them, which clients send as a bearer token or, if they cannot, with HTTP Basic.
     */
    private static List<SecurityRequirement> security(String path, HttpMethod method) {
        SecurityRequirement none = OASFactory.createSecurityRequirement();
        SecurityRequirement key = OASFactory.createSecurityRequirement().addScheme("key");
        SecurityRequirement basic = OASFactory.createSecurityRequirement().addScheme("basic");
        if (path.startsWith("/problems") || path.startsWith("/contexts")) {
            return List.of(none);
        }
        if (method != HttpMethod.GET) {
            return List.of(key);
        }
        return path.startsWith("/keys") || path.startsWith("/imports") ? List.of(key, basic) : List.of(none, key, basic);
    }

    private static List<Parameter> parameters(String path,
            HttpMethod method, Optional<ResourceKind> kind, boolean list, boolean resource) {
        List<Parameter> parameters = new ArrayList<>();
        if (FeatureOperations.isOne(path)) {
            return FeatureOperations.parameters(path);
        }
        if (path.contains("{id}")) {
            parameters.add(SharedParameters.id(kind.isPresent()));
        }
        if (path.contains("{slug}")) {
            parameters.add(SharedParameters.problemSlug());
        }
        if (list) {
            parameters.addAll(SharedParameters.ofList(kind.get()));
        } else if (path.endsWith("/graph")) {
            parameters.addAll(SharedParameters.ofGraph());
        } else if (path.equals("/events/counts")) {
            parameters.addAll(SharedParameters.ofCounts());
        } else if (path.equals("/events/clusters")) {
            parameters.addAll(SharedParameters.ofClusters());
        } else if (path.endsWith("/revisions")) {
            parameters.addAll(SharedParameters.ofRevisions());
        } else if (path.equals("/changes")) {
            parameters.addAll(SharedParameters.ofChanges());
        } else if (resource && method == HttpMethod.GET) {
            parameters.addAll(SharedParameters.ofItem(kind.get()));
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
                .content(FormatSchemas.ofList(kind));
    }

    private static APIResponse notModified() {
        APIResponse response = OASFactory.createAPIResponse().description("What the client has is still so");
        return response.addHeader("ETag", header("That of If-None-Match"));
    }

    private static void addHeaders(HttpMethod method, Operation operation, boolean list) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> addHeaders(status, response, list));
        if (method == HttpMethod.GET) {
            operation.getResponses().addAPIResponse("304", ref("NotModified"));
        }
    }

    private static void addHeaders(String status, APIResponse response, boolean list) {
        Map<String, String> headers = switch (status) {
            case "200" -> list
                    ? Map.of("ETag", "What to send in If-None-Match", "Link", "The links of the answer (RFC 8288)",
                            "Content-Disposition", "With CSV, the name of a file to keep it in",
                            "Repr-Digest", "With a numbered asOf, the SHA-256 of the answer (RFC 9530); where it is known"
                                    + " only at the end, it is a trailer. An answer with gzip has Unencoded-Digest instead")
                    : Map.of("ETag", "What to send in If-None-Match, and in If-Match with a change");
            case "201" -> Map.of("ETag", "What to send in If-Match with a change",
                    "Location", "The path of what was created");
            default -> Map.of();
        };
        headers.keySet().stream().sorted().forEach(name -> response.addHeader(name, header(headers.get(name))));
    }

    static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(SharedSchemas.text());
    }

    static APIResponse ref(String name) {
        return OASFactory.createAPIResponse().ref(name);
    }
}
