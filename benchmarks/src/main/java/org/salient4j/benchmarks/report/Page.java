package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * A report before it is written. All texts are plain: the writer escapes them.
 *
 * @param title what is reported
 * @param subtitle one line below it
 * @param sections in reading order
 */
public record Page(String title, String subtitle, List<Section> sections) {

    /** Copies the sections. */
    public Page {
        sections = List.copyOf(sections);
    }

    /** Whether the script does something for any block. */
    public boolean scripted() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .anyMatch(Block::scripted);
    }
}
