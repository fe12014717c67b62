package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import org.junit.jupiter.api.Test;
import org.ringfence.subject.Value;

class FollowedTest {
    @Test
    void anEarlyReturnMissesWhatFollows() {
        Code code = body("lock(p); if (n) return 1; unlock(p); return 0;");
        assertThat(code.followed("lock(p)", "unlock(p)")).isEqualTo(YES);
        assertThat(code.followedAlways("lock(p)", "unlock(p)")).isEqualTo(NO);
    }

    @Test
    void marksOnAllWaysOutFollowAlways() {
        Code code = body("lock(p); if (n) { unlock(p); return 1; } free(p); return 0;");
        assertThat(code.followedAlways("lock(p)", "unlock(p)", "free(p)")).isEqualTo(YES);
    }

    @Test
    void aGotoToTheCleanupIsFollowed() {
        Code code = body("lock(p); if (n) goto out; a(); out: unlock(p); return 0;");
        assertThat(code.followedAlways("lock(p)", "unlock(p)")).isEqualTo(YES);
    }

    @Test
    void aFinallyFollowsWhateverHappensInItsTry() {
        Code code =
                body("lock(p); __try { if (n) return 1; a(); } __finally { unlock(p); } return 0;");
        assertThat(code.followedAlways("lock(p)", "unlock(p)")).isEqualTo(YES);
        assertThat(code.followedAlways("a()", "unlock(p)")).isEqualTo(YES);
    }

    @Test
    void anExceptionMissesTheRestOfTheBlock() {
        Code code = body("__try { lock(p); a(); unlock(p); } __except (1) { b(); } return 0;");
        assertThat(code.followedAlways("lock(p)", "unlock(p)")).isEqualTo(NO);
        assertThat(code.followed("lock(p)", "b()")).isEqualTo(YES);
    }

    @Test
    void nothingFollowsTheLastStatement() {
        assertThat(body("a(); b();").followed("b()", "a()")).isEqualTo(NO);
        assertThat(body("a(); b();").followedAlways("b()", "a()")).isEqualTo(NO);
    }

    @Test
    void anUnreadPartMayLeave() {
        assertThat(body("a(); __asm { nop } b();").followedAlways("a()", "b()"))
                .isEqualTo(new Value.Unknown("inline assembly is not read"));
    }
}
