package org.salient4j.framework.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.salient4j.framework.InvalidInputException;

/**
 * JSON as this project writes and reads it.
 *
 * <p>Records are objects with one property a component; enum constants are written {@code
 * uniform-in-range} and read in any case, with hyphens or underscores; a property nobody knows is
 * an error, and so is one that is there twice, because a setting that is ignored is a wrong result.
 */
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .addModule(new KebabCaseEnums())
                    .build();

    private Json() {}

    /** The configured mapper, for what the methods here do not cover; not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The value as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The one text of a value: keys sorted at every depth, no white space. Made for hashing. */
    public static String canonical(Object value) {
        return write(MAPPER, sorted(tree(value)));
    }

    /** SHA-256 of the canonical text, 64 hexadecimal digits. */
    public static String sha256(Object value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] text = canonical(value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Indented text, for files that people open. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + JsonErrors.firstLine(e), e);
        }
    }

    /**
     * @param text the JSON
     * @param type what it should be
     * @param origin where it came from, named in errors
     * @throws InvalidInputException if it is not JSON or not of the type
     */
    public static <T> T parse(String text, Class<T> type, String origin) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw JsonErrors.refused(origin, e, NullNode.getInstance());
        }
        if (tree.isNull() || tree.isMissingNode()) {
            throw new InvalidInputException(origin + ": expected JSON, found nothing");
        }
        return convert(tree, type, origin);
    }

    /**
     * @param node the tree
     * @param type what it should be
     * @param origin where it came from, named in errors
     * @throws InvalidInputException if it is not of the type
     */
    public static <T> T convert(JsonNode node, Class<T> type, String origin) {
        return convert(node, MAPPER.constructType(type), origin);
    }

    /**
     * @throws InvalidInputException if the file is missing, is not JSON or not of the type
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return parse(Files.readString(file), type, file.toString());
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /**
     * Writes the value as indented text, whole or not at all.
     *
     * @throws FileWriteException if the file cannot be written
     */
    public static void write(Path file, Object value) {
        AtomicFile.write(file, pretty(value));
    }

    /**
     * A copy of a record with some components set from text.
     *
     * @param prototype the record
     * @param label what messages call it
     * @param settings component ({@code hidden}, {@code optimizer.rate}) to value; a list is
     *     written {@code 1,2,3} or as JSON
     * @throws InvalidInputException if a component is unknown (the nearest is suggested) or a value
     *     is refused
     */
    public static <T> T withSettings(T prototype, String label, Map<String, String> settings) {
        JsonNode tree = tree(prototype);
        JavaType type = MAPPER.constructType(prototype.getClass());
        if (!(tree instanceof ObjectNode)) {
            throw new InvalidInputException(label + " has no settings");
        }
        new TreeMap<>(settings)
                .forEach((path, text) -> TextSetting.set((ObjectNode) tree, path, text, label));
        return convert(tree, type, label);
    }

    private static <T> T convert(JsonNode node, JavaType type, String origin) {
        try {
            return MAPPER.readerFor(type).readValue(node);
        } catch (IOException e) {
            throw JsonErrors.refused(origin, e, node);
        }
    }

    private static String write(ObjectMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + JsonErrors.firstLine(e), e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        if (node instanceof ObjectNode) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.fields().forEachRemaining(f -> fields.put(f.getKey(), sorted(f.getValue())));
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            copy.setAll(fields);
            return copy;
        }
        return node;
    }
}
