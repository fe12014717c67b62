package org.ringfence.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

class VocabularyTest {
    private static Map<String, Vocabulary> vocabularies() {
        Map<String, Vocabulary> found = new TreeMap<>();
        for (SubjectReader reader : ServiceLoader.load(SubjectReader.class)) {
            found.put(reader.vocabulary().subject(), reader.vocabulary());
        }
        return found;
    }

    @Test
    void everyReaderIsFoundAsAService() {
        assertThat(vocabularies().keySet()).containsExactly("c", "inf", "sddl");
    }

    @Test
    void everyCollectionAndImplicitIsOfADeclaredKind() {
        for (Vocabulary vocabulary : vocabularies().values()) {
            assertThat(vocabulary.kinds().keySet())
                    .containsAll(vocabulary.collections().values())
                    .containsAll(vocabulary.implicits().values());
        }
    }

    @Test
    void namedNumbersHaveTheValuesOfTheDriverHeaders() {
        Map<String, Long> c = vocabularies().get("c").constants();
        assertThat(c)
                .containsEntry("METHOD_NEITHER", 3L)
                .containsEntry("FILE_DEVICE_SECURE_OPEN", 0x100L)
                .containsEntry("OBJ_KERNEL_HANDLE", 0x200L)
                .containsEntry("GENERIC_READ", 0x80000000L)
                .containsEntry("EXCEPTION_CONTINUE_EXECUTION", -1L);
        assertThat(vocabularies().get("sddl").constants()).containsEntry("FA", 0x1f01ffL);
    }

    @Test
    void functionsDeclareTheirTypes() {
        assertThat(vocabularies().get("c").functions().get("const"))
                .isEqualTo(
                        new Vocabulary.Function(
                                List.of(Vocabulary.Type.ELEMENT),
                                Vocabulary.Type.NUMBER,
                                "The number that a constant expression has, through macros and enums"
                                        + " of the file; unknown if it is not constant here"));
    }

    @Test
    void theManualIsToldWholeSentencesOfDirectives() {
        assertThat(new org.ringfence.reader.c.CReader().vocabulary().kinds().get("arm").about())
                .isEqualTo("One arm of an #if group; the label is its condition");
    }
}
