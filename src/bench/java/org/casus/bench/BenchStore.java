package org.casus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** The folder with the database of a size and seed; made when it is not there, and kept. */
final class BenchStore {

    /** Raise it when what is generated changes. */
    private static final String GENERATOR = "2";
    private static final String STAMP = "store.properties";

    private final Settings settings;
    private final Path folder;
    private final World world;
    private final Properties facts = new Properties();
    private EventMaker maker;
    private List<String> types;

    BenchStore(Settings settings) {
        this.settings = settings;
        this.folder = settings.store();
        this.world = new World(settings.seed());
    }

    Path folder() {
        return folder;
    }

    World world() {
        return world;
    }

    EventMaker maker() {
        return maker;
    }

    /** Event types, the one that most events have first. */
    List<String> types() {
        return types;
    }

    /** Seconds that the index took to be built, once. */
    double indexSeconds() {
        return Double.parseDouble(facts.getProperty("index.seconds"));
    }

    void prepare() {
        if (!reusable()) {
            make();
        }
        String list = facts.getProperty("types");
        learnTypes(List.of(list.split(",")));
    }

    private boolean reusable() {
        Path stamp = folder.resolve(STAMP);
        if (!Files.exists(stamp)) {
            return false;
        }
        try (var in = Files.newBufferedReader(stamp)) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GENERATOR.equals(facts.getProperty("generator"))
                && Integer.toString(settings.changes()).equals(facts.getProperty("changes"));
    }

    private void make() {
        System.out.println("Writing a store of " + settings.events() + " events to " + folder);
        clear(folder);
        facts.clear();
        // the server itself makes the schema and the event types
        Server.unbound(settings, folder).close();
        long begun = System.nanoTime();
        try (Connection connection = connect()) {
            List<String> ids = new java.util.ArrayList<>(StoreWriter.types(connection));
            shuffle(ids);
            learnTypes(ids);
            new StoreWriter(connection, world).write(maker, ids, settings.events());
        } catch (SQLException e) {
            throw new IllegalStateException("the store cannot be written", e);
        }
        facts.setProperty("write.seconds", seconds(begun));
        System.out.println("  written in " + seconds(begun) + " s; the server builds its index");
        change();
        facts.setProperty("generator", GENERATOR);
        facts.setProperty("changes", Integer.toString(settings.changes()));
        facts.setProperty("types", String.join(",", types));
        keepFacts();
    }

    private void change() {
        try (Server server = new Server(settings, folder)) {
            facts.setProperty("index.seconds", Double.toString(server.readySeconds()));
            System.out.printf("  index built and ready %.1f s after the start%n", server.readySeconds());
        }
        try (Server server = Server.unbound(settings, folder)) {
            long begun = System.nanoTime();
            new Changes(server, world, maker, settings).make();
            System.out.println("  " + settings.changes() + " changes in " + seconds(begun) + " s");
        }
    }

    private static String seconds(long since) {
        return String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
    }

    private void learnTypes(List<String> ids) {
        types = List.copyOf(ids);
        maker = new EventMaker(world, settings.seed(), types.size());
    }

    private void shuffle(List<String> ids) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int i = ids.size() - 1; i > 0; i--) {
            java.util.Collections.swap(ids, i, random.nextInt(i + 1));
        }
    }

    /** An empty folder, whatever was in it. */
    static void clear(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepFacts() {
        try (var out = Files.newBufferedWriter(folder.resolve(STAMP))) {
            facts.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database itself, while no server has it. */
    Connection connect() throws SQLException {
        return connect(folder.resolve("data/casus"));
    }

    static JdbcDataSource source(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + file + ";CACHE_SIZE=524288;WRITE_DELAY=2000");
        source.setUser("casus");
        source.setPassword("casus");
        return source;
    }

    static Connection connect(Path file) throws SQLException {
        Connection connection = source(file).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
        }
        return connection;
    }
}
