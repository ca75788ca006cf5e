package org.casus.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.inject.Singleton;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.ledger.write.ResourceTypes;
import org.casus.model.Reference;
import org.casus.model.ResourceKind;

/** The catalog of the paths that {@code fields} accepts for each resource type. It is derived from the view classes. */
@Singleton
class FieldCatalog {

    private final Map<ResourceKind, List<String>> paths = new EnumMap<>(ResourceKind.class);

    FieldCatalog(ResourceTypes types) {
        types.all().forEach(kind -> {
            List<String> found = new ArrayList<>();
            collect("", kind.view(), found);
            found.add("links");
            paths.put(kind.name(), List.copyOf(found));
        });
    }

    private static void collect(String prefix, Class<?> view, List<String> found) {
        for (RecordComponent component : view.getRecordComponents()) {
            String path = prefix + component.getName();
            found.add(path);
            Class<?> type = elementOf(component.getGenericType());
            if (type == Reference.class) {
                found.addAll(List.of(path + ".id", path + ".name", path + ".href"));
            } else if (type.isRecord() && !isWrittenAsValue(type)) {
                collect(path + ".", type, found);
            }
        }
    }

    private static Class<?> elementOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return (Class<?>) list.getActualTypeArguments()[0];
        }
        return (Class<?>) type;
    }

    private static boolean isWrittenAsValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).map((Method method) -> (AnnotatedElement) method)
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    /**
     * Returns the paths that {@code fields} requests.
     *
     * @throws Problem 400 if the resource type has no such member
     */
    List<String> asked(ResourceKind kind, QueryParameters parameters) {
        List<String> asked = parameters.list("fields").stream().distinct().sorted().toList();
        List<String> known = paths.get(kind);
        for (String path : asked) {
            if (!known.contains(path)) {
                String members = String.join(", ", known.stream().filter(name -> name.indexOf('.') < 0).toList());
                throw Problem.parameter("fields", ErrorCode.UNKNOWN_VALUE, "there is no member '" + CleanText.shown(path)
                        + "'" + NearestMatch.hint(path, known) + "; members are " + members
                        + ", and what stands below them as a path: " + example(known));
            }
        }
        return asked;
    }

    private static String example(List<String> known) {
        return known.stream().filter(path -> path.indexOf('.') > 0).skip(1).findFirst().orElse("links");
    }
}
