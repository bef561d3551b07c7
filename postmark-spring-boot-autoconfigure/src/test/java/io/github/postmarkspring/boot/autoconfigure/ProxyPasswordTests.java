package io.github.postmarkspring.boot.autoconfigure;

import java.util.function.Function;

import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the password of the proxy must not show.
 */
class ProxyPasswordTests {

	@Test
	void theEnvironmentEndpointDoesNotShowItEvenIfItIsToShowValues() {
		showsNoPassword((context) -> context.getBean(EnvironmentEndpoint.class).environment(null));
	}

	@Test
	void theEndpointOfPropertiesDoesNotShowItEvenIfItIsToShowValues() {
		showsNoPassword((context) -> context.getBean(ConfigurationPropertiesReportEndpoint.class)
			.configurationPropertiesWithPrefix("postmark"));
	}

	private static void showsNoPassword(Function<ApplicationContext, Object> endpoint) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, EndpointAutoConfiguration.class,
					EnvironmentEndpointAutoConfiguration.class,
					ConfigurationPropertiesReportEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=*",
					"management.endpoints.jmx.exposure.include=*", "management.endpoint.env.show-values=always",
					"management.endpoint.configprops.show-values=always", "postmark.server-token=token",
					"postmark.proxy.host=proxy.example", "postmark.proxy.port=3128", "postmark.proxy.username=shop",
					"postmark.proxy.password=s3cr3t-password")
			.run((context) -> {
				assertThat(context).hasSingleBean(PostmarkSender.class);
				assertThat(JsonMapper.shared().writeValueAsString(endpoint.apply(context))).contains("proxy.example")
					.doesNotContain("s3cr3t");
			});
	}

}
