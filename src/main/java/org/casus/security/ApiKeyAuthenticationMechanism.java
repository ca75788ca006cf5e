package org.casus.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.http.RouterProblems;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.security.Credentials.Scheme;

/**
 * Authenticates requests by the key in {@code Authorization}. A key that is not in force leads to 401, even where no key is needed.
 *
 * <p>Clients that support no other scheme may read with HTTP Basic. A browser keeps such credentials and adds them to requests
 * that pages of other sites make, so Basic credentials never allow a write.
 */
@Singleton
public class ApiKeyAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** The attribute of an identity that holds the id of its key. */
    static final String KEY_ID = "casus.key";

    private static final String CHALLENGE = "WWW-Authenticate";

    private final ApiKeys apiKeys;
    private final OpenRequests requests;
    private final SecurityLog log;
    private final boolean readsClosed;

    ApiKeyAuthenticationMechanism(ApiKeys apiKeys, OpenRequests requests, SecurityLog log, AccessConfig config) {
        this.apiKeys = apiKeys;
        this.requests = requests;
        this.log = log;
        this.readsClosed = config.reads() == AccessConfig.Reads.KEY;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        PrivateCacheControl.mark(context);
        Credentials sent = Credentials.of(header);
        if (sent.scheme() == Scheme.BASIC && !isRead(context)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Basic is for reads"));
        }
        Callable<Optional<ApiKeys.Holder>> recognise = () -> apiKeys.recognise(sent.key());
        return Uni.createFrom().completionStage(() -> context.vertx().executeBlocking(recognise, false).toCompletionStage())
                .map(found -> {
                    ApiKeys.Holder holder = found.orElseThrow(() -> new AuthenticationFailedException("no key in force"));
                    requests.add(holder.id(), context);
                    return identity(holder);
                });
    }

    private static SecurityIdentity identity(ApiKeys.Holder holder) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.name()))
                .addRoles(holder.role().names())
                .addAttribute(KEY_ID, holder.id())
                .build();
    }

    private static boolean isRead(RoutingContext context) {
        return AccessPolicy.SAFE.contains(context.request().method());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, CHALLENGE, Scheme.BEARER.challenge()));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Credentials> sent = Optional.ofNullable(header).map(Credentials::of);
        boolean basicWrite = sent.filter(one -> one.scheme() == Scheme.BASIC).isPresent() && !isRead(context);
        String detail = sent.isEmpty() ? "this needs a key: send 'Authorization: Bearer casus_…'"
                : basicWrite ? "Basic is for reading only, since browsers send it by themselves; to write, send"
                        + " 'Authorization: Bearer casus_…'"
                : "the key is unknown or revoked; it goes as 'Authorization: Bearer casus_…'";
        log.authenticationFailed(context, sent.isEmpty() ? "no key" : basicWrite ? "Basic for a write" : "no key in force",
                sent.flatMap(one -> KeySecrets.parse(one.key())).map(KeySecrets.Parts::id));
        challenge(context);
        RouterProblems.answer(context, new Problem(ProblemType.UNAUTHORIZED, detail));
        return Uni.createFrom().item(true);
    }

    /** Sends one WWW-Authenticate line per scheme, because some clients read only the start of each line. */
    private void challenge(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(CHALLENGE, Scheme.BEARER.challenge());
        if (readsClosed && isRead(context)) {
            headers.add(CHALLENGE, Scheme.BASIC.challenge());
        }
    }
}
