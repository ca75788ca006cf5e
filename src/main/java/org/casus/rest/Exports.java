package org.casus.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.casus.http.Limits;
import org.casus.http.ResponseEnd;
import org.casus.http.Sha256;
import org.casus.http.Urls;
import org.casus.http.problem.Problem;
import org.casus.query.ListQuery;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.ReadModel.Walk;
import org.casus.render.Format;
import org.casus.render.JsonItemWriter;
import org.casus.render.OutputBuffer;
import org.casus.render.Rendering;
import org.casus.render.RenderingFactory;
import org.casus.rest.stream.ChunkSource;
import org.casus.rest.stream.Export;
import org.casus.rest.stream.ExportDigests;
import org.casus.rest.stream.ListChunkSource;
import org.casus.rest.stream.StreamedBody;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Streams whole lists and other long responses, and describes lists in manifests. The number of concurrent ones is bounded. */
@Singleton
public class Exports {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int RETRY_SECONDS = 10;

    private final ReadModel model;
    private final Responses responses;
    private final ExportDigests exportDigests;
    private final CurrentVertxRequest current;
    private final String software;
    private final int most;
    private final Semaphore places;

    Exports(ReadModel model, Responses responses, ExportDigests exportDigests, Limits limits, CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.model = model;
        this.responses = responses;
        this.exportDigests = exportDigests;
        this.current = current;
        this.software = name + " " + version;
        this.most = limits.exports();
        this.places = new Semaphore(most);
    }

    /**
     * A request for a whole list.
     *
     * @param query the query as requested
     * @param understood the query as the read model takes it, with resolved filters
     * @param asOf the requested revision; empty for now
     * @param parameters the parameters of the request
     */
    record Wanted(ListQuery query, ListQuery understood, OptionalLong asOf, OutputOptions manner, Map<String, List<String>> parameters) {

        boolean asksOfRevision() {
            return parameters.containsKey("asOf");
        }

        /** Returns the parameters of the canonical URL, whose export never changes, however the export was requested. */
        Map<String, List<String>> pinned(long revision) {
            Map<String, List<String>> pinned = new TreeMap<>(parameters);
            pinned.remove("of");
            pinned.put("all", List.of("true"));
            pinned.put("asOf", List.of(Long.toString(revision)));
            pinned.put("f", List.of(manner.format().token()));
            return pinned;
        }
    }

    /** The description of an export. */
    @JsonPropertyOrder({"query", "format", "mediaType", "asOf", "rows", "bytes", "sha256", "representation", "software"})
    record Manifest(String query, String format, String mediaType, long asOf, long rows, long bytes, String sha256,
            int representation, String software) {
    }

    /** Returns the whole list as a streamed response. */
    Response stream(Wanted wanted, HttpHeaders request) {
        ResponseEnd responseEnd = ResponseEnd.of(current.getCurrent());
        Walk walk = walk(wanted);
        boolean kept = false;
        try {
            String path = responses.path(wanted.query().kind());
            Map<String, List<String>> pinned = wanted.pinned(walk.names().revision());
            String canonical = Urls.of(path, pinned);
            Map<String, String> links = links(wanted, path, wanted.asksOfRevision() ? pinned : wanted.parameters(), canonical);
            String tag = tag(wanted, walk, links.get("self"), request);
            Export export = export(wanted, walk, links, places::release);
            Response.ResponseBuilder response = responses.ok(
                    () -> outgoing(wanted, export, canonical, request), wanted.manner().format(), tag, links, request);
            Object entity = response.build().getEntity();
            kept = entity != null;
            if (kept) {
                responseEnd.release(export::abandon);
            }
            if (entity instanceof StreamedBody streamedBody) {
                digestHeaders(response, streamedBody, request);
            }
            return response.build();
        } finally {
            if (!kept) {
                walk.close();
                places.release();
            }
        }
    }

    /** @param asked the parameters of the response itself: a response that never changes has only links that never change */
    private static Map<String, String> links(Wanted wanted, String path, Map<String, List<String>> asked, String canonical) {
        Map<String, String> links = new TreeMap<>(Map.of("self", Urls.of(path, asked), "permalink", canonical));
        TaxonomyCodes.readAs(path, asked, wanted.query().filters(), wanted.understood().filters(), links);
        return links;
    }

