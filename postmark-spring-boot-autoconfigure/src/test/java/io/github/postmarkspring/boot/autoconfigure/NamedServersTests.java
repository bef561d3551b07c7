package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.net.URI;
import java.util.Map;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServer;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.RootClassFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Servers by name: {@code postmark.servers}.
 */
@ExtendWith(OutputCaptureExtension.class)
class NamedServersTests {

	private static final String TOKEN = "X-Postmark-Server-Token";

	private final StubPostmark postmark = new StubPostmark();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
		.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class))
		.withPropertyValues("postmark.base-url=" + this.postmark.baseUrl());

	private final ApplicationContextRunner two = this.runner.withPropertyValues(
			"postmark.servers.newsletter.token=newsletter-token", "postmark.servers.my-shop.token=shop-token");

	private final ApplicationContextRunner three = this.two.withPropertyValues("postmark.server-token=default-token");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void eachServerHasASenderAndAClientWithItsOwnToken() {
		this.three.run((context) -> {
			assertThat(context.getBeansOfType(PostmarkSender.class)).containsOnlyKeys("postmarkSender",
					"newsletterPostmarkSender", "myShopPostmarkSender");
			assertThat(context.getBeansOfType(PostmarkServerClient.class)).containsOnlyKeys("postmarkServerClient",
					"newsletterPostmarkServerClient", "myShopPostmarkServerClient");
			assertThat(tokenOf(context.getBean("newsletterPostmarkSender", PostmarkSender.class)))
				.isEqualTo("newsletter-token");
			assertThat(tokenOf(context.getBean("myShopPostmarkSender", PostmarkSender.class))).isEqualTo("shop-token");
			this.postmark.answer(200, "{\"ID\":1}");
			context.getBean("myShopPostmarkServerClient", PostmarkServerClient.class).server().get();
			assertThat(lastToken()).isEqualTo("shop-token");
		});
	}

	@Test
	void aServerIsInjectedByQualifierOrByTheNameOfAParameter() {
		this.three.withUserConfiguration(Users.class).run((context) -> {
			Users users = context.getBean(Users.class);
			assertThat(tokenOf(users.qualified)).isEqualTo("newsletter-token");
			assertThat(tokenOf(users.asWritten)).isEqualTo("shop-token");
			assertThat(tokenOf(users.named)).isEqualTo("newsletter-token");
			assertThat(tokenOf(users.unqualified)).isEqualTo("default-token");
			this.postmark.answer(200, "{\"ID\":1}");
			users.client.server().get();
			assertThat(lastToken()).isEqualTo("newsletter-token");
			users.unqualifiedClient.server().get();
			assertThat(lastToken()).isEqualTo("default-token");
		});
	}

	@Test
	void theSenderThatIsInjectedWithoutANameTellsWhatBecameOfWhatItSendsWhileTheCallerGoesOn() {
		this.three.withUserConfiguration(Users.class).run((context) -> {
			PostmarkSender sender = context.getBean(Users.class).unqualified;
			Email email = Email.builder().from("shop@shop.example").to("ann@mail.example").textBody("Hi").build();
			assertThat(sender.sendAsync(email)).succeedsWithin(Duration.ofSeconds(10));
			assertThat(lastToken()).isEqualTo("default-token");
			assertThat(sender.sendAsync(Email.builder().textBody("Hi").build())).failsWithin(Duration.ofSeconds(10));
		});
	}

	@Test
	void whatGoesOutAfterACommitHasTheTokenOfItsServerToo() {
		this.three.run((context) -> {
			for (String name : new String[] { "default", "newsletter" }) {
				Email email = Email.builder().from("shop@shop.example").to("ann@mail.example").textBody("Hi").build();
				context.getBean(PostmarkServers.class)
					.get(name)
					.sender()
					.sendAfterCommit(email)
					.toCompletableFuture()
					.join();
				assertThat(lastToken()).isEqualTo(name + "-token");
			}
		});
	}

	@Test
	void theServerTokenIsThePrimaryOneAlsoForThoseWhoLookItUp() {
		this.three.run((context) -> {
			assertThat(tokenOf(context.getBean(PostmarkSender.class))).isEqualTo("default-token");
			assertThat(tokenOf(context.getBeanProvider(PostmarkSender.class).getObject())).isEqualTo("default-token");
		});
	}

	@Test
	void aNamedServerCanBeMadeThePrimaryOne() {
		this.two.withPropertyValues("postmark.primary-server=myShop").run((context) -> {
			assertThat(tokenOf(context.getBean(PostmarkSender.class))).isEqualTo("shop-token");
			this.postmark.answer(200, "{\"ID\":1}");
			context.getBean(PostmarkServerClient.class).server().get();
			assertThat(lastToken()).isEqualTo("shop-token");
		});
	}

	@Test
	void aSingleNamedServerNeedsNoPrimary() {
		this.runner.withPropertyValues("postmark.servers.newsletter.token=newsletter-token")
			.run((context) -> assertThat(tokenOf(context.getBean(PostmarkSender.class))).isEqualTo("newsletter-token"));
	}

	@Test
	void aSenderOfTheApplicationsOwnStandsBesideThoseWithNames() {
		PostmarkSender own = PostmarkClientFactory.create(this.postmark.baseUrl(), RestClient.builder())
			.sender(() -> "own-token", MessageDefaults.none());
		this.two.withBean("ownSender", PostmarkSender.class, () -> own)
			.run((context) -> assertThat(context.getBeansOfType(PostmarkSender.class)).containsOnlyKeys("ownSender",
					"newsletterPostmarkSender", "myShopPostmarkSender"));
	}

	@Test
	void besideConnectionDetailsOfTheApplicationsOwnAServerIsInjectedByTheNameOfAParameterToo() {
		this.three.withBean(PostmarkConnectionDetails.class, () -> new OwnDetails(this.postmark.baseUrl()))
			.withUserConfiguration(Users.class)
			.run((context) -> {
				Users users = context.getBean(Users.class);
				assertThat(tokenOf(users.named)).isEqualTo("own-token-of-newsletter");
				assertThat(tokenOf(users.qualified)).isEqualTo("own-token-of-newsletter");
				assertThat(tokenOf(users.unqualified)).isEqualTo("own-token");
				this.postmark.answer(200, "{\"ID\":1}");
				users.unqualifiedClient.server().get();
				assertThat(lastToken()).isEqualTo("own-token");
			});
	}

	@Test
	void everyServerThatPostmarkServersNamesCanBeHadBesideAClientOfTheApplicationsOwn() {
		PostmarkServerClient own = PostmarkClientFactory.create(this.postmark.baseUrl(), RestClient.builder())
			.serverClient(() -> "own-token");
		this.three.withBean("ownClient", PostmarkServerClient.class, () -> own).run((context) -> {
			PostmarkServers servers = context.getBean(PostmarkServers.class);
			assertThat(servers.names()).containsExactlyInAnyOrder("newsletter", "my-shop")
				.allSatisfy((name) -> assertThat(servers.get(name)).isNotNull());
		});
	}

	@Test
	void anAspectOfTheApplicationsOwnGoesAroundTheSenderOfEachServer() {
		this.three.withUserConfiguration(Aspect.class, Users.class).run((context) -> {
			Users users = context.getBean(Users.class);
			assertThat(tokenOf(users.unqualified)).isEqualTo("default-token");
			assertThat(tokenOf(users.named)).isEqualTo("newsletter-token");
			assertThat(users.unqualified).matches(AopUtils::isAopProxy);
			assertThat(users.named).matches(AopUtils::isAopProxy);
		});
	}

	@Test
	void severalServersWithoutAPrimaryOneAreListedWhereOneIsInjected(CapturedOutput output) {
		assertThat(FailureReport.of(output, new FilteredClassLoader(PostmarkEmulator.class), Unqualified.class,
				"postmark.servers.newsletter.token=s3cr3t", "postmark.servers.my-shop.token=s3cr3t2"))
			.contains("A PostmarkSender is needed, there are several, and none of them is primary: ")
			.contains("newsletterPostmarkSender", "myShopPostmarkSender")
			.contains("@Qualifier(\"my-shop\")")
			.contains("'postmark.primary-server' to one of: my-shop, newsletter.")
			.doesNotContain("s3cr3t");
	}

	@Test
	void defaultsOfAServerComeBeforeTheCommonOnes() {
		this.three
			.withPropertyValues("postmark.defaults.from=orders@shop.example", "postmark.defaults.tag=common",
					"postmark.defaults.metadata.app=shop", "postmark.servers.newsletter.defaults.tag=news",
					"postmark.servers.newsletter.defaults.message-stream=broadcast",
					"postmark.servers.newsletter.defaults.metadata.issue=7")
			.run((context) -> {
				sent(context.getBean("newsletterPostmarkSender", PostmarkSender.class));
				assertThat(JsonMapper.shared().readTree(this.postmark.only().body()))
					.isEqualTo(JsonMapper.shared().readTree("""
							{"From":"orders@shop.example","To":"kim@mail.example","Subject":"Hello","TextBody":"Hello",
							"MessageStream":"broadcast","Tag":"news","Metadata":{"app":"shop","issue":"7"}}"""));
			});
	}

	@Test
	void aTokenInAVariableBelongsToTheServerThatTheRestOfTheConfigurationNames() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("POSTMARK_SERVERS_MYSHOP_TOKEN", "from-a-variable", "POSTMARK_SERVERS_MY_SHOP_TOKEN",
								"from-another", "POSTMARK_SERVERS_ALERTS_TOKEN", "alerts-token"))))
			.withPropertyValues("postmark.servers.my-shop.defaults.tag=shop")
			.run((context) -> {
				assertThat(context.getBeansOfType(PostmarkSender.class)).containsOnlyKeys("myShopPostmarkSender",
						"alertsPostmarkSender");
				assertThat(tokenOf(context.getBean("myShopPostmarkSender", PostmarkSender.class)))
					.isEqualTo("from-a-variable");
			});
	}

	@Test
	void postmarkServersGivesThemByName() {
		this.three.run((context) -> {
			PostmarkServers servers = context.getBean(PostmarkServers.class);
			assertThat(servers.names()).containsExactlyInAnyOrder("default", "newsletter", "my-shop");
			PostmarkServer shop = servers.get("my-shop");
			assertThat(shop.name()).isEqualTo("my-shop");
			assertThat(shop.sender()).isSameAs(context.getBean("myShopPostmarkSender"));
			assertThat(shop.client()).isSameAs(context.getBean("myShopPostmarkServerClient"));
			assertThat(servers.get("default").sender()).isSameAs(context.getBean("postmarkSender"));
			assertThatIllegalArgumentException().isThrownBy(() -> servers.get("nonesuch"))
				.withMessageContaining("There is no server of this name, but [")
				.withMessageContaining("newsletter");
			assertThatIllegalArgumentException().isThrownBy(() -> servers.get("s3cr3t-4f48548ff48d"))
				.withMessageContaining("'forToken'")
				.withMessageNotContaining("s3cr3t");
		});
	}

	@Test
	void theEmulatorHasAServerForEachName() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.emulator.port=0", "postmark.servers.newsletter.defaults.tag=news")
			.run((context) -> {
				assertThat(context.getBean("newsletterPostmarkServerClient", PostmarkServerClient.class)
					.server()
					.get()
					.name()).isEqualTo("newsletter");
				assertThat(context.getBean(PostmarkServerClient.class).server().get().name())
					.isNotEqualTo("newsletter");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"postmark.servers.my-server.token=s3cr3t | postmark.servers.myServer.token=s3cr3t | There are two servers of one name in 'postmark.servers': 'my-server' and 'myServer' are the same",
			"postmark.servers[a_b].token=s3cr3t | x=y | The name 'a_b' of a server in 'postmark.servers' cannot be part of a bean name.",
			"postmark.servers[0].token=s3cr3t | x=y | The name '0' of a server",
			"postmark.servers.default.token=s3cr3t | x=y | A server in 'postmark.servers' is named 'default'",
			"postmark.servers.Default.token=s3cr3t | x=y | A server in 'postmark.servers' is named 'Default'",
			"postmark.servers.newsletter=s3cr3t | x=y | The property 'postmark.servers.newsletter' has a value of its own.",
			"postmark.servers=s3cr3t | x=y | The property 'postmark.servers' has a value of its own.",
			"postmark.servers.a.token=s3cr3t | postmark.servers.b.token= | The property 'postmark.servers.b.token' is set but blank.",
			"postmark.servers.a.token=s3cr3t | postmark.servers.b.token=${NOT_THERE} | The property 'postmark.servers.b.token' has a placeholder in it",
			"postmark.servers.a.token=s3cr3t | postmark.servers.b.token=s3cr3t part | The property 'postmark.servers.b.token' has white space",
			"postmark.servers.a.token=s3cr3t | postmark.servers.b.token.value=s3cr3t | The property 'postmark.servers.b.token' has a list or further properties",
			"postmark.servers.a.token=s3cr3t | postmark.servers.b.defaults.tag=x | The server 'b' in 'postmark.servers' has no token.",
			"postmark.servers.a.token=s3cr3t | postmark.primary-server=b | The property 'postmark.primary-server' names no server of 'postmark.servers'.",
			"postmark.server-token=s3cr3t | postmark.primary-server=b | Both 'postmark.primary-server' and 'postmark.server-token' are set",
			"postmark.server-token=s3cr3t | postmark.token-refresh-interval=0s | The property 'postmark.token-refresh-interval' is PT0S",
			"postmark.servers.a.token=s3cr3t | postmark.servers.a.defaults.from=no-address | A default for messages in 'postmark.servers.a.defaults' is not valid" })
	void aMistakeStopsTheApplicationWithoutShowingAToken(String first, String second, String description,
			CapturedOutput output) {
		FailureReport.start(new FilteredClassLoader(PostmarkEmulator.class), Configured.class, first, second);
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START")
			.contains(description)
			.contains("Action:")
			.doesNotContain("s3cr3t");
	}

	private String tokenOf(PostmarkSender sender) {
		sent(sender);
		return lastToken();
	}

	private void sent(PostmarkSender sender) {
		this.postmark.answer(200, """
				{"To":"kim@mail.example","SubmittedAt":"2026-11-24T00:00:00Z",
				"MessageID":"0a129aee-e1cd-480d-b08d-4f48548ff48d","ErrorCode":0,"Message":"OK"}""");
		sender.send(Email.builder()
			.from("orders@shop.example")
			.to("kim@mail.example")
			.subject("Hello")
			.textBody("Hello")
			.build());
	}

	private String lastToken() {
		return this.postmark.received().get(this.postmark.received().size() - 1).headers().get(TOKEN);
	}

	@Configuration(proxyBeanMethods = false)
	static class Configured {

	}

	@Configuration(proxyBeanMethods = false)
	static class Unqualified {

		Unqualified(PostmarkSender sender) {
		}

	}

	/** As Boot sets aspects up, unless told otherwise. */
	@Configuration(proxyBeanMethods = false)
	static class Aspect {

		@Bean
		static DefaultAdvisorAutoProxyCreator creator() {
			DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
			creator.setProxyTargetClass(true);
			return creator;
		}

		@Bean
		static Advisor advisor() {
			return new DefaultPointcutAdvisor(new ComposablePointcut(new RootClassFilter(PostmarkSender.class)),
					(MethodInterceptor) MethodInvocation::proceed);
		}

	}

	record OwnDetails(URI baseUrl) implements PostmarkConnectionDetails {

		@Override
		public String serverToken() {
			return "own-token";
		}

		@Override
		public String serverToken(String server) {
			return "own-token-of-" + server;
		}

		@Override
		public @Nullable String accountToken() {
			return null;
		}

	}

	static class Users {

		private final PostmarkSender qualified;

		private final PostmarkSender asWritten;

		private final PostmarkSender named;

		private final PostmarkSender unqualified;

		private final PostmarkServerClient client;

		private final PostmarkServerClient unqualifiedClient;

		Users(@Qualifier("newsletter") PostmarkSender qualified, @Qualifier("my-shop") PostmarkSender asWritten,
				PostmarkSender newsletterPostmarkSender, PostmarkSender unqualified,
				@Qualifier("newsletter") PostmarkServerClient client, PostmarkServerClient unqualifiedClient) {
			this.qualified = qualified;
			this.asWritten = asWritten;
			this.named = newsletterPostmarkSender;
			this.unqualified = unqualified;
			this.client = client;
			this.unqualifiedClient = unqualifiedClient;
		}

	}

}
