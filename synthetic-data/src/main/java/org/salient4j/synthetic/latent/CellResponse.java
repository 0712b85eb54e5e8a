package org.salient4j.synthetic.latent;

import java.util.Arrays;
import java.util.List;

/** Cells whose expected counts are a largest one times their tuning. */
final class CellResponse implements NeuralResponse {

    private final List<Tuning> cells;
    private final double largest;

    CellResponse(List<Tuning> cells, double largest) {
        this.cells = List.copyOf(cells);
        this.largest = largest;
    }

    @Override
    public int latents() {
        return SpatialLatent.COUNT;
    }

    @Override
    public int neurons() {
        return cells.size();
    }

    @Override
    public double[] expected(double[] z) {
        LatentMatrix.requireLatents(z, latents());
        return cells.stream().mapToDouble(cell -> largest * cell.share(z)).toArray();
    }

    @Override
    public double[][] jacobian(double[] z) {
        LatentMatrix.requireLatents(z, latents());
        return cells.stream().map(cell -> scaled(cell.gradient(z))).toArray(double[][]::new);
    }

    @Override
    public boolean[][] truth() {
        boolean[][] truth = new boolean[latents()][neurons()];
        for (int i = 0; i < cells.size(); i++) {
            for (SpatialLatent latent : cells.get(i).latents()) {
                truth[latent.ordinal()][i] = true;
            }
        }
        return truth;
    }

    private double[] scaled(double[] gradient) {
        return Arrays.stream(gradient).map(slope -> largest * slope).toArray();
    }
}
