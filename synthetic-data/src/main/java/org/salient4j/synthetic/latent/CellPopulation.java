package org.salient4j.synthetic.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.salient4j.synthetic.Require;

/**
 * How many cells of each kind are recorded, and how they are tuned.
 *
 * <p>Place fields have their centres anywhere in the box. Grid cells belong in turn to modules of
 * one scale and orientation each, every module 1.4 times as coarse as the one before, and differ by
 * their phase. Preferred headings are uniform. Speed cells have their middle anywhere from 0 to
 * twice the mean speed, and rise over half of it.
 *
 * @param place cells driven by the position, at least 0
 * @param grid cells driven by the position, at least 0
 * @param headDirection cells driven by the heading, at least 0
 * @param speed cells driven by the speed, at least 0; at least 1 cell in all
 * @param placeWidth standard deviation of a place field in metres, above 0
 * @param gridScale distance of the fields of the finest module in metres, above 0
 * @param gridModules number of modules, at least 1
 * @param headConcentration concentration of the heading's von Mises curve, above 0
 */
public record CellPopulation(
        int place,
        int grid,
        int headDirection,
        int speed,
        double placeWidth,
        double gridScale,
        int gridModules,
        double headConcentration) {

    private static final double MODULE_RATIO = 1.4;

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public CellPopulation {
        Require.atLeast(0, "place", place);
        Require.atLeast(0, "grid", grid);
        Require.atLeast(0, "headDirection", headDirection);
        Require.atLeast(0, "speed", speed);
        int cells = Math.addExact(Math.addExact(place, grid), Math.addExact(headDirection, speed));
        Require.atLeast(1, "place + grid + headDirection + speed", cells);
        Require.positive("placeWidth", placeWidth);
        Require.positive("gridScale", gridScale);
        Require.atLeast(1, "gridModules", gridModules);
        Require.positive("headConcentration", headConcentration);
    }

    /**
     * Creates the usual population: 40 place, 30 grid, 20 head-direction and 10 speed cells, place
     * fields of 0.2 m, three modules from 0.3 m, concentration 2.
     */
    public CellPopulation() {
        this(40, 30, 20, 10);
    }

    /** Creates a population of other numbers of cells with the usual tuning. */
    public CellPopulation(int place, int grid, int headDirection, int speed) {
        this(place, grid, headDirection, speed, 0.2, 0.3, 3, 2);
    }

    /** Returns the number of cells, n. */
    public int cells() {
        return place + grid + headDirection + speed;
    }

    /** The cells of one kind each; kinds without cells are left out. */
    List<NamedRange> blocks() {
        List<NamedRange> blocks = new ArrayList<>();
        int start = add(blocks, "place", 0, place);
        start = add(blocks, "grid", start, grid);
        start = add(blocks, "head-direction", start, headDirection);
        add(blocks, "speed", start, speed);
        return blocks;
    }

    private static int add(List<NamedRange> blocks, String name, int start, int count) {
        if (count > 0) {
            blocks.add(new NamedRange(name, start, start + count));
        }
        return start + count;
    }

    /** Draws the tuning of the cells, in the order of the blocks. */
    List<Tuning> draw(ArenaWalk walk, RandomGenerator random) {
        double side = walk.boxSize();
        List<Tuning> cells = new ArrayList<>();
        for (int i = 0; i < place; i++) {
            cells.add(
                    new PlaceTuning(
                            side * random.nextDouble(), side * random.nextDouble(), placeWidth));
        }
        double[] orientations = new double[gridModules];
        for (int module = 0; module < gridModules; module++) {
            orientations[module] = Math.PI / 3 * random.nextDouble();
        }
        for (int i = 0; i < grid; i++) {
            int module = i % gridModules;
            cells.add(
                    new GridTuning(
                            side * random.nextDouble(),
                            side * random.nextDouble(),
                            gridScale * Math.pow(MODULE_RATIO, module),
                            orientations[module]));
        }
        for (int i = 0; i < headDirection; i++) {
            cells.add(
                    new HeadDirectionTuning(2 * Math.PI * random.nextDouble(), headConcentration));
        }
        for (int i = 0; i < speed; i++) {
            cells.add(
                    new SpeedTuning(
                            2 * walk.meanSpeed() * random.nextDouble(), walk.meanSpeed() / 2));
        }
        return cells;
    }
}
