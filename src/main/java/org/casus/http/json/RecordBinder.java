package org.casus.http.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;

/**
 * Binds a JSON tree to a record, strictly: unknown members, wrong types and violated constraints are all reported in one
 * pass. Jackson modules supply the deserializers for the types of the domain model.
 */
public final class RecordBinder {

    private final JsonMapper mapper;
    private final Validator validator;

    public RecordBinder(Validator validator, Module... types) {
        this.validator = validator;
        this.mapper = JsonMapper.builder()
                .addModule(StrictScalarModules.module())
                .addModules(types)
                .addHandler(new Noting())
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
                .build();
    }

    /** Returns the record, with null where a value could not be read. Use it only if {@code errors} is still empty. */
    public <T> T bind(ObjectNode tree, Class<T> type, ValidationErrors errors) {
        noteNulls(tree, "", errors);
        try {
            T value = mapper.readerFor(type).withAttribute(ValidationErrors.class, errors).readValue(tree);
            validator.validate(value).forEach(violation -> note(violation, errors));
            return value;
        } catch (JsonMappingException e) {
            errors.add(pointer(e), ErrorCode.WRONG_TYPE, "cannot be read as what belongs here");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName())))
                .collect(Collectors.joining());
    }

    /** Reports null array elements. Null members are allowed and mean the same as absent members. */
    private static void noteNulls(JsonNode tree, String pointer, ValidationErrors errors) {
        if (tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                String at = pointer + "/" + i;
                if (tree.get(i).isNull()) {
                    errors.add(at, ErrorCode.WRONG_TYPE, "is null; leave the element out");
                }
                noteNulls(tree.get(i), at, errors);
            }
        } else if (tree.isObject()) {
            tree.properties().forEach(member -> noteNulls(
                    member.getValue(), pointer + "/" + escape(member.getKey()), errors));
        }
    }

    private static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private static void note(ConstraintViolation<?> violation, ValidationErrors errors) {
        String pointer = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer += "/" + sentAt(pointer, node.getIndex(), errors);
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer += "/" + escape(node.getName());
            }
        }
        Class<?> rule = violation.getConstraintDescriptor().getAnnotation().annotationType();
        errors.add(pointer, codeOf(rule), violation.getMessage());
    }

    /** Returns the index that a list element had in the array as sent. Elements that could not be read are missing from the list. */
    private static int sentAt(String array, int index, ValidationErrors errors) {
        int at = 0;
        for (int left = index; left > 0 || errors.isUnread(array + "/" + at); at++) {
            if (!errors.isUnread(array + "/" + at)) {
                left--;
            }
        }
        return at;
    }

    private static ErrorCode codeOf(Class<?> rule) {
        if (rule == NotNull.class || rule == NotBlank.class) {
            return ErrorCode.REQUIRED;
        }
        return switch (rule.getSimpleName()) {
            case "Size" -> ErrorCode.SIZE;
            case "Min", "Max", "DecimalMin", "DecimalMax", "PositiveOrZero" -> ErrorCode.RANGE;
            case "Pattern" -> ErrorCode.PATTERN;
            default -> ErrorCode.RULE;
        };
    }

    /** Reports the errors at which Jackson would stop, skips the values and continues. */
    private static final class Noting extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
                JsonDeserializer<?> deserializer, Object bean, String name) throws IOException {
            Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
            List<String> names = known == null ? List.of() : known.stream().map(Object::toString).sorted().toList();
            StrictScalarDeserializer.findings(context).add(StrictScalarDeserializer.pointer(parser), ErrorCode.UNKNOWN_MEMBER,
                    "there is no member '" + CleanText.shown(name) + "' here, only " + String.join(", ", names)
                            + NearestMatch.hint(name, names));
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
                JsonParser parser, String message) throws IOException {
            return noteShape(context, type, token, parser);
        }

        @Override
        public Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
                ValueInstantiator instantiator, JsonParser parser, String message) throws IOException {
            return noteShape(context, context.constructType(type), parser.currentToken(), parser);
        }

        private static Object noteShape(DeserializationContext context, JavaType type, JsonToken token,
                JsonParser parser) throws IOException {
            String wanted = type.isCollectionLikeType() ? "an array" : "an object";
            StrictScalarDeserializer.findings(context).add(StrictScalarDeserializer.pointer(parser), ErrorCode.WRONG_TYPE,
                    "is " + wanted + ", not " + StrictScalarDeserializer.describe(token));
            parser.skipChildren();
            return null;
        }
    }
}
