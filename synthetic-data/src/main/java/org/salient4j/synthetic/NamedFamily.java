package org.salient4j.synthetic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * The members of a family by name, in the order of their service lines.
 *
 * @param <T> the family's interface
 */
public final class NamedFamily<T> {

    private final String kind;
    private final Map<String, T> members = new LinkedHashMap<>();

    private NamedFamily(String kind) {
        this.kind = kind;
    }

    static <T> NamedFamily<T> of(String kind, Collection<T> members, Function<T, String> name) {
        NamedFamily<T> family = new NamedFamily<>(kind);
        for (T member : members) {
            T other = family.members.put(name.apply(member), member);
            if (other != null) {
                throw new ServiceConfigurationError(
                        String.format(
                                "two members of the family %s are named %s: %s and %s",
                                kind,
                                name.apply(member),
                                other.getClass().getName(),
                                member.getClass().getName()));
            }
        }
        return family;
    }

    /**
     * Loads the registered members.
     *
     * @param kind what a member is called in messages
     * @param type the family's interface
     * @param name the name of a member
     * @throws ServiceConfigurationError if two members have the same name
     */
    public static <T> NamedFamily<T> load(String kind, Class<T> type, Function<T, String> name) {
        List<T> members =
                ServiceLoader.load(type, type.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return of(kind, members, name);
    }

    /** Returns the members. */
    public List<T> all() {
        return List.copyOf(members.values());
    }

    /**
     * Returns the member of the given name.
     *
     * @throws IllegalArgumentException if there is none; the message suggests the nearest name
     */
    public T named(String name) {
        T member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(
                    String.format(
                            "unknown %s '%s', did you mean '%s'? Known: %s",
                            kind, name, nearest(name), String.join(", ", members.keySet())));
        }
        return member;
    }

    private String nearest(String name) {
        String given = String.valueOf(name);
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : members.keySet()) {
            int distance = editDistance(given, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** The least number of inserted, deleted or replaced characters (Levenshtein). */
    private static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
