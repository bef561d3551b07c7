package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Clients for connection details of the application's own. Which tokens those have is not
 * known before they are created, so a client whose token is missing becomes {@code null},
 * which Spring treats as a bean that is not there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(PostmarkConnectionDetails.class)
class ProvidedConnectionConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@Nullable PostmarkSender postmarkSender(PostmarkConnectionDetails details, TokenClients clients) {
		return (details.serverToken() != null) ? clients.sender() : null;
	}

	@Bean
	@ConditionalOnMissingBean
	@Nullable PostmarkServerClient postmarkServerClient(PostmarkConnectionDetails details, TokenClients clients) {
		return (details.serverToken() != null) ? clients.serverClient() : null;
	}

	@Bean
	@ConditionalOnMissingBean
	@Nullable PostmarkAccountClient postmarkAccountClient(PostmarkConnectionDetails details, TokenClients clients) {
		return (details.accountToken() != null) ? clients.accountClient() : null;
	}

}
