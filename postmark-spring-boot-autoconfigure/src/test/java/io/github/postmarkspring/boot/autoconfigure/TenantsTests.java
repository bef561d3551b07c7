package io.github.postmarkspring.boot.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.PostmarkServer;
import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Servers whose tokens are known at run time only.
 */
@ExtendWith(OutputCaptureExtension.class)
class TenantsTests {

	private static final int TENANTS = 1000;

	private final StubPostmark postmark = new StubPostmark();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
		.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class))
		.withPropertyValues("postmark.base-url=" + this.postmark.baseUrl());

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aThousandTenantsSendWithTheirOwnTokensOverOneConnection() {
		this.runner.run((context) -> {
			PostmarkServers servers = context.getBean(PostmarkServers.class);
			answerOk();
			for (int tenant = 0; tenant < TENANTS; tenant++) {
				servers.forToken("tenant-" + tenant).sender().send(email());
			}
			Set<String> tokens = this.postmark.received()
				.stream()
				.map((received) -> received.headers().get("X-Postmark-Server-Token"))
				.collect(Collectors.toSet());
			assertThat(tokens).hasSize(TENANTS).contains("tenant-0", "tenant-999");
			assertThat(this.postmark.received()).hasSize(TENANTS);
			assertThat(this.postmark.connectionCount()).isEqualTo(1);
		});
	}

	@Test
	void whatIsReadForATenantIsReadWithItsTokenToo() {
		this.runner.run((context) -> {
			this.postmark.answer(200, "{\"ID\":1}");
			context.getBean(PostmarkServers.class).forToken("tenant").client().server().get();
			assertThat(this.postmark.only().token()).isEqualTo("tenant");
		});
	}

	@Test
	void aTenantCostsNothingBeforeItsFirstCall() {
		this.runner.run((context) -> {
			PostmarkServers servers = context.getBean(PostmarkServers.class);
			for (int tenant = 0; tenant < TENANTS; tenant++) {
				servers.forToken("tenant-" + tenant);
			}
			assertThat(context.getBean(HttpEngine.class).isBuilt()).isFalse();
			assertThat(this.postmark.connectionCount()).isZero();
		});
	}

	@Test
	void noMoreTenantsAreKeptThanIsAllowed() {
		this.runner.withPropertyValues("postmark.tenants.max-clients=10").run((context) -> {
			ConfiguredServers servers = (ConfiguredServers) context.getBean(PostmarkServers.class);
			Set<PostmarkServer> first = new HashSet<>();
			for (int tenant = 0; tenant < 10; tenant++) {
				first.add(servers.forToken("tenant-" + tenant));
			}
			for (int tenant = 0; tenant < 10; tenant++) {
				assertThat(first).contains(servers.forToken("tenant-" + tenant));
			}
			for (int tenant = 10; tenant < TENANTS; tenant++) {
				servers.forToken("tenant-" + tenant);
			}
			assertThat(servers.tenantsKept()).isEqualTo(10);
		});
	}

	@Test
	void aTenantThatIsForgottenIsMadeAnewAndWhoHoldsItCanGoOn() {
		this.runner.run((context) -> {
			PostmarkServers servers = context.getBean(PostmarkServers.class);
			PostmarkServer held = servers.forToken("tenant");
			servers.forget("tenant");
			servers.forget("never seen");
			assertThat(servers.forToken("tenant")).isNotSameAs(held);
			answerOk();
			held.sender().send(email());
			assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Server-Token", "tenant");
		});
	}

	@Test
	void tenantsHaveTheCommonDefaults() {
		this.runner.withPropertyValues("postmark.defaults.tag=shop").run((context) -> {
			answerOk();
			context.getBean(PostmarkServers.class).forToken("tenant").sender().send(email());
			assertThat(this.postmark.only().text()).contains("\"Tag\":\"shop\"");
		});
	}

	@Test
	void aBlankTokenIsNoTenant() {
		this.runner.run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(PostmarkServers.class).forToken(" "))
			.withMessage("'token' must not be blank"));
	}

	@Test
	void aTenantDoesNotShowItsToken() {
		this.runner.run((context) -> {
			PostmarkServers servers = context.getBean(PostmarkServers.class);
			assertThat(servers.forToken("s3cr3t").toString()).doesNotContain("s3cr3t");
			assertThat(servers.toString()).doesNotContain("s3cr3t");
		});
	}

	@Test
	void aLimitBelowOneIsRefused(CapturedOutput output) {
		assertThat(FailureReport.of(output, new FilteredClassLoader(PostmarkEmulator.class), NeedsServers.class,
				"postmark.tenants.max-clients=0"))
			.contains("The property 'postmark.tenants.max-clients' is 0.");
	}

	@Test
	void anApplicationHasServersOfItsOwnInstead() {
		PostmarkServers own = new PostmarkServers() {

			@Override
			public Set<String> names() {
				return Set.of();
			}

			@Override
			public PostmarkServer get(String name) {
				throw new IllegalArgumentException(name);
			}

			@Override
			public PostmarkServer forToken(String token) {
				throw new IllegalArgumentException("none");
			}

			@Override
			public void forget(String token) {
			}

		};
		this.runner.withBean(PostmarkServers.class, () -> own)
			.run((context) -> assertThat(context.getBean(PostmarkServers.class)).isSameAs(own));
	}

	private void answerOk() {
		this.postmark.answer(200, """
				{"To":"kim@mail.example","SubmittedAt":"2026-11-24T00:00:00Z",
				"MessageID":"0a129aee-e1cd-480d-b08d-4f48548ff48d","ErrorCode":0,"Message":"OK"}""");
	}

	private static Email email() {
		return Email.builder()
			.from("orders@shop.example")
			.to("kim@mail.example")
			.subject("Hello")
			.textBody("Hello")
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsServers {

		NeedsServers(PostmarkServers servers) {
		}

	}

}
