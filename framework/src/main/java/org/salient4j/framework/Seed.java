package org.salient4j.framework;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where randomness comes from: a number that is handed in, never a global.
 *
 * <p>Every random thing takes a seed and derives its own by name, so that two things never share a
 * stream and adding a third moves neither:
 *
 * <pre>{@code
 * RandomGenerator mask = seed.child("mask").child(epoch).random();
 * }</pre>
 *
 * <p>Zero is refused because ND4J reads it as "no seed given". The derivation and the generators
 * ({@link SplittableRandom}) have fixed algorithms: a seed means the same numbers on every machine
 * and Java version.
 *
 * @param value the seed, never 0
 */
public record Seed(long value) {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final long KEY_MULTIPLIER = 0xd1342543de82ef95L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * @throws InvalidInputException if the value is 0
     */
    public Seed {
        if (value == 0) {
            throw new InvalidInputException(
                    "seed must not be 0: ND4J reads 0 as 'no seed', so nothing would repeat");
        }
    }

    /**
     * @param value the seed, not 0
     * @throws InvalidInputException if the value is 0
     */
    public static Seed of(long value) {
        return new Seed(value);
    }

    /** The seed of the part with this name; other names give unrelated seeds. */
    public Seed child(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        // The length keeps a name apart from an index that happens to have the same hash.
        return derived(mix(hash + name.length()) ^ FNV_OFFSET);
    }

    /** The seed of the part with this index (an epoch, a batch, a sample). */
    public Seed child(long index) {
        return derived(mix(index + GOLDEN_GAMMA));
    }

    /** A new generator that starts at this seed. */
    public RandomGenerator random() {
        return new SplittableRandom(value);
    }

    /**
     * Number n of the stream of U(0, 1) that {@link #random()} starts: the same as its n-th {@code
     * nextDouble}, from 0, without those before it.
     *
     * @param n which number, at least 0
     * @return in [0, 1)
     */
    public double uniform(long n) {
        return (mix(value + (n + 1) * GOLDEN_GAMMA) >>> 11) * 0x1.0p-53;
    }

    private Seed derived(long key) {
        // The multiplier keeps parent and key apart: a plain sum would give child 3 of seed 5 the
        // seed of child 5 of seed 3.
        long child = mix(mix(value + GOLDEN_GAMMA) + key * KEY_MULTIPLIER);
        return new Seed(child == 0 ? GOLDEN_GAMMA : child);
    }

    /** David Stafford's thirteenth variant of the 64-bit finalizer of MurmurHash3. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
