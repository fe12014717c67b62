package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The names that a file sees: its own, and those of the files that it includes. */
final class Visible {
    private final Symbols own;
    private final Supplier<List<Symbols>> find;
    private List<Symbols> included;

    /**
     * @param find looks into what is included, asked for at most once and only if need be
     */
    Visible(Symbols own, Supplier<List<Symbols>> find) {
        this.own = own;
        this.find = find;
    }

    Symbols own() {
        return own;
    }

    /** In the order of the {@code #include}s. */
    List<Symbols> included() {
        if (included == null) {
            included = find.get();
        }
        return included;
    }

    /** Definitions of the file, else of what it includes. */
    List<CNode> macros(String name) {
        List<CNode> ours = own.macros(name);
        if (!ours.isEmpty()) {
            return ours;
        }
        List<CNode> firm = new ArrayList<>();
        List<CNode> fallback = new ArrayList<>();
        for (Symbols symbols : included()) {
            for (CNode define : symbols.macros(name)) {
                (symbols.isFallback(define) ? fallback : firm).add(define);
            }
        }
        return firm.isEmpty() ? fallback : firm;
    }

    Optional<Symbols.Enumerator> enumerator(String name) {
        return first(symbols -> symbols.enumerator(name));
    }

    Optional<CNode> variable(String name) {
        return first(symbols -> symbols.variable(name));
    }

    Optional<Declared> type(String name) {
        Optional<Declared> found = first(symbols -> symbols.type(name));
        return found.isPresent() ? found : WdkModel.structures().type(name);
    }

    Optional<Declared> global(String name) {
        return first(symbols -> symbols.global(name));
    }

    /** How a routine is declared here, else in what is included, else in the WDK. */
    Optional<Signature> signature(String name) {
        Optional<Signature> found = own.signature(name);
        if (found.isEmpty() && WdkModel.routines().contains(name)) {
            return WdkModel.routine(name);
        }
        return found.isPresent() && !found.get().isBare()
                ? found
                : first(symbols -> symbols.signature(name).filter(s -> !s.isBare()))
                        .or(() -> found)
                        .or(() -> first(symbols -> symbols.signature(name)));
    }

    private <T> Optional<T> first(Function<Symbols, Optional<T>> ask) {
        Optional<T> ours = ask.apply(own);
        if (ours.isPresent()) {
            return ours;
        }
        for (Symbols symbols : included()) {
            Optional<T> theirs = ask.apply(symbols);
            if (theirs.isPresent()) {
                return theirs;
            }
        }
        return Optional.empty();
    }
}
