package org.salient4j.framework.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Enum constants in the form command lines use: {@code UNIFORM_IN_RANGE} is {@code
 * uniform-in-range}.
 */
final class KebabCaseEnums extends SimpleModule {

    private static final long serialVersionUID = 1L;

    KebabCaseEnums() {
        super("kebab-case-enums");
        setSerializerModifier(new Writing());
        setDeserializerModifier(new Reading());
    }

    static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a value of the type looks like, for "must be …". */
    static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(KebabCaseEnums::kebab)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        boolean whole =
                type == int.class
                        || type == long.class
                        || type == Integer.class
                        || type == Long.class;
        boolean number =
                type == double.class
                        || type == float.class
                        || type == Double.class
                        || type == Float.class;
        if (whole) {
            return "a whole number";
        }
        if (number) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        boolean parts =
                Map.class.isAssignableFrom(type) || type == ObjectNode.class || type.isRecord();
        return parts ? "an object with parts" : "of type " + type.getSimpleName();
    }

    private static final class Writing extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonSerializer<?> standard) {
            return new JsonSerializer<Object>() {
                @Override
                public void serialize(Object value, JsonGenerator out, SerializerProvider all)
                        throws IOException {
                    out.writeString(kebab(value));
                }
            };
        }
    }

    private static final class Reading extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> standard) {
            return new Constants(type.getRawClass());
        }
    }

    private static final class Constants extends JsonDeserializer<Object> {

        private final Class<?> type;

        Constants(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            String written = in.getValueAsString("");
            String folded = written.trim().toLowerCase(Locale.ROOT).replace('_', '-');
            for (Object constant : type.getEnumConstants()) {
                if (kebab(constant).equals(folded)) {
                    return constant;
                }
            }
            return context.handleWeirdStringValue(type, written, "not one of the constants");
        }
    }
}
