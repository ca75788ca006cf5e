package org.casus.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.TestClient;
import org.casus.http.PublicAddress;
import org.casus.http.problem.Problem;
import org.casus.ledger.write.ResourceTypes;
import org.casus.ogc.Features;
import org.casus.ogc.FeaturesWithoutServer;
import org.casus.query.AsOf;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.Revisions;
import org.casus.rest.stream.BodyMemoryLimit;

/** Asks questions: of the application over HTTP, or of any read model through the same door without it. */
@FunctionalInterface
public interface QueryClient {

    TestResponse ask(TestQuery testQuery);

    /** Of the application. */
    static QueryClient over(TestClient testClient) {
        return testQuery -> {
            TestClient.Reply reply = testClient.get(testQuery.url());
            return reply.status() == 200
                    ? TestResponse.ok(reply.body())
                    : TestResponse.problem(reply.status(), reply.json().path("detail").textValue());
        };
    }

    /** Of a read model, as an application would that has this one. */
    static QueryClient of(ReadModel model) {
        Responses responses = new Responses(new PublicAddress(Optional::empty, null, "/", false, "X-Forwarded-Prefix"));
        // nobody waits for these answers, however large they are
        BodyMemoryLimit memory = new BodyMemoryLimit(null) {
            @Override
            public void hold(ReadModel.Page page) {
            }
        };
        QueryResolver resolver = new QueryResolver(model, new Published(model));
        Reads reads = new Reads(model, resolver, responses, new FieldCatalog(new ResourceTypes(List.of())), null, memory);
        CountReads countReads = new CountReads(model, responses, resolver);
        ClusterReads clusterReads = new ClusterReads(model, responses, resolver);
        Features features = FeaturesWithoutServer.model(model, resolver, responses, memory);
        return testQuery -> {
            try {
                return TestResponse.ok((byte[]) response(reads, countReads, clusterReads, features, testQuery).getEntity());
            } catch (Problem e) {
                return TestResponse.problem(e.type().status(), e.getMessage());
            }
        };
    }

    private static Response response(Reads reads, CountReads countReads, ClusterReads clusterReads,
            Features features, TestQuery testQuery) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        testQuery.parameters().forEach(parameters::putSingle);
        UriInfo uri = answering(UriInfo.class, Map.of(
                "getQueryParameters", parameters, "getRequestUri", URI.create(testQuery.url()),
                "getBaseUri", URI.create("http://localhost/")));
        HttpHeaders headers = answering(HttpHeaders.class, Map.of());
        if (TestQuery.COUNTS.equals(testQuery.id())) {
            return countReads.counts(uri, headers);
        }
        if (TestQuery.CLUSTERS.equals(testQuery.id())) {
            return clusterReads.clusters(uri, headers);
        }
        if (TestQuery.FEATURES.equals(testQuery.id())) {
            return features.items(testQuery.kind().collection(), uri, headers);
        }
        return testQuery.id() == null
                ? reads.list(testQuery.kind(), uri, headers)
                : reads.item(testQuery.kind(), testQuery.id(), uri, headers);
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    /** A ledger that ends where the model does. */
    record Published(ReadModel model) implements Revisions {

        @Override
        public long head() {
            return model.revision();
        }

        @Override
        public long visible() {
            return model.revision();
        }

        @Override
        public long at(AsOf.Release release) {
            throw new UnsupportedOperationException("no release is asked of");
        }

        @Override
        public long at(AsOf.Moment moment, String parameter) {
            throw new UnsupportedOperationException("a model knows no moments");
        }

        @Override
        public void await(long revision) {
            throw new UnsupportedOperationException("nothing follows here");
        }
    }
}
