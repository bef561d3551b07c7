package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What is not safe does not start. The message names the property, and no value.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailClosedTests {

	private static final String PATH = "path=/postmark/webhook";

	private static final String BASIC = "basic.password=" + WebhookApplication.PASSWORD;

	private static final String KEY = "signature.key=" + Signed.KEY;

	private static final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkWebhookAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class));

	static Stream<Arguments> unsafe() {
		return Stream.of(verifiers(), secrets(), signatures(), addresses(), paths(), registrations())
			.flatMap((all) -> all);
	}

	private static Stream<Arguments> verifiers() {
		return Stream.of(refused("postmark.webhook.basic.password", PATH),
				refused("postmark.webhook.basic.password", "inbound-path=/postmark/inbound"),
				refused("postmark.webhook.basic.password", "protected-paths=/hooks/**"),
				refused("postmark.webhook.basic.password", "endpoints.shop.path=/shop/webhook"),
				refused("postmark.webhook.endpoints.shop.basic.password", "endpoints.shop.path=/a", BASIC,
						"endpoints.shop.basic.username=x"),
				refused("postmark.webhook.insecure-accept-unverified", PATH, "insecure-accept-unverified=true",
						"cloud=kubernetes"));
	}

	private static Stream<Arguments> secrets() {
		return Stream.of(refused("postmark.webhook.basic.password", PATH, "basic.username=postmark"),
				refused("postmark.webhook.basic.password", PATH, "basic.password="),
				refused("postmark.webhook.basic.password", PATH, "basic.password=${NO_SUCH_PASSWORD}"),
				refused("postmark.webhook.basic.password", PATH, "basic.password=change-me-change-me"),
				refused("postmark.webhook.basic.password", PATH, "basic.password=Zk3vQ8pL2xR7tN5"),
				refused("postmark.webhook.basic.username", PATH, BASIC, "basic.username=post:mark"),
				refused("postmark.webhook.basic.username", PATH, BASIC, "basic.username= "),
				refused("postmark.webhook.basic.previous-passwords[0]", PATH, BASIC,
						"basic.previous-passwords=Sh0rtPassw0rd"),
				refused("postmark.webhook.header.value", PATH, "header.name=X-Webhook-Secret"),
				refused("postmark.webhook.header.value", PATH, "header.value=Sh0rtValue"),
				refused("postmark.webhook.header.value", PATH, BASIC, "header.value=" + WebhookApplication.PASSWORD),
				refused("postmark.webhook.header.name", PATH, "header.name=Authorization",
						"header.value=" + WebhookApplication.HEADER_VALUE),
				refused("postmark.webhook.header.name", PATH, "header.name=X Secret",
						"header.value=" + WebhookApplication.HEADER_VALUE),
				refused("postmark.webhook.endpoints.shop.basic.password", PATH, BASIC, "endpoints.shop.path=/shop",
						"endpoints.shop.basic.password=" + WebhookApplication.PASSWORD));
	}

	private static Stream<Arguments> signatures() {
		String scheme = "signature.scheme=standard-webhooks";
		String generic = "signature.scheme=generic";
		String signer = "signature.signed-by=gateway:edge";
		return Stream.of(refused("postmark.webhook.signature.signed-by", PATH, scheme, KEY),
				refused("postmark.webhook.signature.signed-by", PATH, scheme, KEY, "signature.signed-by=postmark"),
				refused("postmark.webhook.signature.signed-by", PATH, scheme, KEY, "signature.signed-by=gateway:"),
				refused("postmark.webhook.signature.scheme", PATH, signer, KEY),
				refused("postmark.webhook.signature.key", PATH, scheme, signer),
				refused("postmark.webhook.signature.key", PATH, scheme, signer, "signature.key="),
				refused("postmark.webhook.signature.key", PATH, scheme, signer,
						"signature.key=whsec_n*t-b@se64-at-all"),
				refused("postmark.webhook.signature.key", PATH, scheme, signer, "signature.key=whsec_Wm5oS3ZYcTdU"),
				refused("postmark.webhook.signature.header", PATH, generic, signer, KEY),
				refused("postmark.webhook.signature.header", PATH, generic, signer, KEY,
						"signature.header=X-Postmark-Signature"),
				refused("postmark.webhook.signature.tolerance", PATH, scheme, signer, KEY, "signature.tolerance=0s"),
				refused("postmark.webhook.signature.tolerance", PATH, scheme, signer, KEY, "signature.tolerance=-5m"),
				refused("postmark.webhook.signature.tolerance", PATH, scheme, signer, KEY, "signature.tolerance=721m"),
				refused("postmark.webhook.signature.previous-keys[0]", PATH, scheme, signer, KEY,
						"signature.previous-keys=whsec_Wm5oS3ZYcTdU"));
	}

	private static Stream<Arguments> addresses() {
		String property = "postmark.webhook.allowed-addresses";
		return Stream.of(refused(property, PATH, "allowed-addresses=postmark"),
				refused(property, PATH, BASIC, "allowed-addresses=0.0.0.0/0"),
				refused(property, PATH, BASIC, "allowed-addresses=::/0"),
				refused(property, PATH, BASIC, "allowed-addresses=127.0.0.1"),
				refused(property, PATH, BASIC, "allowed-addresses=::1"),
				refused(property, PATH, BASIC, "allowed-addresses=::ffff:127.0.0.1"),
				refused(property, PATH, BASIC, "allowed-addresses=hooks.example"),
				refused(property, PATH, BASIC, "allowed-addresses=203.0.113.0/33"),
				refused(property, PATH, BASIC, "allowed-addresses=203.0.113.7/24"),
				refused("postmark.webhook.trust-forwarded-addresses", PATH, BASIC, "allowed-addresses=postmark",
						"forward=framework"),
				refused("postmark.webhook.trust-forwarded-addresses", PATH, BASIC, "allowed-addresses=postmark",
						"forward=native"),
				refused("postmark.webhook.trust-forwarded-addresses", PATH, BASIC, "allowed-addresses=postmark",
						"cloud=kubernetes"),
				refused("postmark.webhook.trust-forwarded-addresses", PATH, BASIC, "allowed-addresses=postmark",
						"remoteip=X-Forwarded-For"),
				refused("postmark.webhook.endpoints.shop.allowed-addresses", PATH, BASIC, "endpoints.shop.path=/shop",
						"endpoints.shop.allowed-addresses=203.0.113.7"));
	}

	private static Stream<Arguments> paths() {
		Stream<Arguments> single = Stream
			.of("", "/", "postmark/webhook", "/**", "/postmark/*", "/postmark/{x}", "/a;b", "/a%20b", "/a//b",
					"/a/../b", "/a/", "/./a", "/a/.", "/a\\b", "/a b", "/a?b", "/a#b", "https://shop.example/hooks",
					"/hooks/${X}")
			.flatMap((path) -> Stream.of(refused("postmark.webhook.path", BASIC, "path=" + path),
					refused("postmark.webhook.inbound-path", BASIC, "inbound-path=" + path),
					refused("postmark.webhook.endpoints.shop.path", BASIC, "endpoints.shop.path=" + path)));
		return Stream.concat(single,
				Stream.of(refused("postmark.webhook.inbound-path", BASIC, PATH, "inbound-path=/postmark/webhook"),
						refused("postmark.webhook.endpoints.shop.path", BASIC, PATH,
								"endpoints.shop.path=/postmark/webhook"),
						refused("postmark.webhook.protected-paths[0]", BASIC, "protected-paths=/**"),
						refused("postmark.webhook.protected-paths[0]", BASIC, "protected-paths=/*/**"),
						refused("postmark.webhook.protected-paths[0]", BASIC, "protected-paths=/a/**/b/**"),
						refused("postmark.webhook.protected-paths[1]", BASIC, "protected-paths=/a,/b/***"),
						refused("postmark.webhook.endpoints.shop", BASIC, "endpoints.shop.basic.username=x"),
						refused("postmark.webhook.endpoints.default", BASIC, "endpoints.default.path=/x"),
						refused("postmark.webhook.max-body-size", BASIC, PATH, "max-body-size=0"),
						refused("postmark.webhook.max-body-size", BASIC, PATH, "max-body-size=-1"),
						refused("postmark.webhook.max-inbound-body-size", BASIC, "inbound-path=/in",
								"max-inbound-body-size=1GB")));
	}

	private static Stream<Arguments> registrations() {
		String url = "postmark.webhook.registration.url";
		String enabled = "registration.enabled=true";
		return Stream.of(refused(url, PATH, BASIC, enabled),
				refused(url, PATH, BASIC, enabled, "registration.url=http://shop.example"),
				refused(url, PATH, BASIC, enabled, "registration.url=https:/hooks"),
				refused(url, PATH, BASIC, enabled, "registration.url=https://postmark:secret-of-ours@shop.example"),
				refused("postmark.server-token", PATH, BASIC, enabled, "registration.url=https://shop.example"));
	}

	@ParameterizedTest
	@MethodSource("unsafe")
	void isRefusedByName(String property, String[] properties) {
		runner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(FailureAnalyzedException.class, (failure) -> {
					String text = failure.analysis().getDescription() + failure.analysis().getAction();
					assertThat(text).contains(property);
					assertThat(values(properties)).as("values in: " + text).noneMatch(text::contains);
				});
		});
	}

	@Test
	void theHeaderThatPostmarkDoesNotSendIsExplained() {
		runner
			.withPropertyValues("postmark.webhook.path=/x", "postmark.webhook.signature.scheme=generic",
					"postmark.webhook.signature.signed-by=gateway:edge", "postmark.webhook.signature.key=" + Signed.KEY,
					"postmark.webhook.signature.header=X-Postmark-Signature")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("Postmark signs nothing"));
	}

	@Test
	void aBadSigningKeyIsToBeHadFromWhoeverSigns() {
		runner
			.withPropertyValues("postmark.webhook.path=/x", "postmark.webhook.signature.scheme=standard-webhooks",
					"postmark.webhook.signature.signed-by=gateway:edge",
					"postmark.webhook.signature.key=whsec_Wm5oS3ZYcTdU")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(FailureAnalyzedException.class,
						(failure) -> assertThat(failure.analysis().getAction()).contains("relay or gateway")
							.doesNotContain("Postmark")));
	}

	@Test
	void inboundMailThatAHeaderWouldKeepOutIsWarnedOf(CapturedOutput output) {
		runner
			.withPropertyValues("postmark.webhook.inbound-path=/x", "postmark.webhook." + BASIC,
					"postmark.webhook.header.value=" + WebhookApplication.HEADER_VALUE)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("no header of your choice with inbound mail")
			.doesNotContain(WebhookApplication.HEADER_VALUE);
	}

	private static String[] values(String[] properties) {
		return Arrays.stream(properties)
			.filter((property) -> property.matches(".*(password|value|key|keys|passwords)=.{5,}"))
			.map((property) -> property.substring(property.indexOf('=') + 1))
			.toArray(String[]::new);
	}

	private static Arguments refused(String property, String... properties) {
		return arguments(property,
				Stream.concat(Stream.of("postmark.server-token=0b8f1d3e"), Arrays.stream(properties).map((set) -> {
					if (set.startsWith("cloud=")) {
						return "spring.main.cloud-platform=" + set.substring(6);
					}
					if (set.startsWith("remoteip=")) {
						return "server.tomcat.remoteip.remote-ip-header=" + set.substring(9);
					}
					return set.startsWith("forward=") ? "server.forward-headers-strategy=" + set.substring(8)
							: "postmark.webhook." + set;
				})).toArray(String[]::new));
	}

}
