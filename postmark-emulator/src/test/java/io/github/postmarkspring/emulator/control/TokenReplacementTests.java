package io.github.postmarkspring.emulator.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TokenReplacementTests {

	private static final int THREADS = 8;

	private static final int ROTATIONS = 30;

	private static final String EMAIL = """
			{ "From": "a@b.example", "To": "c@d.example", "TextBody": "x" }""";

	private static final String[] JSON = { "Content-Type", "application/json" };

	@RegisterExtension
	final Postmark postmark = new Postmark(
			PostmarkEmulator.builder().server("Newsletter", "newsletter-token").maxMessages(1_000_000).seed("""
					{ "Servers": [ { "Name": "Main", "ApiTokens": [ "main-token" ] },
					  { "Name": "Shop", "ApiTokens": [ "shop-token", "second-token" ] } ] }"""));

	@Test
	void refusesTheOldServerTokenAndTakesTheNewOne() {
		control().replaceServerToken("server-token", "new-token");
		assertThat(this.postmark.server("server-token", "POST", "/email", EMAIL).error()).isEqualTo("401/10");
		assertThat(this.postmark.server("new-token", "POST", "/email", EMAIL).status()).isEqualTo(200);
		assertThat(this.postmark.emulator().serverToken()).isEqualTo("new-token");
		assertThat(tokens("new-token")).isEqualTo("[\"main-token\",\"new-token\"]");
		assertThat(this.postmark.account("GET", "/servers?count=9&offset=0&name=Main", null)
			.json()
			.at("/Servers/0/ApiTokens")
			.toString()).isEqualTo("[\"main-token\",\"new-token\"]");
	}

	@Test
	void leavesTheOtherTokensOfTheServerAlone() {
		control().replaceServerToken("shop-token", "new-token");
		assertThat(tokens("second-token")).isEqualTo("[\"new-token\",\"second-token\"]");
		assertThat(this.postmark.emulator().serverToken("Shop")).isEqualTo("new-token");
		assertThat(this.postmark.emulator().serverToken()).isEqualTo("server-token");
	}

	@Test
	void refusesTheOldAccountTokenAndTakesTheNewOne() {
		control().replaceAccountToken("new-token");
		assertThat(servers("account-token").error()).isEqualTo("401/10");
		assertThat(servers("new-token").status()).isEqualTo(200);
		assertThat(this.postmark.emulator().accountToken()).isEqualTo("new-token");
		assertThat(status("server-token")).isEqualTo(200);
	}

	@Test
	void keepsWhatTheServerHas() {
		String id = this.postmark.accepted(EMAIL);
		control().replaceServerToken("server-token", "new-token");
		assertThat(this.postmark.server("new-token", "GET", "/messages/outbound/" + id + "/details", null).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server-token", "main-token", "shop-token", "newsletter-token" })
	void staysReplacedAfterAReset(String token) {
		control().replaceServerToken(token, "between");
		control().replaceServerToken("between", "new-token");
		for (int i = 0; i < 2; i++) {
			control().reset();
			assertThat(status(token)).isEqualTo(401);
			assertThat(status("between")).isEqualTo(401);
			assertThat(status("new-token")).isEqualTo(200);
		}
		control().replaceServerToken("new-token", token);
		control().reset();
		assertThat(status(token)).isEqualTo(200);
		assertThat(status("new-token")).isEqualTo(401);
	}

	@Test
	void staysReplacedAfterAResetForTheAccountToo() {
		control().replaceAccountToken("new-token");
		control().reset();
		assertThat(servers("account-token").error()).isEqualTo("401/10");
		assertThat(servers("new-token").status()).isEqualTo(200);
		assertThat(this.postmark.emulator().serverToken("Shop")).isEqualTo("shop-token");
	}

	@Test
	void staysReplacedAfterASeedExceptWhereTheSeedSaysOtherwise() {
		control().replaceServerToken("server-token", "new-token");
		control().replaceServerToken("newsletter-token", "new-newsletter-token");
		control().replaceServerToken("shop-token", "new-shop-token");
		control().seed("{\"Servers\":[{\"Name\":\"One\"},{\"Name\":\"Shop\",\"ApiTokens\":[\"shop-token\"]}]}");
		assertThat(tokens("new-token")).isEqualTo("[\"new-token\"]");
		assertThat(status("server-token")).isEqualTo(401);
		assertThat(status("new-newsletter-token")).isEqualTo(200);
		assertThat(status("shop-token")).isEqualTo(200);
		control().reset();
		assertThat(status("shop-token")).isEqualTo(401);
		assertThat(status("new-shop-token")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "ü", "POSTMARK_API_TEST", "server-token", "main-token", "shop-token" })
	void refusesATokenThatCannotBeTheNewOne(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> control().replaceServerToken("server-token", token))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("-token", "a b", "ü"));
		assertThat(status("server-token")).isEqualTo(200);
	}

	@Test
	void refusesATokenThatAnotherServerIsToHaveAfterAReset() {
		control().seed("{\"Servers\":[{\"Name\":\"One\"}]}");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> control().replaceServerToken("server-token", "shop-token"))
			.withMessageContaining("After a reset");
		control().reset();
		assertThat(status("shop-token")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "account-token", "POSTMARK_API_TEST" })
	void refusesToReplaceWhatNoServerHas(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> control().replaceServerToken(token, "new-token"))
			.withMessageContaining("No server has")
			.withMessageNotContaining("new-token");
		assertThat(status("new-token")).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "POSTMARK_API_TEST", "account-token" })
	void refusesATokenThatCannotBeTheAccounts(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> control().replaceAccountToken(token));
		assertThat(servers("account-token").status()).isEqualTo(200);
	}

	@Test
	void isDoneOverHttpToo() {
		assertThat(this.postmark
			.post("/_emulator/tokens/server", "{ \"OldToken\": \"server-token\", \"NewToken\": \"new-token\" }", JSON)
			.json()).isEqualTo(Postmark.json("{ \"ErrorCode\": 0, \"Message\": \"OK\" }"));
		assertThat(this.postmark.post("/_emulator/tokens/account", "{ \"NewToken\": \"new-account\" }", JSON).status())
			.isEqualTo(200);
		assertThat(status("server-token")).isEqualTo(401);
		assertThat(status("new-token")).isEqualTo(200);
		assertThat(servers("account-token").error()).isEqualTo("401/10");
		assertThat(servers("new-account").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "server; {}", "server; {\"NewToken\":\"new-token\"}", "server; {\"OldToken\":\"server-token\"}",
					"server; {\"OldToken\":\"unknown\",\"NewToken\":\"new-token\"}",
					"server; {\"OldToken\":\"server-token\",\"NewToken\":\"main-token\"}",
					"server; {\"OldToken\":\"server-token\",\"NewToken\":\"a-token b\"}", "account; {}",
					"account; {\"NewToken\":\"account-token\"}", "account; {\"NewToken\":\"a-token b\"}" })
	void saysOverHttpWhatCannotBeDoneWithoutShowingAToken(String kind, String body) {
		Postmark.Answer answer = this.postmark.post("/_emulator/tokens/" + kind, body, JSON);
		assertThat(answer.error()).isEqualTo("400/400");
		assertThat(answer.message()).isNotBlank().doesNotContain("-token", "unknown");
		assertThat(status("server-token")).isEqualTo(200);
	}

	@Test
	void refusesNoRequestWithTheTokenOfTheMomentWhileItIsReplacedUnderLoad() throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger accepted = new AtomicInteger();
		AtomicInteger unknown = new AtomicInteger();
		// No more in all than the store keeps, however fast the machine is.
		Semaphore quota = new Semaphore(0);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<Void>> senders = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				senders.add(threads.submit((Callable<Void>) () -> {
					while (!over.get()) {
						if (quota.tryAcquire(100, TimeUnit.MILLISECONDS)) {
							send(accepted, unknown);
						}
					}
					return null;
				}));
			}
			for (int i = 0; i < ROTATIONS; i++) {
				quota.release(500);
				String before = this.postmark.emulator().serverToken();
				control().replaceServerToken(before, "token-" + i);
				assertThat(status(before)).isEqualTo(401);
				assertThat(status("token-" + i)).isEqualTo(200);
				int soFar = accepted.get();
				quota.release(5 * THREADS);
				Postmark.eventually(() -> {
					for (Future<Void> sender : senders) {
						if (sender.isDone()) {
							sender.get();
						}
					}
					assertThat(accepted.get()).isGreaterThan(soFar + THREADS);
				});
			}
			over.set(true);
			for (Future<Void> sender : senders) {
				sender.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			over.set(true);
			threads.shutdown();
		}
		assertThat(this.postmark.server("token-29", "GET", "/messages/outbound?count=1&offset=0", null)
			.json()
			.get("TotalCount")
			.asInt()).isBetween(accepted.get(), accepted.get() + unknown.get());
		assertThat(unknown).as("answers that the client of the test has lost").hasValueLessThan(10);
	}

	/**
	 * Tokens only ever go: one that is still the token of the moment when the answer has
	 * come was so all the time.
	 */
	private void send(AtomicInteger accepted, AtomicInteger unknown) {
		String token = this.postmark.emulator().serverToken();
		Postmark.Answer answer;
		try {
			answer = this.postmark.server(token, "POST", "/email", EMAIL);
		}
		catch (AssertionError ex) {
			// Under load the JDK's client loses an answer now and then.
			assertThat(ex).hasRootCauseInstanceOf(IOException.class);
			unknown.incrementAndGet();
			return;
		}
		if (answer.status() == 200) {
			accepted.incrementAndGet();
			return;
		}
		assertThat(answer.error()).isEqualTo("401/10");
		assertThat(this.postmark.emulator().serverToken()).as("refused, but the token of the moment")
			.isNotEqualTo(token);
	}

	private EmulatorControl control() {
		return this.postmark.emulator().control();
	}

	private int status(String token) {
		return this.postmark.server(token, "GET", "/server", null).status();
	}

	private String tokens(String token) {
		return this.postmark.server(token, "GET", "/server", null).json().get("ApiTokens").toString();
	}

	private Postmark.Answer servers(String token) {
		return this.postmark.get("/servers?count=9&offset=0", "X-Postmark-Account-Token", token);
	}

}
