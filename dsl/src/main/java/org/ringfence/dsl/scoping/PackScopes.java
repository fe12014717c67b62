package org.ringfence.dsl.scoping;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.scoping.impl.ImportNormalizer;
import org.eclipse.xtext.scoping.impl.ImportedNamespaceAwareLocalScopeProvider;
import org.ringfence.dsl.rules.RulesFile;

/** Finds what a file imports and, without an import, what other files of its pack define. */
public final class PackScopes extends ImportedNamespaceAwareLocalScopeProvider {
    @Override
    protected List<ImportNormalizer> internalGetImportedNamespaceResolvers(
            EObject context, boolean ignoreCase) {
        List<ImportNormalizer> imports =
                new ArrayList<>(super.internalGetImportedNamespaceResolvers(context, ignoreCase));
        if (context instanceof RulesFile file && file.getName() != null) {
            QualifiedName pack = getQualifiedNameConverter().toQualifiedName(file.getName());
            imports.add(doCreateImportNormalizer(pack, true, ignoreCase));
        }
        return imports;
    }
}
