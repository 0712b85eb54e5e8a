package org.salient4j.benchmarks.grid.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone master and two workers of one core, each a process of its own on this machine. */
final class LoopbackCluster implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    LoopbackCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        // Where a worker looks for Spark; executors take their class path from the run instead.
        Files.createDirectories(folder.resolve("jars"));
        this.port = freePort();
        String name = "org.apache.spark.deploy.master.Master";
        this.master = start("master", name, "--port", "" + port);
        awaitMaster();
        for (int i = 1; i <= 2; i++) {
            String work = folder.resolve("work" + i).toString();
            workers.add(
                    start(
                            "worker" + i,
                            "org.apache.spark.deploy.worker.Worker",
                            "--cores",
                            "1",
                            "--memory",
                            "2g",
                            "--work-dir",
                            work,
                            url()));
        }
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    Process master() {
        return master;
    }

    Process worker(int i) {
        return workers.get(i);
    }

    /** The process that computes cells for a worker; waits for it. */
    ProcessHandle executorOf(int worker) throws InterruptedException {
        while (true) {
            List<ProcessHandle> children = workers.get(worker).children().toList();
            if (!children.isEmpty()) {
                return children.get(0);
            }
            Thread.sleep(20);
        }
    }

    private Process start(String log, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        name,
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(log + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    private void awaitMaster() throws IOException, InterruptedException {
        while (master.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IOException("no master: " + Files.readString(folder.resolve("master.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process worker : workers) {
            worker.descendants().forEach(all::add);
            all.add(worker.toHandle());
        }
        all.add(master.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        master.waitFor();
    }
}
