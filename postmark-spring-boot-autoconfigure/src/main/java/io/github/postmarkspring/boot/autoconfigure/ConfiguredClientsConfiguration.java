package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Connection details from the properties or the emulator, and the clients of the tokens
 * that are there. The conditions look at beans only, the registrars at the environment:
 * see {@link PostmarkSetup}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(PostmarkConnectionDetails.class)
@Import({ EmulatorConfiguration.class, ConfiguredClientsConfiguration.ConnectionDetailsRegistrar.class })
class ConfiguredClientsConfiguration {

	static class ConnectionDetailsRegistrar implements BeanRegistrar {

		@Override
		public void register(BeanRegistry registry, Environment environment) {
			if (PostmarkSetup.of(environment).emulator()) {
				registry.registerBean("postmarkConnectionDetails", EmulatorPostmarkConnectionDetails.class,
						(spec) -> spec.supplier(EmulatorPostmarkConnectionDetails::of));
				return;
			}
			registry.registerBean("postmarkConnectionDetails", PropertiesPostmarkConnectionDetails.class, (spec) -> spec
				.supplier(
						(context) -> new PropertiesPostmarkConnectionDetails(context.bean(PostmarkProperties.class))));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(PostmarkSender.class)
	@Import(SenderConfiguration.Registrar.class)
	static class SenderConfiguration {

		static class Registrar implements BeanRegistrar {

			@Override
			public void register(BeanRegistry registry, Environment environment) {
				if (PostmarkSetup.of(environment).hasServerToken()) {
					registry.registerBean("postmarkSender", PostmarkSender.class,
							(spec) -> spec.supplier((context) -> context.bean(TokenClients.class).sender()));
				}
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(PostmarkServerClient.class)
	@Import(ServerClientConfiguration.Registrar.class)
	static class ServerClientConfiguration {

		static class Registrar implements BeanRegistrar {

			@Override
			public void register(BeanRegistry registry, Environment environment) {
				if (PostmarkSetup.of(environment).hasServerToken()) {
					registry.registerBean("postmarkServerClient", PostmarkServerClient.class,
							(spec) -> spec.supplier((context) -> context.bean(TokenClients.class).serverClient()));
				}
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(PostmarkAccountClient.class)
	@Import(AccountClientConfiguration.Registrar.class)
	static class AccountClientConfiguration {

		static class Registrar implements BeanRegistrar {

			@Override
			public void register(BeanRegistry registry, Environment environment) {
				if (PostmarkSetup.of(environment).hasAccountToken()) {
					registry.registerBean("postmarkAccountClient", PostmarkAccountClient.class,
							(spec) -> spec.supplier((context) -> context.bean(TokenClients.class).accountClient()));
				}
			}

		}

	}

}