    private StreamedBody outgoing(Wanted wanted, Export export, String canonical, HttpHeaders request) {
        OutputBuffer first = Export.piece();
        boolean more = export.fill(first);
        boolean digested = wanted.asksOfRevision();
        boolean known = exportDigests.of(canonical).isPresent();
        MessageDigest digest = digested && !known ? Sha256.digest() : null;
        String trailer = digest == null ? null : ExportDigests.header(request);
        return new StreamedBody(export, first, more, digested ? canonical : null, digest, trailer, exportDigests);
    }

    private void digestHeaders(Response.ResponseBuilder response, StreamedBody streamedBody, HttpHeaders request) {
        if (streamedBody.trailer() != null) {
            response.header("Trailer", streamedBody.trailer());
        } else if (streamedBody.url() != null) {
            exportDigests.of(streamedBody.url()).ifPresent(known ->
                    response.header(ExportDigests.header(request), ExportDigests.field(known.sha256())));
        }
    }

    /** Returns the manifest of the export of a list in a format, whether or not that export was ever requested. */
    Response manifest(Wanted wanted, Format of, HttpHeaders request) {
        Walk walk = walk(wanted);
        try {
            long revision = walk.names().revision();
            Wanted pinned = new Wanted(wanted.query(), wanted.understood(), OptionalLong.of(revision), wanted.manner().in(of),
                    wanted.parameters());
            String path = responses.path(wanted.query().kind());
            Map<String, List<String>> forEver = pinned.pinned(revision);
            String canonical = Urls.of(path, forEver);
            ExportDigests.Known known = exportDigests.of(canonical).orElseGet(
                    () -> measure(pinned, walk, canonical, links(pinned, path, forEver, canonical)));
            Manifest manifest = new Manifest(canonical, of.token(), of.contentType(), revision, known.rows(),
                    known.bytes(), HexFormat.of().formatHex(known.sha256()), Format.REPRESENTATION, software);
            return responses.ok(() -> json(manifest), Format.MANIFEST, tag(wanted, walk, canonical, request),
                    Map.of("describes", canonical), request)
                    .build();
        } finally {
            walk.close();
            places.release();
        }
    }

    private ExportDigests.Known measure(Wanted wanted, Walk walk, String canonical, Map<String, String> links) {
        MessageDigest digest = Sha256.digest();
        OutputBuffer piece = Export.piece();
        long bytes = 0;
        try (Export export = export(wanted, walk, links, () -> { })) {
            boolean more = true;
            while (more) {
                piece.clear();
                more = export.fill(piece);
                digest.update(piece.array(), 0, piece.size());
                bytes += piece.size();
            }
            ExportDigests.Known known = new ExportDigests.Known(export.rows(), bytes, digest.digest());
            exportDigests.remember(canonical, known);
            return known;
        }
    }

    /**
     * Returns a response that streams any other long body, within the same limits as whole lists.
     *
     * @throws Problem 503 if too many exports are running
     */
    public Response.ResponseBuilder stream(ChunkSource chunkSource, String mediaType) {
        ResponseEnd responseEnd = ResponseEnd.of(current.getCurrent());
        takePlace();
        Export export = new Export(chunkSource, places::release);
        boolean kept = false;
        try {
            OutputBuffer first = Export.piece();
            boolean more = export.fill(first);
            responseEnd.release(export::abandon);
            kept = true;
            return Response.ok(new StreamedBody(export, first, more, null, null, null, exportDigests))
                    .header(HttpHeaders.CONTENT_TYPE, mediaType);
        } finally {
            if (!kept) {
                export.close();
            }
        }
    }

    private void takePlace() {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(most + " exports are under way already; try again, or walk through pages by"
                    + " links.next", RETRY_SECONDS);
        }
    }

    private Walk walk(Wanted wanted) {
        takePlace();
        try {
            return model.walk(wanted.understood(), wanted.asOf());
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private Export export(Wanted wanted, Walk walk, Map<String, String> links, Runnable whenClosed) {
        boolean carry = wanted.asOf().isPresent();
        JsonItemWriter answer = new JsonItemWriter(walk.names(), responses.path(), carry ? wanted.asOf() : OptionalLong.empty());
        Rendering rendering = RenderingFactory.of(wanted.manner().format(), wanted.query().kind(), answer,
                wanted.manner().selection(), responses.context());
        return new Export(new ListChunkSource(walk, rendering, new Rendering.Tail(walk.total(), walk.names().revision(), links)),
                whenClosed);
    }

    private String tag(Wanted wanted, Walk walk, String url, HttpHeaders request) {
        return responses.tagOfList(walk.names().revision(), url, wanted.manner().tag(), request);
    }

    private static byte[] json(Manifest manifest) {
        try {
            return MAPPER.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
