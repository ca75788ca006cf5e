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
import java.util.stream.Collectors;

/** Finds the methods that a path supports, for the Allow header that a 405 response must have (RFC 9110 section 15.5.6). */
@Singleton
public class AllowedMethods {

    /** The header that lists the patch formats a path accepts (RFC 5789 section 3.1). */
    public static final String ACCEPT_PATCH = "Accept-Patch";
    /** The media type of patches, as sent in Accept-Patch. */
    public static final String PATCHES = "application/merge-patch+json";

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

    /** @param named the number of literal (non-template) segments in the path */
    private record Operation(Pattern path, int named, String method) {
    }

    /**
     * Returns the methods that the path supports; OPTIONS is always included.
     *
     * @param path the decoded path, relative to the root path of the service
     */
    public Set<String> of(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        List<Operation> matching = operations.stream().filter(operation -> operation.path.matcher(path).matches()).toList();
        // literal paths take precedence over path templates that match any id
        int named = matching.stream().mapToInt(Operation::named).max().orElse(0);
        matching.stream().filter(operation -> operation.named == named).map(Operation::method).forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
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
                List<String> segments = segments(of + "/" + (below == null ? "" : below.value()));
                int named = (int) segments.stream().filter(segment -> !isAny(segment)).count();
                operations.add(new Operation(pattern(segments), named, verb.value()));
            }
        }
    }

    private static List<String> segments(String template) {
        return List.of(("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "").split("(?=/)"));
    }

    private static boolean isAny(String segment) {
        return segment.contains("{");
    }

    private static Pattern pattern(List<String> segments) {
        return Pattern.compile(segments.stream().map(segment -> isAny(segment) ? "/[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining()) + "/?");
    }
}
