package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class RoutinesTest {
    private static final String TEXT =
            """
            DRIVER_DISPATCH Control;
            _Must_inspect_result_
            _IRQL_requires_max_(APC_LEVEL)
            NTSTATUS Mine(IN PVOID Data OPTIONAL, _In_reads_bytes_(Size * 2)
                _Pre_valid_ PVOID More, ULONG Size);
            _Function_class_(DRIVER_UNLOAD) VOID Unload(PDRIVER_OBJECT Driver) { }
            _Use_decl_annotations_ NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
            {
                ULONG Flags = OBJ_KERNEL_HANDLE;
                Flags |= FORCE;
                ProbeForRead(Irp->UserBuffer, 8, 1);
                Mine(Device, Irp, 4);
                Other(Flags);
            }
            #define FORCE (OBJ_FORCE_ACCESS_CHECK | 1)
            """;

    private final Subject subject = Sources.c(TEXT);

    private Value of(String function, String kind, String name, Value... more) {
        List<Value> arguments = new ArrayList<>();
        for (Node node : Sources.all(subject, kind)) {
            boolean call = kind.equals("call") && node.children().get(0).label().equals(name);
            if (call || node.label().equals(name)) {
                arguments.add(0, new Value.Element(node));
            }
        }
        List<Value> all = new ArrayList<>(List.of(arguments.get(0)));
        all.addAll(List.of(more));
        return subject.evaluate(function, all);
    }

    private String text(Value value) {
        return Sources.text(subject, ((Value.Element) value).node());
    }

    private static Value texts(String... texts) {
        return new Value.Many(List.of(texts).stream().<Value>map(Value.Text::new).toList());
    }

    @Test
    void argumentsAreFoundByTheNamesOfTheWdk() {
        assertThat(text(of("argument", "call", "ProbeForRead", new Value.Text("Length"))))
                .isEqualTo("8");
        assertThat(text(of("length-argument", "call", "ProbeForRead", new Value.Text("Address"))))
                .isEqualTo("8");
        assertThat(of("parameter", "call", "ProbeForRead", new Value.Int(3)))
                .isEqualTo(new Value.Text("Alignment"));
        assertThat(of("parameter", "call", "ProbeForRead", new Value.Int(4)))
                .isEqualTo(new Value.Absent());
        assertThat(of("argument", "call", "ProbeForRead", new Value.Text("Size")))
                .isEqualTo(new Value.Absent());
        assertThat(of("argument", "call", "Other", new Value.Text("Size")))
                .isEqualTo(new Value.Unknown("no declaration of `Other` is known"));
    }

    @Test
    void annotationsOfTheProjectAreFacts() {
        assertThat(of("annotations", "call", "Mine"))
                .isEqualTo(texts("_Must_inspect_result_", "_IRQL_requires_max_(APC_LEVEL)"));
        assertThat(of("irql", "call", "Mine")).isEqualTo(new Value.Text("APC_LEVEL"));
        assertThat(of("parameter-annotations", "prototype", "Mine", new Value.Text("Data")))
                .isEqualTo(texts("IN", "OPTIONAL"));
        assertThat(of("parameter-annotations", "call", "Mine", new Value.Text("More")))
                .isEqualTo(texts("_In_reads_bytes_(Size * 2)", "_Pre_valid_"));
        assertThat(of("parameter-annotations", "call", "Mine", new Value.Text("Size")))
                .isEqualTo(texts());
    }

    @Test
    void rolesAreDeclaredOrAnnotated() {
        assertThat(of("role", "function", "Control")).isEqualTo(new Value.Text("DRIVER_DISPATCH"));
        assertThat(of("role", "function", "Unload")).isEqualTo(new Value.Text("DRIVER_UNLOAD"));
        assertThat(of("role", "call", "Other")).isEqualTo(new Value.Absent());
    }

    @Test
    void namesBehindAValueAreKept() {
        Node call =
                Sources.all(subject, "call").stream()
                        .filter(node -> node.children().get(0).label().equals("Other"))
                        .findFirst()
                        .orElseThrow();
        assertThat(subject.evaluate("names", List.of(new Value.Element(call.children().get(1)))))
                .isEqualTo(texts("Flags", "OBJ_KERNEL_HANDLE", "FORCE", "OBJ_FORCE_ACCESS_CHECK"));
    }

    @Test
    void editorsAndCompilersAskTheReader() {
        assertThat(new CReader().knownNames()).contains("IoCreateDevice", "WdfDeviceCreate");
        assertThat(new CReader().signature("IoDeleteDevice"))
                .contains("VOID IoDeleteDevice(_In_ PDEVICE_OBJECT DeviceObject)");
        assertThat(new CReader().signature("IoDeletDevice")).isEmpty();
    }
}
