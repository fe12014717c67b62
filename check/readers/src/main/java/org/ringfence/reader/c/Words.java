package org.ringfence.reader.c;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What words mean to the parser. */
final class Words {
    private static final Set<String> TYPE_WORDS =
            Set.of(
                    "void",
                    "char",
                    "short",
                    "int",
                    "long",
                    "float",
                    "double",
                    "signed",
                    "unsigned",
                    "_Bool",
                    "bool",
                    "wchar_t",
                    "__int8",
                    "__int16",
                    "__int32",
                    "__int64",
                    "__wchar_t",
                    "char8_t",
                    "char16_t",
                    "char32_t",
                    "auto",
                    "__int128",
                    "decltype");

    private static final Set<String> QUALIFIERS =
            Set.of(
                    "const",
                    "volatile",
                    "static",
                    "extern",
                    "register",
                    "constexpr",
                    "consteval",
                    "mutable",
                    "thread_local",
                    "_Thread_local",
                    "__thread",
                    "typename",
                    "CONST",
                    "VOLATILE",
                    "STATIC",
                    "_Noreturn",
                    "constinit",
                    "__volatile",
                    "__const");

    private static final Set<String> TAGS =
            Set.of("struct", "union", "enum", "class", "__interface");

    private static final Set<String> STATEMENTS =
            Set.of(
                    "if",
                    "else",
                    "while",
                    "do",
                    "for",
                    "switch",
                    "case",
                    "default",
                    "return",
                    "goto",
                    "break",
                    "continue",
                    "__try",
                    "__except",
                    "__finally",
                    "__leave",
                    "catch",
                    "throw",
                    "sizeof",
                    "new",
                    "delete",
                    "typedef",
                    "namespace",
                    "template",
                    "using",
                    "__asm",
                    "_asm",
                    "operator");

    private static final Set<String> KEYWORDS = new HashSet<>();

    static {
        KEYWORDS.addAll(TYPE_WORDS);
        KEYWORDS.addAll(QUALIFIERS);
        KEYWORDS.addAll(TAGS);
        KEYWORDS.addAll(STATEMENTS);
    }

    /** Sizes of basic types on 64-bit Windows, in bytes. */
    private static final Map<String, Integer> SIZES =
            Map.ofEntries(
                    Map.entry("char", 1),
                    Map.entry("bool", 1),
                    Map.entry("short", 2),
                    Map.entry("int", 4),
                    Map.entry("long", 4),
                    Map.entry("long long", 8),
                    Map.entry("float", 4),
                    Map.entry("double", 8),
                    Map.entry("wchar_t", 2),
                    Map.entry("__int8", 1),
                    Map.entry("__int16", 2),
                    Map.entry("__int32", 4),
                    Map.entry("__int64", 8),
                    Map.entry("CHAR", 1),
                    Map.entry("UCHAR", 1),
                    Map.entry("INT8", 1),
                    Map.entry("UINT8", 1),
                    Map.entry("BYTE", 1),
                    Map.entry("BOOLEAN", 1),
                    Map.entry("CCHAR", 1),
                    Map.entry("SHORT", 2),
                    Map.entry("USHORT", 2),
                    Map.entry("WORD", 2),
                    Map.entry("WCHAR", 2),
                    Map.entry("INT16", 2),
                    Map.entry("UINT16", 2),
                    Map.entry("INT", 4),
                    Map.entry("UINT", 4),
                    Map.entry("LONG", 4),
                    Map.entry("ULONG", 4),
                    Map.entry("DWORD", 4),
                    Map.entry("BOOL", 4),
                    Map.entry("INT32", 4),
                    Map.entry("UINT32", 4),
                    Map.entry("LONG32", 4),
                    Map.entry("ULONG32", 4),
                    Map.entry("NTSTATUS", 4),
                    Map.entry("HRESULT", 4),
                    Map.entry("ACCESS_MASK", 4),
                    Map.entry("FLOAT", 4),
                    Map.entry("LONGLONG", 8),
                    Map.entry("ULONGLONG", 8),
                    Map.entry("LONG64", 8),
                    Map.entry("ULONG64", 8),
                    Map.entry("INT64", 8),
                    Map.entry("UINT64", 8),
                    Map.entry("DWORD64", 8),
                    Map.entry("DWORDLONG", 8),
                    Map.entry("LARGE_INTEGER", 8),
                    Map.entry("ULARGE_INTEGER", 8),
                    Map.entry("PHYSICAL_ADDRESS", 8),
                    Map.entry("SIZE_T", 8),
                    Map.entry("size_t", 8),
                    Map.entry("SSIZE_T", 8),
                    Map.entry("ULONG_PTR", 8),
                    Map.entry("LONG_PTR", 8),
                    Map.entry("UINT_PTR", 8),
                    Map.entry("INT_PTR", 8),
                    Map.entry("DWORD_PTR", 8),
                    Map.entry("KAFFINITY", 8),
                    Map.entry("HANDLE", 8),
                    Map.entry("PVOID", 8),
                    Map.entry("KIRQL", 1),
                    Map.entry("uint8_t", 1),
                    Map.entry("int8_t", 1),
                    Map.entry("uint16_t", 2),
                    Map.entry("int16_t", 2),
                    Map.entry("uint32_t", 4),
                    Map.entry("int32_t", 4),
                    Map.entry("uint64_t", 8),
                    Map.entry("int64_t", 8),
                    Map.entry("uintptr_t", 8));

