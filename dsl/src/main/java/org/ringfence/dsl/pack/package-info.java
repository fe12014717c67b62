/**
 * How a pack travels. A compiled pack and the texts it came from come in; the files of its jar go
 * out: JSON, one document a rule, the texts, and class files that construct the same records. The
 * same input gives the same bytes on every machine. Nothing here knows the rules language, and no
 * code of a pack is ever run.
 */
package org.ringfence.dsl.pack;
