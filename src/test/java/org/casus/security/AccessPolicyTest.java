package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.http.PublicAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which role each request needs, with reads open and with reads closed. */
class AccessPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nobody", value = {
        // reads are | method | path | who is let in with the least
        "OPEN | GET | /events | nobody",
        "OPEN | GET | /changes | nobody",
        "OPEN | HEAD | /events/x | nobody",
        "OPEN | OPTIONS | /keys | nobody",
        "OPEN | GET | /imports | READER",
        "OPEN | HEAD | /imports/7 | READER",
        "OPEN | GET | /imports/7/receipts | READER",
        "OPEN | PUT | /imports | EDITOR",
        "OPEN | DELETE | /imports/7 | EDITOR",
        "OPEN | GET | /importsx | nobody",
        "OPEN | POST | /events | EDITOR",
        "OPEN | PUT | /events/x | EDITOR",
        "OPEN | PATCH | /events/x | EDITOR",
        "OPEN | DELETE | /events/x | EDITOR",
        "OPEN | POST | /whatever-comes | EDITOR",
        "OPEN | TRACE | /events | EDITOR",
        "OPEN | GET | /keys | ADMIN",
        "OPEN | POST | /keys | ADMIN",
        "OPEN | DELETE | /keys/x | ADMIN",
        "KEY | GET | /events | READER",
        "KEY | GET | / | READER",
        "KEY | HEAD | /events/x | READER",
        "KEY | GET | /changes | READER",
        "KEY | GET | /whatever-comes | READER",
        "KEY | OPTIONS | /events | nobody",
        "KEY | GET | /openapi | nobody",
        "KEY | GET | /docs | nobody",
        "KEY | GET | /docs/swagger-ui.css | nobody",
        "KEY | GET | /problems/not-found | nobody",
        "KEY | POST | /problems | EDITOR",
        "KEY | GET | /docsecret | READER",
        "KEY | GET | /problems-of-others | READER",
        "KEY | POST | /events | EDITOR",
        "KEY | GET | /keys | ADMIN"})
    void what_needs_which_role(AccessConfig.Reads reads, String method, String path, KeyRole least) {
        assertThat(isLetIn(reads, method, path, null)).isEqualTo(least == null);
        for (KeyRole role : KeyRole.values()) {
            assertThat(isLetIn(reads, method, path, role)).as("%s", role)
                    .isEqualTo(least == null || role.compareTo(least) >= 0);
        }
    }

    private static boolean isLetIn(AccessConfig.Reads reads, String method, String path, KeyRole role) {
        AccessConfig config = new AccessConfig() {
            @Override
            public Reads reads() {
                return reads;
            }

            @Override
            public Optional<String> adminKey() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> hosts() {
                return Optional.empty();
            }
        };
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder();
        if (role == null) {
            identity.setAnonymous(true);
        } else {
            identity.setPrincipal(new QuarkusPrincipal("someone")).addRoles(role.names());
        }
        SecurityIdentity who = identity.build();
        return new AccessPolicy(config, new PublicAddress(Optional::empty, null, "/", false, "X-Forwarded-Prefix"), new SecurityLog(null)).checkPermission(request(method, path), Uni.createFrom().item(who), null)
                .await().indefinitely().isPermitted();
    }

    private static RoutingContext request(String method, String path) {
        HttpServerRequest request = answering(HttpServerRequest.class, Map.of("method", HttpMethod.valueOf(method), "path", path,
                "remoteAddress", SocketAddress.inetSocketAddress(1, "localhost")));
        return answering(RoutingContext.class, Map.of("request", request, "normalizedPath", path, "addHeadersEndHandler", 1));
    }

    /** Answers these methods, and no others. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answers.get(method.getName());
        }));
    }
}
