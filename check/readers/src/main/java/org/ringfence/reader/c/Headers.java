package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** What the headers of a file tell about it. */
final class Headers {
    private static final Set<String> KERNEL =
            Set.of(
                    "wdm.h",
                    "ntddk.h",
                    "ntifs.h",
                    "ntosp.h",
                    "fltkernel.h",
                    "ndis.h",
                    "storport.h",
                    "portcls.h",
                    "ks.h",
                    "miniport.h",
                    "scsi.h",
                    "srb.h",
                    "ntddstor.h",
                    "classpnp.h",
                    "netadaptercx.h",
                    "wsk.h",
                    "fwpsk.h",
                    "hidport.h",
                    "video.h",
                    "dispmprt.h",
                    "usbdlib.h",
                    "wdmsec.h",
                    "ntstrsafe.h",
                    "ntintsafe.h",
                    "tdikrnl.h",
                    "wmilib.h",
                    "stdunk.h",
                    "csq.h",
                    "bthddi.h");
    private static final Set<String> USER =
            Set.of("windows.h", "wudfddi.h", "wudfwdm.h", "atlbase.h", "wtypes.h", "winbase.h");

    /** Types and routines that no user-mode header has. */
    private static final Set<String> KERNEL_WORDS =
            Set.of(
                    "PIRP",
                    "PIO_STACK_LOCATION",
                    "KIRQL",
                    "KSPIN_LOCK",
                    "PKSPIN_LOCK",
                    "PMDL",
                    "PKDPC",
                    "PFILE_OBJECT",
                    "IoGetCurrentIrpStackLocation",
                    "IoCompleteRequest",
                    "IofCompleteRequest",
                    "IoCreateDevice",
                    "IoCreateDeviceSecure",
                    "ObReferenceObjectByHandle",
                    "KeGetCurrentIrql",
                    "ExAllocatePoolWithTag",
                    "ExAllocatePool2",
                    "ExAllocatePoolZero",
                    "MmGetSystemAddressForMdlSafe",
                    "ProbeForRead",
                    "ProbeForWrite",
                    "PFLT_CALLBACK_DATA",
                    "MmMapIoSpace");

    private final Visible visible;
    private final Set<String> words;
    private final List<Node> includes;

    Headers(Visible visible, Set<String> words) {
        this.visible = visible;
        this.words = words;
        this.includes = visible.own().tree().all("include");
    }

    /**
     * User-mode headers win: a UMDF driver includes wdf.h as a kernel-mode one does. A file without
     * either is kernel-mode code if it uses what only the kernel has; else the headers of the
     * project that it includes decide in the same way, and it is unknown if they do not.
     */
    Value kernelMode() {
        Optional<Boolean> own = kernelMode(includes);
        if (own.isEmpty() && KERNEL_WORDS.stream().anyMatch(words::contains)) {
            own = Optional.of(true);
        }
        if (own.isEmpty()) {
            List<Node> behind = new ArrayList<>();
            visible.included().forEach(each -> behind.addAll(each.tree().all("include")));
            own = kernelMode(behind);
        }
        return own.<Value>map(Value.Truth::new)
                .orElseGet(
                        () -> new Value.Unknown("no header here tells kernel mode from user mode"));
    }

    private static Optional<Boolean> kernelMode(List<Node> includes) {
        boolean kernel = false;
        for (Node include : includes) {
            String file = file(include.label());
            if (USER.contains(file)) {
                return Optional.of(false);
            }
            kernel |= KERNEL.contains(file);
        }
        return kernel ? Optional.of(true) : Optional.empty();
    }

    Value includes(String name) {
        String wanted = file(name);
        return new Value.Truth(
                includes.stream().anyMatch(include -> file(include.label()).equals(wanted)));
    }

    private static String file(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.substring(Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('\\')) + 1);
    }
}
