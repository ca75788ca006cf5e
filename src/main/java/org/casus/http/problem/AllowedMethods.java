package org.casus.http.problem;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods a path takes: read off the resources, for the Allow header that a 405 must have (RFC 9110 section 15.5.6). */
@Singleton
class AllowedMethods {

    private final List<Operation> operations = new ArrayList<>();

    AllowedMethods() {
        for (Class<?> type : beanClasses()) {
            Path path = type.getAnnotation(Path.class);
            if (path != null) {
                for (Method method : type.getMethods()) {
                    add(path.value(), method);
                }
            }
        }
    }

    private record Operation(Pattern path, String method) {
    }

    /** @param path decoded, below the root path of the service */
    Set<String> of(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        for (Operation operation : operations) {
            if (operation.path.matcher(path).matches()) {
                methods.add(operation.method);
                if (operation.method.equals("GET")) {
                    methods.add("HEAD");
                }
            }
        }
        return methods;
    }

    private static List<Class<?>> beanClasses() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .toList();
    }

    private void add(String of, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path below = method.getAnnotation(Path.class);
                operations.add(new Operation(pattern(of + "/" + (below == null ? "" : below.value())), verb.value()));
            }
        }
    }

    private static Pattern pattern(String template) {
        String path = ("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        StringBuilder regex = new StringBuilder();
        for (String segment : path.split("(?=/)")) {
            regex.append(segment.contains("{") ? "/[^/]+" : Pattern.quote(segment));
        }
        return Pattern.compile(regex + "/?");
    }
}
