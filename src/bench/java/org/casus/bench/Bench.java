package org.casus.bench;

/** Runs the benchmark: {@code mvn -Pbench verify}. */
public final class Bench {

    private Bench() {
    }

    public static void main(String[] arguments) {
        Settings settings = Settings.read();
        Store store = new Store(settings);
        store.prepare();
    }
}
