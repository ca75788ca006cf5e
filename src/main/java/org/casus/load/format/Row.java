package org.casus.load.format;

import java.util.List;

/**
 * A record of a file.
 *
 * @param line where it begins, from 1
 * @param raw as it stands in the file, without the line break at its end
 */
public record Row(long line, String raw, List<String> cells) {
}
