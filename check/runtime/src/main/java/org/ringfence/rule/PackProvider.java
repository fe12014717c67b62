package org.ringfence.rule;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A pack as a class: the other packaging of the same records. The compiler writes one into each
 * pack jar, so that a tool which trusts the jar finds the pack by its class path alone:
 *
 * <pre>{@code
 * List<RulePack> packs = PackProvider.onClassPath();
 * }</pre>
 *
 * <p>Looking for providers runs code of the jars on the class path. A pack that is not trusted is
 * read with {@link PackJson}, which runs none.
 */
public interface PackProvider {
    RulePack pack();

    /** The packs on the class path, in order of their names. */
    static List<RulePack> onClassPath() {
        return ServiceLoader.load(PackProvider.class).stream()
                .map(provider -> provider.get().pack())
                .sorted(Comparator.comparing(RulePack::name))
                .toList();
    }
}
