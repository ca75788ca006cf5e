package org.casus.openapi;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.casus.model.ResourceKind;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Puts the words of a resource type in the place of those in braces, with which the endpoints that all types share are described:
 * {@code Create {a type}} becomes {@code Create an actor}.
 */
final class ResourceWords {

    private final Map<String, String> words;

    ResourceWords(ResourceKind kind) {
        String noun = kind.token().replace('-', ' ');
        String withArticle = ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
        words = Map.of(
                "{Type}", SharedSchemas.nameOf(kind),
                "{Types}", SharedSchemas.nameOf(kind) + "s",
                "{type}", noun,
                "{a type}", withArticle,
                "{A type}", capitalized(withArticle),
                "{The types}", capitalized(noun) + "s",
                "{in order}", switch (kind) {
                    case EVENT, STATEMENT -> "newest first";
                    case SOURCE -> "latest first";
                    case DATASET -> "by title";
                    case ACTOR, PLACE, EVENT_TYPE -> "by name";
                });
    }

    void putInto(Operation operation) {
        replace(operation.getOperationId(), operation::operationId);
        replace(operation.getSummary(), operation::summary);
        if (operation.getRequestBody() != null) {
            putInto(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> {
            replace(response.getDescription(), response::description);
            putInto(response.getContent());
        });
    }

    private void putInto(Content content) {
        if (content != null) {
            content.getMediaTypes().values().stream().map(MediaType::getSchema).filter(Objects::nonNull)
                    .forEach(schema -> replace(schema.getRef(), schema::ref));
        }
    }

    private <T> void replace(String text, Function<String, T> into) {
        if (text != null && text.contains("{")) {
            String replaced = text;
            for (Map.Entry<String, String> word : words.entrySet()) {
                replaced = replaced.replace(word.getKey(), word.getValue());
            }
            into.apply(replaced);
        }
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
