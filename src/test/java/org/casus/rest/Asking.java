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
import org.casus.Client;
import org.casus.http.PublicAddress;
import org.casus.http.problem.Problem;
import org.casus.ledger.write.Kinds;
import org.casus.ogc.Features;
import org.casus.ogc.FeaturesOf;
import org.casus.query.AsOf;
import org.casus.readmodel.ReadModel;
import org.casus.readmodel.Revisions;
import org.casus.rest.stream.Afloat;

/** Asks questions: of the application over HTTP, or of any read model through the same door without it. */
@FunctionalInterface
public interface Asking {

    Answer ask(Question question);

    /** Of the application. */
    static Asking over(Client client) {
        return question -> {
            Client.Reply reply = client.get(question.url());
            return reply.status() == 200
                    ? Answer.ok(reply.body())
                    : Answer.problem(reply.status(), reply.json().path("detail").textValue());
        };
    }

    /** Of a read model, as an application would that has this one. */
    static Asking of(ReadModel model) {
        Answers answers = new Answers(new PublicAddress(Optional::empty, null, "/", false, "X-Forwarded-Prefix"));
        // nobody waits for these answers, however large they are
        Afloat afloat = new Afloat(null) {
            @Override
            public void hold(ReadModel.Page page) {
            }
        };
        Questions questions = new Questions(model, new Published(model));
        Reading reading = new Reading(model, questions, answers, new Members(new Kinds(List.of())), null, afloat);
        Counting counting = new Counting(model, answers, questions);
        Clustering clustering = new Clustering(model, answers, questions);
        Features features = FeaturesOf.model(model, questions, answers, afloat);
        return question -> {
            try {
                return Answer.ok((byte[]) response(reading, counting, clustering, features, question).getEntity());
            } catch (Problem e) {
                return Answer.problem(e.type().status(), e.getMessage());
            }
        };
    }

    private static Response response(Reading reading, Counting counting, Clustering clustering,
            Features features, Question question) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        question.parameters().forEach(parameters::putSingle);
        UriInfo uri = answering(UriInfo.class, Map.of(
                "getQueryParameters", parameters, "getRequestUri", URI.create(question.url()),
                "getBaseUri", URI.create("http://localhost/")));
        HttpHeaders headers = answering(HttpHeaders.class, Map.of());
        if (Question.COUNTS.equals(question.id())) {
            return counting.counts(uri, headers);
        }
        if (Question.CLUSTERS.equals(question.id())) {
            return clustering.clusters(uri, headers);
        }
        if (Question.FEATURES.equals(question.id())) {
            return features.items(question.kind().collection(), uri, headers);
        }
        return question.id() == null
                ? reading.list(question.kind(), uri, headers)
                : reading.item(question.kind(), question.id(), uri, headers);
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
