package org.casus.ogc;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.casus.rest.EventLoopDispatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoints of OGC API Features, for QGIS, GDAL, R and web maps. */
@Path("/")
@Produces(MediaType.WILDCARD)
@Tag(name = "Features", description = "OGC API Features: the same resources for QGIS, GDAL, R and web maps")
public class FeaturesResource {

    private final EventLoopDispatch dispatch;
    private final OgcDocuments ogcDocuments;
    private final Features features;

    FeaturesResource(EventLoopDispatch dispatch, OgcDocuments ogcDocuments, Features features) {
        this.dispatch = dispatch;
        this.ogcDocuments = ogcDocuments;
        this.features = features;
    }

    @GET
    @NonBlocking
    @Path("/conformance")
    @Operation(operationId = "getConformance", summary = "Which classes of the OGC standards are kept")
    @APIResponse(responseCode = "200", description = "The classes", content = @Content(
            mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OgcConformance.class)))
    public CompletionStage<Response> conformance(@Context UriInfo uri, @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.conformance(uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections")
    @Operation(operationId = "listCollections", summary = "The collections of features")
    @APIResponse(responseCode = "200", description = "The collections, with where and when their features are", content = @Content(
            mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OgcCollections.class)))
    public CompletionStage<Response> collections(@Context UriInfo uri, @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.collections(uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}")
    @Operation(operationId = "getCollection", summary = "A collection of features")
    @APIResponse(responseCode = "200", description = "The collection", content = @Content(
            mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OgcCollection.class)))
    public CompletionStage<Response> collection(@PathParam("collectionId") String collection, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.collection(collection, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}/schema")
    @Operation(operationId = "getSchema", summary = "What the properties of features are, as JSON Schema")
    @APIResponse(responseCode = "200", description = "The schema", content = @Content(
            mediaType = "application/schema+json", schema = @Schema(implementation = SchemaDocument.class)))
    public CompletionStage<Response> schema(@PathParam("collectionId") String collection, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.schema(collection, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}/feature-schema")
    @Operation(operationId = "getFeatureSchema", summary = "What a feature is in GeoJSON, as JSON Schema")
    @APIResponse(responseCode = "200", description = "The schema", content = @Content(
            mediaType = "application/schema+json", schema = @Schema(implementation = SchemaDocument.class)))
    public CompletionStage<Response> featureSchema(@PathParam("collectionId") String collection, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.featureSchema(collection, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}/queryables")
    @Operation(operationId = "getQueryables", summary = "What features can be filtered by, as JSON Schema")
    @APIResponse(responseCode = "200", description = "The schema", content = @Content(
            mediaType = "application/schema+json", schema = @Schema(implementation = SchemaDocument.class)))
    public CompletionStage<Response> queryables(@PathParam("collectionId") String collection, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.queryables(collection, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}/sortables")
    @Operation(operationId = "getSortables", summary = "What features can be sorted by, as JSON Schema")
    @APIResponse(responseCode = "200", description = "The schema", content = @Content(
            mediaType = "application/schema+json", schema = @Schema(implementation = SchemaDocument.class)))
    public CompletionStage<Response> sortables(@PathParam("collectionId") String collection, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return dispatch.answer(() -> ogcDocuments.sortables(collection, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}/items")
    @Operation(operationId = "listFeatures", summary = "Features that meet every condition, as GeoJSON")
    @APIResponse(responseCode = "200", description = "A page of features, and how many there are in all")
    public CompletionStage<Response> items(@PathParam("collectionId") String collection, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return dispatch.answer(() -> features.items(collection, uri, headers));
    }

    @GET
    @NonBlocking
    @Path("/collections/{collectionId}/items/{featureId}")
    @Operation(operationId = "getFeature", summary = "A feature as GeoJSON, now or as of any revision")
    @APIResponse(responseCode = "200", description = "The feature")
    public CompletionStage<Response> item(@PathParam("collectionId") String collection, @PathParam("featureId") String feature,
            @Context UriInfo uri, @Context HttpHeaders headers) {
        return dispatch.answer(() -> features.item(collection, feature, uri, headers));
    }
}
