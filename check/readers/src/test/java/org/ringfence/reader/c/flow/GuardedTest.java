package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.subject.Value;

/** The check is {@code s->Len}, what must be guarded {@code use()}. */
class GuardedTest {
    private static Value guarded(String statements) {
        return body(statements).guarded("use()", "s->Len");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (s->Len < n) return 1; use();",
                "if (s->Len >= n) use();",
                "if (s->Len >= n) { a(); use(); } else b();",
                "if (s->Len < n) { st = 1; IoCompleteRequest(p, 0); return st; } use();",
                "if (s->Len < n) goto out; use(); out: return 0;",
                "if (s->Len < n) ExRaiseStatus(1); use();",
                "__try { if (s->Len < n) __leave; use(); } __finally { a(); }",
                "do { if (s->Len < n) break; use(); } while (0);",
                "for (i = 0; i < 9; i++) { if (s->Len < n) continue; use(); }",
                "if (p == 0 || s->Len < n) return 1; use();",
                "if (p != 0 && s->Len >= n) use();",
                "if (!(s->Len >= n)) return 1; use();",
                "len = s->Len; if (len < n) return 1; use();",
                "len = s->Len; need = n + 4; if (need > len) return 1; use();",
                "ok = s->Len >= n; if (!ok) return 1; use();",
                "c->Len = s->Len; if (c->Len < n) return 1; use();",
                "if (!IsValid(s->Len, n)) return 1; use();",
                "st = Validate(s->Len); if (!NT_SUCCESS(st)) return st; use();",
                "RtlULongAdd(s->Len, 4, &sum); if (sum > n) return 1; use();",
                "if (s->Len < n) st = 1; else st = 0; if (NT_SUCCESS(st)) use();",
                "st = 0; if (s->Len < n) st = 1; if (st) return st; use();",
                "x = s->Len >= n ? use() : 0;",
                "while (i < s->Len) { use(); i++; }",
                "switch (s->Len) { case 4: use(); break; default: a(); }",
                "switch (s->Len) { case 4: break; default: return 1; } use();",
                "if (n) { if (s->Len < n) return 1; } else { if (s->Len < 4) return 2; } use();",
            })
    void holds(String statements) {
        boolean two = statements.contains("s->Len < 4");
        Code code = body(statements);
        assertThat(two ? code.guarded("use()", "s->Len", "s->Len#2") : guarded(statements))
                .isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(); if (s->Len < n) return 1;",
                "if (s->Len < n) a(); use();",
                "if (s->Len < n) a(); else b(); use();",
                "if (n) { if (s->Len < n) return 1; } use();",
                "x = s->Len; if (n < 4) return 1; use();",
                "len = s->Len; len = 4; if (len < n) return 1; use();",
                "if (0 <= s->Len <= n) use();",
                "if (!(4 <= s->Len <= n)) return 1; use();",
                "ASSERT(s->Len >= n); use();",
                "switch (s->Len) { case 4: a(); default: use(); }",
                "while (i < s->Len) { i++; } use();",
                "if (s->Len < n) st = 1; else st = 0; st = a(); if (NT_SUCCESS(st)) use();",
                "do { use(); } while (i < s->Len);",
            })
    void doesNotHold(String statements) {
        assertThat(guarded(statements)).isEqualTo(NO);
    }

    @Test
    void onOnePathIsLessThanOnEveryPath() {
        Code code = body("if (n) { if (s->Len < n) return 1; } use();");
        assertThat(code.guardedSometimes("use()", "s->Len")).isEqualTo(YES);
        assertThat(code.guarded("use()", "s->Len")).isEqualTo(NO);
    }

    @Test
    void aCheckInOneArmOfAnIfGuardsOnlyThere() {
        Code code =
                body(
                        """
                        #ifdef SECURE
                            if (s->Len < n) return 1;
                        #endif
                            use();
                        #ifdef SECURE
                            use(2);
                        #endif
                        """);
        assertThat(code.guarded("use()", "s->Len")).isEqualTo(NO);
        assertThat(code.guarded("use(2)", "s->Len")).isEqualTo(YES);
    }

    @Test
    void whatWasNotReadMayHideAGuard() {
        assertThat(guarded("x = s->Len; __asm { nop } use();"))
                .isEqualTo(new Value.Unknown("inline assembly is not read"));
        assertThat(guarded("__asm { nop } if (s->Len < n) return 1; use();"))
                .isEqualTo(new Value.Unknown("inline assembly is not read"));
        assertThat(guarded("if (({ s->Len; })) return 1; use();"))
                .isEqualTo(new Value.Unknown("an expression could not be read"));
    }

    @Test
    void aCheckThatIsTheConditionItselfGuards() {
        Code code = body("if (NT_SUCCESS(probe(p))) use();");
        assertThat(code.guarded("use()", "NT_SUCCESS(probe(p))")).isEqualTo(YES);
        assertThat(code.guarded("use()", "probe(p)")).isEqualTo(YES);
    }
}
