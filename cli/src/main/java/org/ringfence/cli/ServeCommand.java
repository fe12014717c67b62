package org.ringfence.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Stock;
import org.ringfence.cli.serve.Service;
import org.ringfence.cli.serve.ServiceSettings;
import org.ringfence.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ringfence serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the guidance, with search and a page to try the rules, and an API.",
            "Only this machine can reach it unless --host says otherwise. It stops on Ctrl+C and"
                    + " SIGTERM, when it has answered what is under way."
        },
        footerHeading = "%n",
        footer = {
            "API: /api/openapi.json describes it. For watching: /health and /metrics.",
            "Example: ringfence serve --port 8080"
        })
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private StockOptions stock = new StockOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Listen on this address (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen on this port (default: ${DEFAULT-VALUE}); 0 takes any.")
    private int port = 8642;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A name by which clients call this server. Can be repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description =
                    "Another site whose scripts may use the API, such as https://example.org. Can be"
                            + " repeated.")
    private List<String> origins = List.of();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Requests a second of one client (default: ${DEFAULT-VALUE}); 0 sets no limit.")
    private int rate = 200;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Requests that are worked on at once (default: ${DEFAULT-VALUE}).")
    private int atOnce = 64;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ServiceSettings settings = settings();
        Stock answers = stock.stock(terminal);
        Site site = site(answers);
        Path folder = stock.cache(terminal).resolve("served");
        try (Terminal.Bar bar = terminal.bar("Writing the site", Terminal.MANY)) {
            site.write(folder, bar::to);
        }
        var front = new Service.Front(folder, site.servicePages(), Version.number());
        try (Desk desk = Desk.open(answers);
                Service service = Service.start(desk, front, settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            terminal.out().println("Ringfence serves at " + service.address());
            service.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return ExitCode.CLEAN;
    }

    private ServiceSettings settings() {
        if (port < 0 || port > 65_535) {
            throw new UsageError("--port is " + port + "; it must be from 0 to 65535");
        }
        if (rate < 0 || rate > 1_000_000) {
            throw new UsageError("--rate is " + rate + "; it must be from 0 to 1000000");
        }
        if (atOnce < 1 || atOnce > 1_000) {
            throw new UsageError("--at-once is " + atOnce + "; it must be from 1 to 1000");
        }
        for (String origin : origins) {
            if (!origin.matches("https?://[^/\\s*]+")) {
                throw new UsageError(
                        "--allow-origin `"
                                + origin
                                + "`: write scheme, name and port, such as https://example.org");
            }
        }
        int checks = Runtime.getRuntime().availableProcessors();
        return new ServiceSettings(
                host, port, names, origins, new ServiceSettings.Limits(rate, atOnce, checks));
    }

    private Site site(Stock answers) throws IOException {
        Site site = new Site(answers.guidance(), answers.packs());
        return SiteCommand.whole(
                        stock.source().toString().isEmpty()
                                ? site.withReleaseNotes(BuiltIn.changelog())
                                : site.withFiles(terminal.path(stock.source())),
                        answers.readers())
                .served();
    }
}