    private Words() {}

    static boolean isTypeWord(String word) {
        return TYPE_WORDS.contains(word);
    }

    static boolean isQualifier(String word) {
        return QUALIFIERS.contains(word);
    }

    static boolean isTag(String word) {
        return TAGS.contains(word);
    }

    /** Whether a capital stands in it. */
    static boolean isCamelCase(String word) {
        return word.chars().skip(1).anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Whether it is spelled as pointers to functions are. */
    static boolean namesFunction(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("pfn")
                || lower.endsWith("fn")
                || lower.contains("func")
                || lower.contains("callback")
                || lower.contains("proc")
                || lower.contains("handler")
                || lower.contains("routine");
    }

    /** Whether it is a name in C although it is a keyword of C++. */
    static boolean isOnlyCpp(String word) {
        return switch (word) {
            case "new", "delete", "class", "catch", "throw", "namespace", "template" -> true;
            case "using", "operator", "typename", "bool", "mutable", "explicit" -> true;
            default -> false;
        };
    }

    /** Whether it cannot be a name. */
    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** Whether it is a type that every driver header defines. */
    static boolean isKnownType(String word) {
        if (SIZES.containsKey(word)) {
            return true;
        }
        if (word.startsWith("P") && SIZES.containsKey(word.substring(1))) {
            return true;
        }
        return switch (word) {
            case "VOID",
                    "GUID",
                    "UNICODE_STRING",
                    "PUNICODE_STRING",
                    "LPVOID",
                    "PSTR",
                    "PWSTR",
                    "PCSTR",
                    "PCWSTR",
                    "PCHAR",
                    "PWCHAR",
                    "LPWSTR",
                    "PIRP",
                    "PMDL",
                    "PDEVICE_OBJECT",
                    "PDRIVER_OBJECT",
                    "PKEVENT",
                    "WDFDEVICE",
                    "WDFREQUEST",
                    "WDFQUEUE",
                    "WDFMEMORY",
                    "WDFOBJECT",
                    "NDIS_HANDLE" ->
                    true;
            default -> false;
        };
    }

    /** Whether it is a pointer or a handle that every driver header defines. */
    static boolean isKnownPointer(String word) {
        return isKnownType(word)
                && !SIZES.containsKey(word)
                && !word.equals("VOID")
                && !word.equals("GUID")
                && !word.equals("UNICODE_STRING");
    }

    /** Whether it is spelled as types are by convention: PFOO_BAR, FOO_T, foo_t. */
    static boolean looksLikeType(String word) {
        return isKnownType(word)
                || word.endsWith("_t")
                || word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a type of eight bytes has four on 32-bit Windows. */
    static boolean isPointerSized(String type) {
        return type.endsWith("*")
                || type.endsWith("_PTR")
                || isKnownPointer(type)
                || switch (type) {
                    case "SIZE_T", "size_t", "SSIZE_T", "KAFFINITY", "HANDLE", "PVOID" -> true;
                    case "uintptr_t" -> true;
                    default -> false;
                };
    }

    /** The size of a basic type without qualifiers, in bytes, or 0. */
    static int size(String type) {
        return SIZES.getOrDefault(type, 0);
    }
}
