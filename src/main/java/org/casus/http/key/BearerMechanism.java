package org.casus.http.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.casus.http.problem.Problem;
import org.casus.http.problem.ProblemType;
import org.casus.http.problem.RouterProblems;

/** Recognises {@code Authorization: Bearer <key>} (RFC 6750). A key that is not in force is 401, also where none is needed. */
@Singleton
public class BearerMechanism implements HttpAuthenticationMechanism {

    static final String CHALLENGE = "Bearer realm=\"casus\"";
    private static final String SCHEME = "bearer ";

    private final Keys keys;

    BearerMechanism(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        String text = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip() : "";
        Callable<SecurityIdentity> recognise = () -> keys.recognise(text)
                .map(BearerMechanism::identity)
                .orElseThrow(() -> new AuthenticationFailedException("no key in force"));
        return Uni.createFrom().completionStage(() -> context.vertx().executeBlocking(recognise, false).toCompletionStage());
    }

    private static SecurityIdentity identity(Keys.Holder holder) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.name()))
                .addRoles(holder.role().names())
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", CHALLENGE));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        boolean sent = context.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        String detail = sent
                ? "the key is unknown or revoked; it goes as 'Authorization: Bearer casus_…'"
                : "this needs a key: send 'Authorization: Bearer casus_…'";
        RouterProblems.answer(context, new Problem(ProblemType.UNAUTHORIZED, detail).with("WWW-Authenticate", CHALLENGE));
        return Uni.createFrom().item(true);
    }
}
