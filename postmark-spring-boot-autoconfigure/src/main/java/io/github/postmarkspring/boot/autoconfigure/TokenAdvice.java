package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.http.ApiToken;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Warns of tokens that can do more than the application needs, or less.
 */
class TokenAdvice implements SmartInitializingSingleton {

	static final String ACCOUNT_CLIENT = "postmarkAccountClient";

	private static final Log logger = LogFactory.getLog(TokenAdvice.class);

	private final ObjectProvider<EnvironmentTokens> tokens;

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	TokenAdvice(ObjectProvider<EnvironmentTokens> tokens, ConfigurableListableBeanFactory beanFactory,
			Environment environment) {
		this.tokens = tokens;
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.tokens.ifAvailable(this::advise);
	}

	private void advise(EnvironmentTokens tokens) {
		tokens.serversWith(ApiToken.TEST)
			.forEach((property) -> ProductionCheck.warn(logger, this.environment,
					"'" + property + "' is the test token"));
		String account = tokens.accountToken();
		if (account == null) {
			return;
		}
		if (!tokens.serversWith(account).isEmpty()) {
			logger.warn("'" + TokenKey.ACCOUNT.property() + "' is also configured as the token of a server. "
					+ "Postmark takes neither in the place of the other: one of them is wrong.");
		}
		if (!isAskedFor() && !this.environment.getProperty("spring.main.lazy-initialization", Boolean.class, false)) {
			logger.warn("'" + TokenKey.ACCOUNT.property() + "' is set, and nothing has asked for a "
					+ "PostmarkAccountClient. Whoever has this token rules all servers of the account: remove it where "
					+ "it is not needed.");
		}
	}

	private boolean isAskedFor() {
		return !this.beanFactory.containsBeanDefinition(ACCOUNT_CLIENT)
				|| this.beanFactory.containsSingleton(ACCOUNT_CLIENT);
	}

}
