package org.ringfence.reader.c;

import java.util.Set;

/**
 * Words that say something about a declaration without being part of it: source annotations,
 * calling conventions, storage decorations. The parser does not see them.
 */
final class Annotations {
    /** Never followed by arguments of their own. */
    private static final Set<String> BARE =
            Set.of(
                    "IN",
                    "OUT",
                    "INOUT",
                    "OPTIONAL",
                    "CRITICAL",
                    "FAR",
                    "NEAR",
                    "UNALIGNED",
                    "NTAPI",
                    "WINAPI",
                    "CALLBACK",
                    "APIENTRY",
                    "PASCAL",
                    "FASTCALL",
                    "DDKAPI",
                    "STDAPICALLTYPE",
                    "STDMETHODCALLTYPE",
                    "STDMETHODVCALLTYPE",
                    "NTHALAPI",
                    "NTKERNELAPI",
                    "NTSYSAPI",
                    "NTSYSCALLAPI",
                    "WSKAPI",
                    "FLTAPI",
                    "NDISAPI",
                    "WINBASEAPI",
                    "WINADVAPI",
                    "FORCEINLINE",
                    "CFORCEINLINE",
                    "INLINE",
                    "__forceinline",
                    "__inline",
                    "_inline",
                    "__inline__",
                    "inline",
                    "__stdcall",
                    "_stdcall",
                    "__cdecl",
                    "_cdecl",
                    "cdecl",
                    "__fastcall",
                    "_fastcall",
                    "__thiscall",
                    "__vectorcall",
                    "__clrcall",
                    "__unaligned",
                    "__ptr64",
                    "__ptr32",
                    "__sptr",
                    "__uptr",
                    "__restrict",
                    "restrict",
                    "__restrict__",
                    "RESTRICTED_POINTER",
                    "__extension__",
                    "EXTERN_C",
                    "__checkReturn",
                    "__reserved",
                    "__nullterminated",
                    "__nullnullterminated",
                    "__notnull",
                    "__maybenull",
                    "__callback",
                    "__override",
                    "__in",
                    "__out",
                    "__inout",
                    "__in_opt",
                    "__out_opt",
                    "__inout_opt",
                    "__allocator",
                    "__analysis_noreturn",
                    "__kernel_entry",
                    "__possibly_notnullterminated",
                    "DECLSPEC_NORETURN",
                    "DECLSPEC_IMPORT",
                    "DECLSPEC_EXPORT",
                    "DECLSPEC_NOINLINE",
                    "DECLSPEC_NOTHROW",
                    "DECLSPEC_CACHEALIGN",
                    "DECLSPEC_NOVTABLE",
                    "DECLSPEC_DEPRECATED_DDK",
                    "NOINLINE",
                    "POINTER_ALIGNMENT",
                    "_In_",
                    "_Out_",
                    "_Inout_",
                    "_In_opt_",
                    "_Out_opt_",
                    "_Inout_opt_",
                    "_Outptr_",
                    "_Outptr_opt_",
                    "_Reserved_",
                    "_In_z_",
                    "_Use_decl_annotations_",
                    "_Must_inspect_result_",
                    "_Check_return_",
                    "_Check_return_opt_",
                    "_Ret_z_",
                    "_Ret_maybenull_",
                    "_Ret_notnull_",
                    "_Printf_format_string_",
                    "virtual",
                    "explicit",
                    "friend",
                    "__drv_aliasesMem",
                    "__drv_freesMem_",
                    "STDAPIVCALLTYPE",
                    "CONST_VTBL",
                    "PNPAPI",
                    "__RPC_FAR",
                    "__RPC_API",
                    "__RPC_STUB",
                    "noexcept");

    /** Followed by arguments of their own. */
    private static final Set<String> WITH_ARGUMENTS =
            Set.of(
                    "__declspec",
                    "_declspec",
                    "__attribute__",
                    "__attribute",
                    "__pragma",
                    "_Pragma",
                    "DECLSPEC_ALIGN",
                    "DECLSPEC_UUID",
                    "DECLSPEC_ALLOCATE",
                    "DECLSPEC_SELECTANY",
                    "alignas",
                    "_Alignas",
                    "__declspec_align",
                    "__control_entrypoint",
                    "__success",
                    "__format_string",
                    "__range",
                    "__typefix",
                    "__deref",
                    "__bcount",
                    "__ecount",
                    "__bcount_opt",
                    "__ecount_opt",
                    "__struct_bcount",
                    "__field_bcount",
                    "__field_ecount",
                    "__on_failure",
                    "__post",
                    "__pre",
                    "__refparam");

    private Annotations() {}

    static boolean is(String word) {
        char first = word.charAt(0);
        if (first == '_') {
            return isSal(word) || BARE.contains(word) || WITH_ARGUMENTS.contains(word);
        }
        return BARE.contains(word) || WITH_ARGUMENTS.contains(word);
    }

    /** Whether a parenthesis after the word belongs to it. */
    static boolean takesArguments(String word) {
        return !BARE.contains(word);
    }

    /** {@code _Something_like_} this, or {@code __drv_}, {@code __in_} and their kind. */
    private static boolean isSal(String word) {
        int length = word.length();
        if (length < 4) {
            return false;
        }
        char second = word.charAt(1);
        if (second == '_') {
            return word.startsWith("__drv_")
                    || word.startsWith("__in_")
                    || word.startsWith("__out_")
                    || word.startsWith("__inout_")
                    || word.startsWith("__deref_")
                    || word.startsWith("__field_");
        }
        // those of _Analysis_ stand as statements
        if (second < 'A'
                || second > 'Z'
                || word.charAt(length - 1) != '_'
                || word.startsWith("_Analysis_")) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return true;
            }
        }
        return false;
    }
}
