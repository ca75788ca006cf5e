package org.casus.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.casus.cli.HealthCommand;
import org.casus.cli.LoadCommand;
import org.casus.cli.LocalStoreTarget;

/** The entry point, which starts the server, or the command {@code load} or {@code health} if its name is the first argument. */
@QuarkusMain
public final class Main {

    private static final String LOAD = "load";
    private static final String HEALTH = "health";

    private Main() {
    }

    public static void main(String... typed) {
        if (typed.length == 0) {
            Quarkus.run();
        } else if (typed[0].equals(LOAD)) {
            String[] rest = Arrays.copyOfRange(typed, 1, typed.length);
            System.exit(LoadCommand.run(rest, System.getenv(), System.out, System.err, () -> LocalStoreTarget.start(rest)));
        } else if (typed[0].equals(HEALTH)) {
            System.exit(HealthCommand.run(Arrays.copyOfRange(typed, 1, typed.length), HealthCommand.settings(), System.out, System.err));
        } else {
            System.err.println("'" + typed[0] + "' is not understood; without a word after it this starts the server, and"
                    + " load --help says how files are loaded, and health asks a server whether it is ready");
            System.exit(2);
        }
    }
}
