package org.salient4j.app;

import java.lang.reflect.RecordComponent;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.embedding.EmbeddingMethod;
import org.salient4j.benchmarks.bridge.Bridge;
import org.salient4j.benchmarks.bridge.BridgePreset;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.images.ImagesPreset;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesPreset;
import org.salient4j.benchmarks.vanishing.VanishingPreset;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import org.salient4j.framework.contrastive.PositiveSampler;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.recipe.TrainingPreset;
import org.salient4j.layers.Layer;
import org.salient4j.layers.LayerCatalogue;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.synthetic.latent.LatentGenerator;

/** The families that can be listed, in the order of the help. */
enum ListedFamily {
    LAYERS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            for (Class<? extends Layer> layer : LayerCatalogue.layers()) {
                String settings =
                        Arrays.stream(layer.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(", "));
                lines.put(layer.getSimpleName(), settings.isEmpty() ? "no settings" : settings);
            }
            return lines;
        }
    },
    NETWORKS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            Networks.registry().members().forEach(n -> lines.put(n.name(), line(n)));
            return lines;
        }

        private static String line(Architecture network) {
            String presets = String.join(", ", new TreeSet<>(network.presets().keySet()));
            return network.description() + (presets.isEmpty() ? "" : "; presets: " + presets);
        }
    },
    METHODS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            for (AttributionMethod method : AttributionMethod.registry().members()) {
                lines.put(
                        method.name(),
                        method.descriptor().cost() + " a sample; " + method.descriptor().use());
            }
            return lines;
        }
    },
    EMBEDDING_METHODS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            for (EmbeddingMethod method : EmbeddingMethod.registry().members()) {
                lines.put(
                        method.name(),
                        method.descriptor().cost() + "; " + method.descriptor().use());
            }
            return lines;
        }
    },
    METRICS {
        @Override
        Map<String, String> lines() {
            Collection<AttributionMetric> metrics = AttributionMetric.registry().members();
            int width =
                    metrics.stream()
                            .mapToInt(metric -> range(metric.descriptor()).length())
                            .max()
                            .orElse(1);
            Map<String, String> lines = new LinkedHashMap<>();
            for (AttributionMetric metric : metrics) {
                MetricDescriptor descriptor = metric.descriptor();
                String good = descriptor.direction().name().toLowerCase(Locale.ROOT) + " is better";
                String text = "%-16s  %-" + width + "s  %s: %s";
                lines.put(
                        metric.name(),
                        text.formatted(
                                good, range(descriptor), descriptor.title(), descriptor.summary()));
            }
            return lines;
        }

        private String range(MetricDescriptor descriptor) {
            DecimalFormat number =
                    new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
            double maximum = descriptor.maximum();
            return "["
                    + number.format(descriptor.minimum())
                    + (Double.isInfinite(maximum) ? ", inf)" : ", " + number.format(maximum) + "]");
        }
    },
    DATASETS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            SyntheticSeries.layouts()
                    .members()
                    .forEach(layout -> lines.put(layout.name(), layout.description()));
            return lines;
        }
    },
    RECORDINGS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            LatentGenerator.registered()
                    .forEach(generator -> lines.put(generator.name(), generator.description()));
            return lines;
        }
    },
    SAMPLERS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            PositiveSampler.registry()
                    .members()
                    .forEach(sampler -> lines.put(sampler.name(), sampler.description()));
            return lines;
        }
    },
    PROCESSES {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            SyntheticSeries.processes()
                    .members()
                    .forEach(process -> lines.put(process.name(), process.description()));
            return lines;
        }
    },
    TRAINING_PRESETS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            TrainingPreset.all().forEach(p -> lines.put(p.name(), p.description()));
            return lines;
        }
    },
    EXPERIMENTS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            for (ExperimentReport<?, ?> report : ExperimentReports.registry().members()) {
                lines.put(report.name(), report.description());
            }
            return lines;
        }
    },
    PRESETS {
        @Override
        Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            VanishingPreset.all()
                    .forEach(
                            p ->
                                    lines.put(
                                            line(VanishingSaliency.NAME, p.name()),
                                            p.description()));
            TimeSeriesPreset.all()
                    .forEach(p -> lines.put(line(TimeSeries.NAME, p.name()), p.description()));
            BridgePreset.all()
                    .forEach(p -> lines.put(line(Bridge.NAME, p.name()), p.description()));
            ImagesPreset.all()
                    .forEach(p -> lines.put(line(Images.NAME, p.name()), p.description()));
            return lines;
        }

        private static String line(String experiment, String preset) {
            return experiment + "/" + preset;
        }
    };

    /** Name to description. */
    abstract Map<String, String> lines();

    static Map<String, ListedFamily> byName() {
        Map<String, ListedFamily> families = new LinkedHashMap<>();
        for (ListedFamily family : values()) {
            families.put(family.name().toLowerCase(Locale.ROOT).replace('_', '-'), family);
        }
        return families;
    }
}
