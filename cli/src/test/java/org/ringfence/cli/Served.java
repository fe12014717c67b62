package org.ringfence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Stock;
import org.ringfence.cli.serve.Service;
import org.ringfence.cli.serve.ServiceSettings;
import org.ringfence.report.Style;
import org.ringfence.site.Site;

/** The built-in guidance, served to tests on a free port of this machine. */
final class Served implements AutoCloseable {
    static final ServiceSettings.Limits ROOMY = new ServiceSettings.Limits(0, 64, 4);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Desk desk;
    private final Service service;

    private Served(Desk desk, Service service) {
        this.desk = desk;
        this.service = service;
    }

    static Served start(Path folder, List<String> origins, ServiceSettings.Limits limits)
            throws IOException {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Style.PLAIN,
                        false,
                        folder);
        Stock stock = new StockOptions().stock(terminal);
        Site site =
                SiteCommand.whole(new Site(stock.guidance(), stock.packs()), stock.readers())
                        .served();
        Path pages = folder.resolve("site");
        site.write(pages);
        Desk desk = Desk.open(stock);
        var settings = new ServiceSettings("127.0.0.1", 0, List.of(), origins, limits);
        var front = new Service.Front(pages, site.servicePages(), "test");
        return new Served(desk, Service.start(desk, front, settings));
    }

    Service service() {
        return service;
    }

    URI at(String path) {
        return URI.create(service.address()).resolve(path);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .headers(headers.length == 0 ? new String[] {"Accept", "*/*"} : headers)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        desk.close();
    }
}
