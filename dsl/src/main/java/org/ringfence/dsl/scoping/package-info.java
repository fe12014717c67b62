/**
 * Says what a name in a rules file refers to: a definition of the same pack, or one that is
 * imported. It knows nothing of vocabularies and guidance.
 */
package org.ringfence.dsl.scoping;
