package org.casus.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How one file is read. */
public interface Layout {

    /** What was recognised, for example {@code UCDP GED, 49 columns by name}. */
    String seen();

    Dialect dialect();

    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** Records before the first row: a header, tags. */
    int before();

    /** Looks at a row before any is read, for what can only be known of all of them. */
    default void survey(Row row) {
    }

    /**
     * What a row says.
     *
     * @throws RefusedRow if it cannot be loaded
     */
    Draft read(Row row);
}
