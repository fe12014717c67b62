package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.cli.serve.ServiceSettings;

/** What a client gets over HTTP. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServeCommandTest {
    private static final String EVERYONE = "{\"kind\":\"sddl\",\"text\":\"D:P(A;;GA;;;WD)\"}";

    @TempDir private static Path folder;
    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served =
                Served.start(
                        folder.resolve("served"), List.of("https://team.example"), Served.ROOMY);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/search                  | 400 | the query is empty: say what to look for
                    /api/search?q=a&limit=0      | 400 | the limit is 0; it must be from 1 to 50
                    /api/search?q=a&limit=x      | 400 | `limit` must be a number from 0 to 50
                    /api/search?q=a&ruled=maybe  | 400 | `ruled` must be true or false
                    /api/suggest                 | 400 | `q` must have 1 to 100 characters
                    /api/topics?limit=501        | 400 | `limit` must be a number from 0 to 500
                    /api/rules?kind=java         | 400 | `kind` must be one of c, inf, sddl
                    /api/topics/kernel-mode/nix  | 404 | there is no topic `kernel-mode/nix`
                    /api/rules/reg-key-all-acces | 404 | did you mean `reg-key-all-access`?
                    /api/nothing                 | 404 | there is nothing at this address
                    """)
    void aQuestionThatIsNoneGetsAnAnswerThatSaysWhy(String path, int status, String why) {
        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no JSON                            | 400 | the body is not JSON
                    []                                 | 400 | `kind` is missing
                    {"kind":"c","text":7}              | 400 | `text` is missing
                    {"kind":"c","text":" "}            | 400 | the text is empty
                    {"kind":"java","text":"x"}         | 404 | there is no kind of text `java`
                    """)
    void aTextThatCannotBeCheckedIsRefused(String body, int status, String why) {
        HttpResponse<String> answer = served.post("/api/check", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(why);
    }

    @Test
    void whatIsTooLongOrTooLargeIsNotLookedAt() {
        assertThat(served.get("/api/search?q=" + "x".repeat(501)).statusCode()).isEqualTo(400);
        String text = "{\"kind\":\"c\",\"text\":\"" + "x".repeat(200_001) + "\"}";
        assertThat(served.post("/api/check", text).statusCode()).isEqualTo(413);
        String body = "x".repeat(2 * 1024 * 1024 + 1);
        assertThat(served.post("/api/check", body).statusCode()).isEqualTo(413);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> chunked =
                served.send(
                        HttpRequest.newBuilder(served.at("/api/check"))
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(bytes))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("the body is larger than 2097152 bytes");
    }

    @Test
    void eachAnswerKeepsPagesToThemselves() {
        for (String path : List.of("/", "/api/rules", "/nowhere", "/search/index.html")) {
            var headers = served.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; script-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(headers.map()).doesNotContainKey("access-control-allow-origin");
            assertThat(headers.map()).doesNotContainKey("server");
        }
    }

    /**
     * Sends a request as it is written, since clients of Java choose the Host header themselves.
     */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.service().port())) {
            socket.getOutputStream()
                    .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost:1:1"})
    void aCallByAnotherNameIsRefused(String host) throws IOException {
        assertThat(raw("GET /health HTTP/1.1\nHost: " + host + "\nConnection: close\n\n"))
                .matches("(?s)HTTP/1.1 4(00|21) .*")
                .doesNotContain("\"ok\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/files/..;/..;/etc/passwd",
                "//etc/passwd",
                "/\\..\\..\\etc\\passwd",
                "/index.html%00.md"
            })
    void noPathLeadsOutOfTheSite(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|30\\d) .*").doesNotContain("root:");
    }

    @Test
    void aSiteElsewhereMaySendNothingAndReadNothing() {
        assertThat(served.post("/api/check", EVERYONE, "Origin", "https://evil.example"))
                .satisfies(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(403);
                            assertThat(answer.headers().map())
                                    .doesNotContainKey("access-control-allow-origin");
                        });
        String own = served.service().address().replaceAll("/$", "");
        assertThat(served.post("/api/check", EVERYONE, "Origin", own).statusCode()).isEqualTo(200);
    }

    @Test
    void aSiteThatWasAllowedMayUseTheApiAndNothingElse() {
        HttpResponse<String> answer =
                served.post("/api/check", EVERYONE, "Origin", "https://team.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://team.example");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
        HttpResponse<String> before =
                served.send(
                        HttpRequest.newBuilder(served.at("/api/check"))
                                .header("Origin", "https://team.example")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(before.statusCode()).isEqualTo(204);
        assertThat(before.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Content-Type");
        assertThat(served.get("/", "Origin", "https://team.example").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void theSiteIsBelowIt() {
        assertThat(served.get("/").body()).contains("Driver security overview", "service.js");
        assertThat(served.get("/topics/kernel-mode/registry-keys/index.html").statusCode())
                .isEqualTo(200);
        HttpResponse<String> lost = served.get("/topics/no/such/page.html");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body()).contains("Page not found", "href=\"../../../ringfence.css\"");
        HttpResponse<String> moved = served.get("/search/?q=a+b");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location").orElse(""))
                .endsWith("/search/index.html?q=a+b");
    }

    @Test
    void theSearchPageNeedsNoScript() {
        String page = served.get("/search/index.html?q=any+access+ioctl").body();
        assertThat(page)
                .contains(
                        "<mark>",
                        "../topics/kernel-mode/ioctl-access-bits/index.html",
                        "topics</p>");
        String part = served.get("/search/index.html?part=results&q=any+access+ioctl").body();
        assertThat(part).contains("<mark>").doesNotContain("<html");
        HttpResponse<String> wrong = served.get("/search/index.html?q=a&area=%3Cb%3E");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("there is no area `&lt;b&gt;`");
    }

    @Test
    void thePageToTryTheRulesNeedsNoScript() {
        String form =
                "kind=sddl&text=" + URLEncoder.encode("D:P(A;;GA;;;WD)", StandardCharsets.UTF_8);
        HttpResponse<String> page =
                served.post(
                        "/try/index.html",
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "1 finding",
                        "class=\"line hit\"",
                        "everyone may do everything",
                        "../rules/sddl-nonadmin-write/index.html");
        assertThat(page.body().replaceAll("<[^>]+>", ""))
                .contains("In words", "(A;;GA;;;WD)Lets everyone do everything");
        HttpResponse<String> empty =
                served.post(
                        "/try/index.html",
                        "kind=c&text=",
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("the text is empty");
    }

    @Test
    void countsWhatItDid() {
        served.get("/api/suggest?q=pool");
        assertThat(served.get("/health").body())
                .startsWith("{\"status\":\"ok\",\"version\":\"test\",");
        assertThat(served.get("/metrics").body())
                .containsPattern(
                        "ringfence_requests_total\\{route=\"/api/suggest\",status=\"200\"} \\d+\n")
                .contains("ringfence_request_seconds_bucket{route=\"/api/suggest\",le=\"+Inf\"}");
    }

    @Test
    void whoIsTooFastIsToldToWait() throws IOException {
        try (Served slow =
                Served.start(
                        folder.resolve("slow"), List.of(), new ServiceSettings.Limits(1, 64, 1))) {
            Set<Integer> seen = new TreeSet<>();
            HttpResponse<String> last = slow.get("/api/suggest?q=a");
            for (int i = 0; i < 20 && last.statusCode() != 429; i++) {
                last = slow.get("/api/suggest?q=a");
                seen.add(last.statusCode());
            }
            assertThat(seen).containsExactly(200, 429);
            assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(last.body()).contains("at most 1 requests a second");
            assertThat(slow.get("/health").statusCode()).isEqualTo(200);
        }
    }

    /** Code whose check takes long enough to be met by others. */
    private static String slowCode() {
        StringBuilder text = new StringBuilder("{\"kind\":\"c\",\"text\":\"");
        for (int i = 0; text.length() < 190_000; i++) {
            text.append(
                    "void F%d(PIRP p) { a = ExAllocatePoolWithTag(NonPagedPool, p->x, 1); }\\n"
                            .formatted(i));
        }
        return text.append("\"}").toString();
    }

    @Test
    void tooMuchAtOnceIsRefusedAndAStopAnswersWhatIsUnderWay() throws Exception {
        Served busy =
                Served.start(
                        folder.resolve("busy"), List.of(), new ServiceSettings.Limits(0, 3, 1));
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest check =
                HttpRequest.newBuilder(busy.at("/api/check"))
                        .POST(HttpRequest.BodyPublishers.ofString(slowCode()))
                        .build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(client.sendAsync(check, HttpResponse.BodyHandlers.ofString()));
        }
        List<Integer> codes = new ArrayList<>();
        for (var answer : answers) {
            codes.add(answer.get().statusCode());
        }
        assertThat(codes).contains(200, 503).allMatch(code -> code == 200 || code == 503);

        var last = client.sendAsync(check, HttpResponse.BodyHandlers.ofString());
        while (!busy.get("/metrics").body().contains("ringfence_requests_in_flight 2")
                && !last.isDone()) {
            Thread.onSpinWait();
        }
        busy.close();
        assertThat(last.get().statusCode()).isEqualTo(200);
        Assertions.assertThatThrownBy(
                        () -> client.send(check, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void saysWhatIsWrongWithItsOptions() {
        Shell shell = new Shell(folder);
        assertThat(shell.run("serve", "--port", "70000").err())
                .isEqualTo("ringfence: --port is 70000; it must be from 0 to 65535\n");
        assertThat(shell.run("serve", "--at-once", "0").code()).isEqualTo(2);
        assertThat(shell.run("serve", "--allow-origin", "*").err()).contains("https://example.org");
        assertThat(shell.run("serve", "--source", "nowhere").err())
                .contains("nowhere: there is no such folder");
        String taken = String.valueOf(served.service().port());
        assertThat(shell.run("serve", "--port", taken).err())
                .contains("cannot listen on 127.0.0.1 port " + taken, "--port");
    }
}
