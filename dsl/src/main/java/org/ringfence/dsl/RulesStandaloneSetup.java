/* generated from the grammar of the rules language */
package org.ringfence.dsl;

/** Initialization support for running Xtext languages without Equinox extension registry. */
public class RulesStandaloneSetup extends RulesStandaloneSetupGenerated {

    public static void doSetup() {
        new RulesStandaloneSetup().createInjectorAndDoEMFRegistration();
    }
}
