package org.salient4j.app.extending;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;
import org.salient4j.losses.StandardObjective;
import org.salient4j.synthetic.Gaussian;
import org.salient4j.synthetic.SyntheticSpec;

/**
 * Which learning rate learns fastest?
 *
 * @param rates the rates tried
 * @param epochs how long
 */
public record LearningRates(List<Double> rates, int epochs)
        implements Experiment<LearningRates.Cell, LearningRates.Result> {

    /** What one result depends on. */
    public record Cell(double rate, int epochs) {}

    /** What a cell gives. */
    public record Result(double testAccuracy) {}

    /** Two rates. */
    public LearningRates() {
        this(List.of(1e-3, 1e-1), 2);
    }

    @Override
    public String name() {
        return "learning-rates";
    }

    @Override
    public Class<Cell> cellType() {
        return Cell.class;
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public List<Cell> cells() {
        return rates.stream().map(rate -> new Cell(rate, epochs)).toList();
    }

    @Override
    public Result run(Cell cell, CellContext context) throws InterruptedException {
        Seed seed = Seed.of(1); // every rate on the same data
        SyntheticSpec spec = SyntheticSpec.of(new Corner(), new Gaussian()).withCounts(100, 0, 50);
        SeriesDataset data = SyntheticSeries.generate(spec, seed);
        Network network = Network.initialise(new MeanOverTime(), DataType.FLOAT, seed);
        context.tick("training");
        TrainingOptions options =
                TrainingOptions.fixedBudget(cell.epochs())
                        .withUpdater(UpdaterKind.ADAM, cell.rate());
        Examples train = new Examples(data.train().x(), data.train().labels());
        new Trainer(options, seed).fit(network, new StandardObjective(), train, null);
        Examples test = new Examples(data.test().x(), data.test().labels());
        return new Result(Evaluation.of(network, test).accuracy());
    }
}
