package org.casus.render;

import java.util.ArrayList;
import java.util.List;

/** RFC 4180 read letter by letter, as its grammar stands there. */
public final class PlainCsv {

    private PlainCsv() {
    }

    /** The records of a text whose every line ends with CRLF. */
    public static List<List<String>> parse(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                record.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\r' && text.charAt(i + 1) == '\n') {
                record.add(cell.toString());
                cell.setLength(0);
                records.add(record);
                record = new ArrayList<>();
                i++;
            } else {
                cell.append(c);
            }
        }
        if (quoted || !record.isEmpty() || cell.length() > 0) {
            throw new IllegalArgumentException("the last line does not end");
        }
        return records;
    }
}
