package io.github.postmarkspring.emulator.standalone;

import java.io.PrintStream;
import java.io.UncheckedIOException;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.seed.SeedException;
import org.jspecify.annotations.Nullable;

/**
 * Starts the emulator by itself: {@code java -jar postmark-emulator-….jar}.
 */
final class Launcher {

	private static final int FAILED = 1;

	private static final int WRONG_USAGE = 2;

	private static final String HELP = """
			Usage: java -jar postmark-emulator-VERSION-exec.jar [options]

			A local Postmark: it takes mail over HTTP, sends none of it, and shows it on a page.

			  --port PORT            port to listen on, 0 for any that is free (8025)
			  --bind ADDRESS         address to listen on (the loopback address);
			  --address ADDRESS      is the same
			  --host-name NAME       a further name by which requests may reach it;
			                         may be given several times
			  --server-token TOKEN   token of the server (local)
			  --account-token TOKEN  token of the account (local-account)
			  --seed FILE            JSON file with the servers, templates and so on to start with
			  --help                 print this and exit
			  --version              print the version and exit
			""";

	private Launcher() {
	}

	/**
	 * Runs the emulator until the process is ended.
	 * @param args the command line
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String... args) throws InterruptedException {
		int status = run(System.out, System.err, args);
		if (status != 0) {
			System.exit(status);
		}
	}

	/**
	 * Runs the emulator, unless that is not what was asked for.
	 * @return the exit status
	 */
	static int run(PrintStream out, PrintStream err, String... args) throws InterruptedException {
		try {
			Arguments arguments = Arguments.parse(args);
			if (arguments.has("--help")) {
				out.print(HELP);
			}
			else if (arguments.has("--version")) {
				out.println("postmark-emulator " + version());
			}
			else {
				serve(Settings.of(arguments), out, err);
			}
			return 0;
		}
		catch (UsageException ex) {
			err.println("postmark-emulator: " + ex.getMessage());
			return WRONG_USAGE;
		}
		catch (SeedException ex) {
			err.println("postmark-emulator: the seed cannot be used: " + ex.getMessage() + " (ErrorCode "
					+ ex.errorCode() + ")");
			return WRONG_USAGE;
		}
		catch (UncheckedIOException ex) {
			err.println("postmark-emulator: " + ex.getMessage() + ": " + reason(ex));
			return FAILED;
		}
	}

	private static void serve(Settings settings, PrintStream out, PrintStream err) throws InterruptedException {
		// One line for each record, should there ever be one: three is for programs.
		if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
			System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %5$s%n");
		}
		PostmarkEmulator emulator = settings.builder().start();
		Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "postmark-emulator-stop"));
		if (!settings.address().isLoopbackAddress()) {
			err.println("Warning: it listens on " + settings.address().getHostAddress()
					+ ". Whoever reaches this machine can read all mail in it and change everything, without a token.");
		}
		out.print(Greeting.of(emulator, settings, version()));
		out.flush();
		Thread.currentThread().join();
	}

	private static String version() {
		@Nullable String version = Launcher.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "(unpackaged)";
	}

	private static @Nullable String reason(UncheckedIOException ex) {
		Throwable cause = ex.getCause();
		return (cause != null) ? cause.getMessage() : null;
	}

}
