package org.casus;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every answer against the committed contract: its status must be one that the operation names, and its body
 * must be of that shape, with no member that the contract does not know. Requests are not judged: tests send wrong ones.
 */
final class ContractValidationFilter implements Filter {

    private static final OpenApiInteractionValidator CONTRACT =
            OpenApiInteractionValidator.createForSpecificationUrl("openapi/openapi.yaml").build();
    /** Found before an operation is: no operation names them. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(405, 413, 414, 415, 431);
    private static final Set<String> WITHOUT_BODY = Set.of("HEAD", "OPTIONS");
    private static final String SOME_LIST = "/events";

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        if (!WITHOUT_BODY.contains(request.getMethod()) && response.statusCode() != 304) {
            check(request, response);
        }
        return response;
    }

    private static void check(FilterableRequestSpecification request, Response response) {
        String path = URI.create(request.getURI()).getRawPath();
        ValidationReport report = CONTRACT.validateResponse(
                path, Request.Method.valueOf(request.getMethod()), RestAssuredResponse.of(response));
        boolean stray = OF_NO_OPERATION.contains(response.statusCode()) || names(report, "validation.request.path.missing")
                || names(report, "validation.request.operation.notAllowed");
        if (stray && response.statusCode() >= 400) {
            report = problem(response);
        }
        String where = request.getMethod() + " " + request.getURI() + " answered " + response.statusCode();
        assertThat(said(report)).as("%s, which is not what the contract says:%n%s", where, response.asString()).isEmpty();
    }

    private static boolean names(ValidationReport report, String key) {
        return report.getMessages().stream().anyMatch(message -> message.getKey().equals(key));
    }

    /** The shape that every problem has, whichever path it comes from. */
    private static ValidationReport problem(Response response) {
        return CONTRACT.validateResponse(SOME_LIST, Request.Method.GET, SimpleResponse.Builder.status(400)
                .withContentType(response.contentType()).withBody(response.asString()).build());
    }

    private static String said(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .collect(Collectors.joining("\n"));
    }
}
