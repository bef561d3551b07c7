package io.github.postmarkspring.emulator.standalone;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "--prot;1;unknown option '--prot', --help lists those there are",
					"serve;--help;unknown option 'serve', --help lists those there are",
					"--port;65536;--port must be between 0 and 65535, where 0 is any that is free",
					"--port;x;--port must be between 0 and 65535, where 0 is any that is free",
					"--port;;the option --port needs a value", "--port=;--help;the option --port needs a value",
					"--port=1;--port=2;the option --port is given twice",
					"--bind=127.0.0.1;--address=127.0.0.1;the option --address is given twice",
					"--bind;[nonsense;--bind must be an address of this machine, such as 127.0.0.1 or 0.0.0.0",
					"--seed;nowhere.json;the seed nowhere.json cannot be read: NoSuchFileException",
					"--host-name;a/b;A host name has letters, digits and dots",
					"--server-token;a b;A token must be printable ASCII without spaces",
					"--account-token;POSTMARK_API_TEST;This token is Postmark's own, and drops all messages" })
	void saysInOneLineWhatIsWrongWithAnOption(String option, String value, String error) throws Exception {
		int status = (value != null) ? run(option, value) : run(option);
		assertThat(status).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines()).containsExactly("postmark-emulator: " + error);
		assertThat(this.out.size()).isZero();
	}

	@Test
	void saysWhatIsWrongWithASeed() throws Exception {
		Path seed = Files.writeString(this.directory.resolve("seed.json"), "{\"Domains\":[{\"Name\":\"no domain\"}]}");
		assertThat(run("--port=0", "--seed=" + seed)).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines()).singleElement()
			.asString()
			.startsWith("postmark-emulator: the seed cannot be used: $.Domains[0]: ")
			.matches(".* \\(ErrorCode 5\\d\\d\\)");
	}

	@Test
	void refusesASeedThatIsNoText() throws Exception {
		Path seed = Files.write(this.directory.resolve("seed.json"), new byte[] { '{', (byte) 0xff, '}' });
		assertThat(run("--seed", seed.toString())).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("is not in UTF-8");
	}

	@Test
	void explainsItsOptions() throws Exception {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("--port PORT", "--bind ADDRESS",
				"--host-name NAME", "--server-token TOKEN", "--account-token TOKEN", "--seed FILE", "--version");
	}

	private int run(String... args) throws InterruptedException {
		return Launcher.run(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), args);
	}

}
