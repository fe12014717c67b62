package org.ringfence.dsl;

import com.google.inject.Injector;

/** Registers the rules language with EMF, once for a process. */
public final class RulesStandaloneSetup extends RulesStandaloneSetupGenerated {
    private static final class Holder {
        static final Injector INJECTOR =
                new RulesStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    /** The only injector: a second one would take over the registry of the first. */
    public static Injector injector() {
        return Holder.INJECTOR;
    }
}
