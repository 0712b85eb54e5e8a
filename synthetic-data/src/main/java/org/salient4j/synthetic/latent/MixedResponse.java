package org.salient4j.synthetic.latent;

import java.util.Arrays;

/**
 * Two groups of neurons: the first answers to the first latents, the second to all of them; each
 * neuron is brought to mean 0 and standard deviation 1 over a trajectory.
 */
final class MixedResponse implements NeuralResponse {

    private final LatentDynamics spec;
    private final Mixing first;
    private final Mixing second;
    private final double[] mean;
    private final double[] deviation;

    private MixedResponse(LatentDynamics spec, Mixing first, Mixing second) {
        this.spec = spec;
        this.first = first;
        this.second = second;
        this.mean = new double[spec.n1() + spec.n2()];
        this.deviation = new double[mean.length];
        Arrays.fill(deviation, 1);
    }

    /** Takes the scale of the neurons from these latents. */
    static MixedResponse fitted(LatentDynamics spec, Mixing first, Mixing second, double[][] z) {
        MixedResponse raw = new MixedResponse(spec, first, second);
        double[][] x = Arrays.stream(z).map(raw::expected).toArray(double[][]::new);
        MixedResponse scaled = new MixedResponse(spec, first, second);
        for (int i = 0; i < scaled.mean.length; i++) {
            double sum = 0;
            for (double[] row : x) {
                sum += row[i];
            }
            double squares = 0;
            for (double[] row : x) {
                squares += Math.pow(row[i] - sum / x.length, 2);
            }
            scaled.mean[i] = sum / x.length;
            scaled.deviation[i] = Math.sqrt(squares / x.length);
        }
        return scaled;
    }

    @Override
    public int latents() {
        return spec.d1() + spec.d2();
    }

    @Override
    public int neurons() {
        return mean.length;
    }

    @Override
    public double[] expected(double[] z) {
        LatentMatrix.requireLatents(z, latents());
        double[] x = Arrays.copyOf(first.value(Arrays.copyOf(z, spec.d1())), mean.length);
        System.arraycopy(second.value(z), 0, x, spec.n1(), spec.n2());
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - mean[i]) / deviation[i];
        }
        return x;
    }

    @Override
    public double[][] jacobian(double[] z) {
        LatentMatrix.requireLatents(z, latents());
        double[][] ofFirst = first.jacobian(Arrays.copyOf(z, spec.d1()));
        double[][] ofSecond = second.jacobian(z);
        double[][] jacobian = new double[mean.length][];
        for (int i = 0; i < jacobian.length; i++) {
            // The copy fills up with the zeros of the latents that the first group does not see.
            jacobian[i] =
                    Arrays.copyOf(i < spec.n1() ? ofFirst[i] : ofSecond[i - spec.n1()], latents());
            for (int j = 0; j < jacobian[i].length; j++) {
                jacobian[i][j] /= deviation[i];
            }
        }
        return jacobian;
    }

    @Override
    public boolean[][] truth() {
        boolean[][] truth = new boolean[latents()][neurons()];
        for (int j = 0; j < truth.length; j++) {
            Arrays.fill(truth[j], j < spec.d1() ? 0 : spec.n1(), neurons(), true);
        }
        return truth;
    }
}
