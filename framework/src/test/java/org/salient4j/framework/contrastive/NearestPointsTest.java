package org.salient4j.framework.contrastive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPointsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "1, 3, false",
        "8, 2, false",
        "9, 2, false",
        "1000, 1, false",
        "1000, 2, false",
        "1000, 3, false",
        "2000, 7, false",
        "300, 12, false",
        // On a coarse grid many points are at one distance, and many are the same.
        "1000, 1, true",
        "1000, 2, true",
        "1000, 3, true",
        "500, 5, true"
    })
    void should_find_what_a_search_through_all_finds(int count, int dimensions, boolean grid) {
        SplittableRandom random = new SplittableRandom(count + dimensions);
        double[] points = draw(random, count * dimensions, grid);
        NearestPoints nearest = new NearestPoints(points.clone(), dimensions);
        for (int i = 0; i < 300; i++) {
            double[] query = draw(random, dimensions, grid);
            assertThat(nearest.to(query)).isEqualTo(throughAll(points, query));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 100", "1, 1000"})
    void should_find_the_first_of_points_that_are_all_the_same(int dimensions, int count) {
        double[] same = new double[count * dimensions];
        assertThat(new NearestPoints(same, dimensions).to(new double[dimensions])).isZero();
    }

    private static double[] draw(SplittableRandom random, int length, boolean grid) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = grid ? random.nextInt(5) / 2.0 : random.nextGaussian();
        }
        return values;
    }

    private static int throughAll(double[] points, double[] query) {
        int nearest = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int p = 0; p < points.length / query.length; p++) {
            double sum = 0;
            for (int d = 0; d < query.length; d++) {
                double difference = points[p * query.length + d] - query[d];
                sum += difference * difference;
            }
            if (sum < distance) {
                distance = sum;
                nearest = p;
            }
        }
        return nearest;
    }
}
