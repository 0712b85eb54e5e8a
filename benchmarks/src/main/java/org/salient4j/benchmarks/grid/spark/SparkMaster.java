package org.salient4j.benchmarks.grid.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.salient4j.framework.InvalidInputException;

/**
 * Who hands cells to workers.
 *
 * @param url {@code local[N]}, N threads of this process; {@code local[*]}, as many as there are
 *     processors; or {@code spark://HOST:PORT}, a standalone cluster, several masters with commas
 */
record SparkMaster(String url) {

    private static final Pattern LOCAL = Pattern.compile("local(\\[([1-9]\\d{0,3}|\\*)])?");
    private static final Pattern CLUSTER =
            Pattern.compile("spark://[^\\s:/,]+:\\d{1,5}(,[^\\s:/,]+:\\d{1,5})*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+");
    private static final int MAX_PORT = 65_535;
    private static final int ANSWER_MILLIS = 5000;

    SparkMaster {
        if (!LOCAL.matcher(url).matches() && !CLUSTER.matcher(url).matches()) {
            throw new InvalidInputException(
                    "a Spark master is local[N], local[*] or spark://HOST:PORT, was '" + url + "'");
        }
        for (InetSocketAddress address : addresses(url)) {
            if (address.getPort() < 1) {
                throw new InvalidInputException("the port in '" + url + "' must be at least 1");
            }
        }
    }

    boolean isLocal() {
        return url.startsWith("local");
    }

    /** Whether everything of the cluster that is known so far is on this machine. */
    boolean isOnLoopback() {
        return addresses(url).stream().allMatch(a -> LOOPBACK.matcher(a.getHostString()).matches());
    }

    /**
     * Knocks at the door. Spark itself gives up on a silent master after a minute only.
     *
     * @throws InvalidInputException if nobody answers
     */
    void requireAnswer() {
        List<String> silent = new ArrayList<>();
        for (InetSocketAddress address : addresses(url)) {
            String reason = silence(address);
            if (reason == null) {
                return;
            }
            silent.add(reason);
        }
        if (!silent.isEmpty()) {
            throw new InvalidInputException(
                    "no Spark master answers at "
                            + url
                            + " ("
                            + String.join("; ", silent)
                            + "): start it, or choose another --master");
        }
    }

    private static String silence(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    ANSWER_MILLIS);
            return null;
        } catch (IOException e) {
            return e instanceof java.net.UnknownHostException
                    ? "unknown host " + address.getHostString()
                    : e.getMessage();
        }
    }

    private static List<InetSocketAddress> addresses(String url) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        if (url.startsWith("spark://")) {
            for (String address : url.substring("spark://".length()).split(",")) {
                int colon = address.lastIndexOf(':');
                int port = Integer.parseInt(address.substring(colon + 1));
                if (port > MAX_PORT) {
                    throw new InvalidInputException(
                            "the port in '" + url + "' must be at most " + MAX_PORT);
                }
                addresses.add(
                        InetSocketAddress.createUnresolved(address.substring(0, colon), port));
            }
        }
        return addresses;
    }
}
