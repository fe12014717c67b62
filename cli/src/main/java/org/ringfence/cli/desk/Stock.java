package org.ringfence.cli.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ringfence.kb.Guidance;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Settings;
import org.ringfence.subject.SubjectReader;

/**
 * What a desk answers from.
 *
 * @param packs whose rules are told and run
 * @param index of the guidance
 */
public record Stock(
        Guidance guidance,
        List<RulePack> packs,
        List<SubjectReader> readers,
        Settings settings,
        Path index) {
    public Stock {
        Objects.requireNonNull(guidance, "guidance");
        packs = List.copyOf(packs);
        readers = List.copyOf(readers);
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(index, "index");
    }
}
