package org.casus.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Talks to the server byte by byte, to say what no client library would. */
public final class RawConnection {

    private RawConnection() {
    }

    /** Sends text as Latin-1 and reads until the server closes, or says no more for a while. */
    public static String say(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return hear(socket);
        }
    }

    public static String hear(Socket socket) throws IOException {
        socket.setSoTimeout(2_000);
        StringBuilder heard = new StringBuilder();
        try {
            byte[] buffer = new byte[8192];
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException | SocketException e) {
            // it has said what it had to say
        }
        return heard.toString();
    }

    /** The head of the first answer, with the empty line that ends it. */
    static String headIn(String heard) {
        assertThat(heard).startsWith("HTTP/1.1 ").contains("\r\n\r\n");
        return heard.substring(0, heard.indexOf("\r\n\r\n") + 4);
    }

    /** How many answers there are: a second one to one request would be a request that was smuggled in. */
    public static long answersIn(String heard) {
        return Pattern.compile("HTTP/1\\.1 \\d{3} ").matcher(heard).results().count();
    }
}
