package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.subject.Value;

class SurroundingsTest {
    private static Value ask(Code code, String function, String node) {
        return code.subject().evaluate(function, List.of(new Value.Element(code.at(node))));
    }

    @Test
    void anExceptHandlesWhatStandsInItsBlock() {
        Code code =
                body(
                        "__try { a(); __try { b(); } __finally { c(); } }"
                                + " __except (d()) { e(); } f();"
                                + " __try { g(); } __finally { h(); }");
        for (String inside : List.of("a()", "b()", "c()")) {
            assertThat(ask(code, "handled", inside)).isEqualTo(YES);
        }
        for (String outside : List.of("d()", "e()", "f()", "g()", "h()")) {
            assertThat(ask(code, "handled", outside)).isEqualTo(NO);
        }
    }

    @Test
    void whatEveryCallerHandlesIsHandled() {
        String callee = "static void g(void) { use(); }\n";
        String safe = "void f(void) { __try { g(); } __except (1) { } }\n";
        assertThat(ask(Code.c(callee + safe), "handled", "use()")).isEqualTo(YES);
        assertThat(ask(Code.c(callee + safe + "void h(void) { g(); }"), "handled", "use()"))
                .isEqualTo(NO);
        assertThat(ask(Code.c("static void g(void) { use(); g(); }"), "handled", "use()"))
                .isEqualTo(NO);
    }

    @ParameterizedTest
    @CsvSource({
        "x = p->a;, p->a, true",
        "x = *p;, *p, true",
        "x = &p->a;, p->a, false",
        "x = &p->a[3].b;, p->a, false",
        "x = sizeof(p->a);, p->a, false",
        "x = &p->a->b;, p->a, true",
        "x = &q[p->a];, p->a, true",
        "x = RTL_NUMBER_OF(p->a);, p->a, false",
    })
    void tellsAccessesFromAddresses(String statement, String node, boolean accesses) {
        assertThat(ask(body(statement), "accesses", node)).isEqualTo(new Value.Truth(accesses));
    }

    @Test
    void asksWhetherAValueIsCheckedOnItsWay() {
        assertThat(checked("v = m(); if (v == 0) { return 1; } use(v);")).isEqualTo(YES);
        assertThat(checked("v = n; if (n) { v = m(); if (!v) { return 1; } } use(v);"))
                .isEqualTo(YES);
        assertThat(checked("v = m(); use(v);")).isEqualTo(NO);
        assertThat(checked("v = m(); if (n == 0) { return 1; } use(v);")).isEqualTo(NO);
        assertThat(checked("v = m(); use(v); if (!v) { return 1; }")).isEqualTo(NO);
    }

    private static Value checked(String statements) {
        Code code = body(statements);
        List<Value> both =
                List.of(
                        new Value.Element(code.at("m()")),
                        new Value.Element(code.at("use(v)").children().get(1)));
        return code.subject().evaluate("checked", both);
    }
}
