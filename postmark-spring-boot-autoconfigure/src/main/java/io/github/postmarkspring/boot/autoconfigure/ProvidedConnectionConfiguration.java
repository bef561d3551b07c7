package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;
import org.springframework.core.env.Environment;

/**
 * Clients for connection details of the application's own. Which tokens those have is not
 * known before they are created, so a client whose token is missing becomes {@code null},
 * which Spring treats as a bean that is not there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(PostmarkConnectionDetails.class)
@Import(ProvidedConnectionConfiguration.NamedServersRegistrar.class)
class ProvidedConnectionConfiguration {

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean(PostmarkSender.class)
	@Nullable PreferredSender postmarkSender(PostmarkConnectionDetails details, TokenClients clients) {
		return (details.serverToken() != null) ? new PreferredSender(clients.sender(TokenKey.SERVER)) : null;
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean(PostmarkServerClient.class)
	@Nullable PreferredServerClient postmarkServerClient(PostmarkConnectionDetails details, TokenClients clients) {
		return (details.serverToken() != null) ? new PreferredServerClient(clients.serverClient(TokenKey.SERVER))
				: null;
	}

	@Bean
	@ConditionalOnMissingBean
	@Nullable PostmarkAccountClient postmarkAccountClient(PostmarkConnectionDetails details, TokenClients clients) {
		return (details.accountToken() != null) ? clients.accountClient() : null;
	}

	/** After the methods, whose conditions would take these for the user's. */
	static class NamedServersRegistrar implements ConditionalRegistrar {

		@Override
		public void registerBeans(BeanRegistry registry, Environment environment) {
			for (String name : ServerNames.of(environment)) {
				ServerBeans.registerSender(registry, TokenKey.named(name), false);
				ServerBeans.registerClient(registry, TokenKey.named(name), false);
			}
		}

	}

}
