package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Connection details from the environment or the emulator, and the clients of the tokens
 * that are there. The conditions look at beans only, the registrars at the environment:
 * see {@link PostmarkSetup}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(PostmarkConnectionDetails.class)
@Import({ EmulatorConfiguration.class, ConnectionDetailsRegistrar.class,
		ConfiguredClientsConfiguration.NamedServersRegistrar.class })
class ConfiguredClientsConfiguration {

	/** After the nested classes, whose conditions would take these for the user's. */
	static class NamedServersRegistrar implements ConditionalRegistrar {

		@Override
		public void registerBeans(BeanRegistry registry, Environment environment) {
			PostmarkSetup setup = PostmarkSetup.of(environment);
			for (String name : setup.servers()) {
				boolean preferred = name.equals(setup.primaryServer());
				ServerBeans.registerSender(registry, TokenKey.named(name), preferred);
				ServerBeans.registerClient(registry, TokenKey.named(name), preferred);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(PostmarkSender.class)
	@Import(SenderConfiguration.Registrar.class)
	static class SenderConfiguration {

		static class Registrar implements ConditionalRegistrar {

			@Override
			public void registerBeans(BeanRegistry registry, Environment environment) {
				PostmarkSetup setup = PostmarkSetup.of(environment);
				if (setup.hasServerToken()) {
					ServerBeans.registerSender(registry, TokenKey.SERVER, !setup.servers().isEmpty());
				}
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(PostmarkServerClient.class)
	@Import(ServerClientConfiguration.Registrar.class)
	static class ServerClientConfiguration {

		static class Registrar implements ConditionalRegistrar {

			@Override
			public void registerBeans(BeanRegistry registry, Environment environment) {
				PostmarkSetup setup = PostmarkSetup.of(environment);
				if (setup.hasServerToken()) {
					ServerBeans.registerClient(registry, TokenKey.SERVER, !setup.servers().isEmpty());
				}
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(PostmarkAccountClient.class)
	@Import(AccountClientConfiguration.Registrar.class)
	static class AccountClientConfiguration {

		static class Registrar implements ConditionalRegistrar {

			@Override
			public void registerBeans(BeanRegistry registry, Environment environment) {
				if (PostmarkSetup.of(environment).hasAccountToken()) {
					// Lazy, so that one nobody asks for can be noticed: see TokenAdvice.
					registry.registerBean(TokenAdvice.ACCOUNT_CLIENT, PostmarkAccountClient.class,
							(spec) -> spec.lazyInit()
								.supplier((context) -> context.bean(TokenClients.class).accountClient()));
				}
			}

		}

	}

}
