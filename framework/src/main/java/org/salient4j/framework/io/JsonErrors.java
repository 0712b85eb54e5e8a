package org.salient4j.framework.io;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;

/** What Jackson says about input, in one line for the person who wrote the input. */
final class JsonErrors {

    private static final int LONGEST = 40;

    /** Where Jackson was: of an object in memory, which tells nobody anything. */
    private static final Pattern SOURCE =
            Pattern.compile("\\s*(\\(start marker )?at \\[Source: .*");

    /** What Jackson says of a property that is there twice, up to its name. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*?)' for .*");

    private JsonErrors() {}

    static InvalidInputException refused(String origin, IOException e, JsonNode input) {
        return new InvalidInputException(message(origin, e, input), e);
    }

    static String firstLine(Throwable e) {
        String message =
                e instanceof JsonProcessingException
                        ? ((JsonProcessingException) e).getOriginalMessage()
                        : e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        String line = message.lines().findFirst().orElse("").trim();
        if (e instanceof JsonParseException) {
            int number = ((JsonParseException) e).getLocation().getLineNr();
            // A document that ends inside a list is not a JsonEOFException, but says the same.
            boolean cut =
                    e instanceof JsonEOFException || line.startsWith("Unexpected end-of-input");
            String why = cut ? "it ends too early" : line;
            return "not JSON at line " + number + ": " + SOURCE.matcher(why).replaceFirst("");
        }
        return SOURCE.matcher(line).replaceFirst("");
    }

    private static String message(String origin, IOException e, JsonNode input) {
        String place = e instanceof JsonMappingException ? path((JsonMappingException) e) : "";
        String where = place.isEmpty() ? origin : origin + ": " + place;
        if (e instanceof UnrecognizedPropertyException) {
            return origin + ": " + unknown((UnrecognizedPropertyException) e);
        }
        Matcher twice = TWICE.matcher(firstLine(e));
        if (twice.matches()) {
            return origin + ": '" + twice.group(1) + "' is there twice";
        }
        if (e instanceof InvalidFormatException) {
            InvalidFormatException format = (InvalidFormatException) e;
            String kind = KebabCaseEnums.kind(format.getTargetType());
            return where + " must be " + kind + ", was '" + format.getValue() + "'";
        }
        if (e instanceof MismatchedInputException && !place.isEmpty()) {
            Class<?> type = ((MismatchedInputException) e).getTargetType();
            if (firstLine(e).startsWith("Cannot coerce `null`")) {
                return where + " must be " + KebabCaseEnums.kind(type) + ", was empty";
            }
            if (firstLine(e).startsWith("Cannot map `null`")) {
                String guess = misspelt((JsonMappingException) e, input);
                return where + " must be " + KebabCaseEnums.kind(type) + ", is missing" + guess;
            }
        }
        String start = place.isEmpty() ? origin + ":" : where;
        Throwable root = ClassUtil.getRootCause(e);
        if (root instanceof NullPointerException && e instanceof ValueInstantiationException) {
            return start + lacking((ValueInstantiationException) e, input);
        }
        if (root instanceof MismatchedInputException && !input.isNull()) {
            Class<?> type = ((MismatchedInputException) root).getTargetType();
            if (type != null) {
                String was = brief(at(input, ((JsonMappingException) e).getPath()));
                return start + " must be " + KebabCaseEnums.kind(type) + ", was " + was;
            }
        }
        // A record's own constructor says best what is wrong with its values.
        return (root instanceof JsonProcessingException ? where : origin) + ": " + firstLine(root);
    }

    private static String unknown(UnrecognizedPropertyException e) {
        Collection<Object> ids = e.getKnownPropertyIds();
        List<String> known =
                ids == null ? List.of() : ids.stream().map(String::valueOf).sorted().toList();
        return NearestName.unknown("property", e.getPropertyName(), known).getMessage();
    }

    /** A value that is missing is often there under a name with a slip in it. */
    private static String misspelt(JsonMappingException e, JsonNode input) {
        List<JsonMappingException.Reference> path = e.getPath();
        JsonNode parent = at(input, path.subList(0, path.size() - 1));
        List<String> written = new ArrayList<>();
        parent.fieldNames().forEachRemaining(written::add);
        String missing = path.get(path.size() - 1).getFieldName();
        if (written.contains(missing)) {
            return "";
        }
        return NearestName.of(missing, written)
                .map(name -> " (is '" + name + "' a slip for it?)")
                .orElse("");
    }

    /** Which of a record's components are not there, for those that cannot do without. */
    private static String lacking(ValueInstantiationException e, JsonNode input) {
        RecordComponent[] components = e.getType().getRawClass().getRecordComponents();
        JsonNode written = at(input, e.getPath());
        String missing =
                Arrays.stream(components == null ? new RecordComponent[0] : components)
                        .map(RecordComponent::getName)
                        .filter(name -> !written.hasNonNull(name))
                        .collect(Collectors.joining(", "));
        return missing.isEmpty() ? " holds an empty value" : " must say " + missing;
    }

    private static JsonNode at(JsonNode input, List<JsonMappingException.Reference> path) {
        JsonNode node = input;
        for (JsonMappingException.Reference part : path) {
            node =
                    part.getFieldName() == null
                            ? node.path(part.getIndex())
                            : node.path(part.getFieldName());
        }
        return node;
    }

    private static String brief(JsonNode node) {
        String text = node.isTextual() ? "'" + node.asText() + "'" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
