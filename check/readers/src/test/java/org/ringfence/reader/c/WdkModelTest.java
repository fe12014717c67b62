package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Value;

class WdkModelTest {
    @Test
    void everyRoutineHasASignatureWithNamedAndAnnotatedParameters() {
        assertThat(WdkModel.routines()).hasSizeGreaterThan(1000);
        for (String name : WdkModel.routines()) {
            Signature signature = WdkModel.routine(name).orElseThrow();
            assertThat(signature.name()).isEqualTo(name);
            assertThat(signature.result()).as(name).isNotEmpty();
            for (Signature.Parameter parameter : signature.parameters()) {
                assertThat(parameter.name()).as(name).isNotEmpty();
                boolean any = parameter.name().equals("...");
                assertThat(parameter.annotations().isEmpty()).as(name).isEqualTo(any);
                String length = parameter.length().replace("*", "");
                if (length.matches("[A-Za-z]\\w*")) {
                    assertThat(signature.place(length)).as(name + " " + length).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aSignatureIsShownInOneLine() {
        assertThat(WdkModel.routine("ProbeForRead").orElseThrow().text())
                .isEqualTo(
                        "VOID ProbeForRead(_In_reads_bytes_(Length) const volatile VOID *Address,"
                                + " _In_ SIZE_T Length, _In_ ULONG Alignment)");
        assertThat(WdkModel.routine("__wbinvd").orElseThrow().text())
                .isEqualTo("void __wbinvd(void)");
        assertThat(WdkModel.routine("ProbeForRead").orElseThrow().place("Length"))
                .isEqualTo(OptionalInt.of(1));
        assertThat(WdkModel.irql("ProbeForRead")).isEqualTo("APC_LEVEL");
        assertThat(WdkModel.irql("__wbinvd")).isEmpty();
        assertThat(WdkModel.routine("Unheard")).isEmpty();
    }

    @Test
    void rolesSayWhatARoutineIsHanded() {
        assertThat(WdkModel.role("EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL").orElseThrow().parameters())
                .extracting(Signature.Parameter::name)
                .isEqualTo(
                        List.of(
                                "Queue",
                                "Request",
                                "OutputBufferLength",
                                "InputBufferLength",
                                "IoControlCode"));
        assertThat(WdkModel.isRole("DRIVER_DISPATCH")).isTrue();
        assertThat(WdkModel.isRole("PDRIVER_DISPATCH")).isFalse();
    }

    @Test
    void structuresOfTheSystemHaveTheirSizes() {
        assertThat(Sources.constant("x = sizeof(UNICODE_STRING);")).isEqualTo(new Value.Int(16));
        assertThat(Sources.constant("x = sizeof(OBJECT_ATTRIBUTES);")).isEqualTo(new Value.Int(48));
        assertThat(Sources.constant("x = sizeof(IO_STATUS_BLOCK);")).isEqualTo(new Value.Int(16));
        assertThat(Sources.constant("x = sizeof(GUID);")).isEqualTo(new Value.Int(16));
        assertThat(Sources.constant("x = sizeof(MDL);")).isEqualTo(new Value.Int(48));
        assertThat(Sources.constant("x = sizeof(IRP);")).isEqualTo(new Value.Int(208));
        assertThat(Sources.constant("x = sizeof(IO_STACK_LOCATION);")).isEqualTo(new Value.Int(72));
        assertThat(Sources.constant("x = sizeof(DRIVER_OBJECT);")).isEqualTo(new Value.Int(336));
        assertThat(Sources.constant("x = FIELD_OFFSET(IRP, IoStatus);"))
                .isEqualTo(new Value.Int(0x30));
        assertThat(
                        Sources.constant(
                                "x = FIELD_OFFSET(IO_STACK_LOCATION,"
                                        + " Parameters.DeviceIoControl.Type3InputBuffer);"))
                .isEqualTo(new Value.Int(0x20));
    }
}
