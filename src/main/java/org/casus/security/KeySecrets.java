package org.casus.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generates, parses and hashes key texts of the form {@code casus_<id>_<secret>}. The secret has 256 bits of entropy, so a fast hash
 * is as safe as a slow one. The prefix lets secret scanners find leaked keys.
 */
final class KeySecrets {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int ID_LENGTH = 12;
    private static final int ID_LETTERS = 36;
    /** 43 characters from an alphabet of 62 hold 256 bits. */
    private static final int SECRET_LENGTH = 43;
    private static final Pattern FORM = Pattern.compile("casus_([0-9a-z]{12})_([0-9a-zA-Z]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeySecrets() {
    }

    /** The parts of a key's text. */
    record Parts(String id, String secret) {

        String text() {
            return "casus_" + id + "_" + secret;
        }
    }

    static Parts make() {
        return new Parts(letters(ID_LENGTH, ID_LETTERS), letters(SECRET_LENGTH, LETTERS.length()));
    }

    static Optional<Parts> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Parts(form.group(1), form.group(2))) : Optional.empty();
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares two hashes in constant time. */
    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String letters(int length, int of) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(of)));
        }
        return text.toString();
    }
}
