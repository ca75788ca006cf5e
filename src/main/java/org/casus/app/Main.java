package org.casus.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.casus.load.command.LoadCommand;
import org.casus.load.command.LocalDoor;

/** Without a word after it the server, with {@code load} the command that loads files. */
@QuarkusMain
public final class Main {

    private static final String LOAD = "load";

    private Main() {
    }

    public static void main(String... typed) {
        if (typed.length == 0) {
            Quarkus.run();
        } else if (typed[0].equals(LOAD)) {
            String[] rest = Arrays.copyOfRange(typed, 1, typed.length);
            System.exit(LoadCommand.run(rest, System.getenv(), System.out, System.err, () -> LocalDoor.start(rest)));
        } else {
            System.err.println("'" + typed[0] + "' is not understood; without a word after it this starts the server, and"
                    + " load --help says how files are loaded");
            System.exit(2);
        }
    }
}
