package org.salient4j.framework.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.io.Json;

/**
 * The members of a family (layers, networks, methods, metrics, datasets), found by {@link
 * ServiceLoader}.
 *
 * <p>A member is a class with a public no-argument constructor that gives its defaults, and one
 * line in {@code META-INF/services}. Members are kept in the order of their names, whatever the
 * order of the class path.
 *
 * @param <T> the type of the family
 */
public final class Registry<T> {

    private final String label;
    private final NavigableMap<String, T> members;

    private Registry(String label, NavigableMap<String, T> members) {
        this.label = label;
        this.members = Collections.unmodifiableNavigableMap(members);
    }

    /**
     * The registered members of a family, which messages call by the words of the type's name:
     * {@code AttributionMethod} is "attribution method".
     *
     * @param type the family
     * @param name the name of a member
     * @throws IllegalStateException if two members have one name
     */
    public static <T> Registry<T> of(Class<T> type, Function<T, String> name) {
        String words = type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return of(type, words.toLowerCase(Locale.ROOT), name);
    }

    /**
     * @param type the family
     * @param label what messages call a member, such as {@code network}
     * @param name the name of a member
     * @throws IllegalStateException if two members have one name
     */
    public static <T> Registry<T> of(Class<T> type, String label, Function<T, String> name) {
        NavigableMap<String, T> members = new TreeMap<>();
        for (T member : ServiceLoader.load(type)) {
            T other = members.putIfAbsent(name.apply(member), member);
            if (other != null) {
                throw new IllegalStateException(
                        "two members of the family "
                                + label
                                + " are named '"
                                + name.apply(member)
                                + "': "
                                + other.getClass().getName()
                                + " and "
                                + member.getClass().getName());
            }
        }
        return new Registry<>(label, members);
    }

    /** The names, sorted. */
    public Set<String> names() {
        return members.keySet();
    }

    /** The members with their defaults, in the order of their names. */
    public List<T> members() {
        return Collections.unmodifiableList(new ArrayList<>(members.values()));
    }

    /**
     * The member with its defaults.
     *
     * @throws InvalidInputException if there is no such name; the message names the nearest
     */
    public T get(String name) {
        T member = members.get(name);
        if (member == null) {
            throw NearestName.unknown(label, name, members.keySet());
        }
        return member;
    }

    /**
     * The member with some of its components set.
     *
     * <p>A setting is the name of a record component ({@code hidden}, or {@code optimizer.rate} for
     * a component of a component) and its value in text; a list is written {@code 1,2,3}.
     *
     * @param name the member
     * @param settings component to value
     * @throws InvalidInputException if the name or a component is unknown, or a value is refused
     */
    public T configured(String name, Map<String, String> settings) {
        T prototype = get(name);
        return settings.isEmpty()
                ? prototype
                : Json.withSettings(prototype, label + " '" + name + "'", settings);
    }
}
