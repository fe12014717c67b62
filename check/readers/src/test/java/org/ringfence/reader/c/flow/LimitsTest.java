package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.subject.Value;

/** Whether the argument of {@code use} is at most 16; {@code n} is a parameter. */
class LimitsTest {
    private static Value limited(Code code) {
        Value.Element use = new Value.Element(code.at("use(n)").children().get(1));
        return code.subject().evaluate("limited", List.of(use, new Value.Int(16)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (n > 16) { return 1; } use(n);",
                "if (n >= 17) { return 1; } use(n);",
                "if (n <= 16) { use(n); }",
                "if (16 < n) { return 1; } use(n);",
                "if (n > 4 || p == 0) { return 1; } use(n);",
                "if (p && n < 8) { use(n); }",
                "if (n != 4 && n != 8) { return 1; } use(n);",
                "if (n == 4) { use(n); }",
                "if (n > p->Max) { return 1; } use(n);",
                "if (n > 16) { n = 16; } use(n);",
                "n = 4; use(n);",
                "n = min(n, 16); use(n);",
                "n = p->a > 16 ? 16 : p->a; use(n);",
                "n &= 3; n = n & 15; use(n);",
                "n = n % 8; use(n);",
                "ULONG m = n; if (m > 16) { return 1; } use(n);",
                "switch (n) { case 4: case 8: break; default: return 1; } use(n);",
                "if (n > 16) { goto out; } use(n); out: return 0;",
                "do { if (n > 16) { break; } use(n); } while (0);",
            })
    void isAtMost(String statements) {
        assertThat(limited(body(statements))).isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(n);",
                "if (n > 17) { return 1; } use(n);",
                "if (n >= 18) { return 1; } use(n);",
                "if (n < 16) { return 1; } use(n);",
                "if (p) { if (n > 16) { return 1; } } use(n);",
                "if (p && n > 16) { return 1; } use(n);",
                "if (0 <= n <= 16) { use(n); }",
                "if (n > 16) { x = 1; } use(n);",
                "if (n > 16) { return 1; } n = p->Length; use(n);",
                "PREQ q = Other(p); n = q->Length; use(n);",
                "if (p->Length > 16) { return 1; } p = Other(p); n = p->Length; use(n);",
                "n = 17; use(n);",
                "if (n == 0) { return 1; } use(n);",
                "if (n > p->Parameters.DeviceIoControl.OutputBufferLength) { return 1; } use(n);",
                "switch (n) { case 4: break; default: break; } use(n);",
            })
    void isNotAtMost(String statements) {
        assertThat(limited(body(statements))).isEqualTo(NO);
    }

    @Test
    void isUnknownWhereAFunctionDecides() {
        Value answer = limited(body("if (!Check(n)) { return 1; } use(n);"));
        assertThat(answer)
                .isEqualTo(new Value.Unknown("a function decides about it that is not known here"));
    }

    @Test
    void isWhatEveryCallerSays() {
        String callee = "static void g(ULONG n) { use(n); }\n";
        String one = "void f(ULONG a) { if (a > 16) { return; } g(a); }\n";
        assertThat(limited(Code.c(callee + one))).isEqualTo(YES);
        assertThat(limited(Code.c(callee + one + "void h(ULONG b) { g(b); }"))).isEqualTo(NO);
        assertThat(limited(Code.c(callee + one + "PVOID table = g;"))).isEqualTo(NO);
    }
}
