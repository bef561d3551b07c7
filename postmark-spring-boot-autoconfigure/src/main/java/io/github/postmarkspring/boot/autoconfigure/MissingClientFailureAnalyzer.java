package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Says how to get the Postmark client that an application injects and that is not there.
 */
class MissingClientFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> implements Ordered {

	private final BeanFactory beanFactory;

	private final Environment environment;

	MissingClientFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = (cause.getResolvableType() != null) ? cause.getResolvableType().resolve() : null;
		// Several beans of the type are another story.
		if (type == null || cause.getClass() != NoSuchBeanDefinitionException.class) {
			return null;
		}
		if (type == PostmarkSender.class || type == PostmarkServerClient.class) {
			return analysis(type, TokenKey.SERVER.property(), "server", cause);
		}
		if (type == PostmarkAccountClient.class) {
			return analysis(type, TokenKey.ACCOUNT.property(), "account", cause);
		}
		return null;
	}

	private @Nullable FailureAnalysis analysis(Class<?> type, String property, String kind, Throwable cause) {
		String description = "A " + type.getSimpleName() + " is needed, and there is none because ";
		if (!this.environment.getProperty("postmark.enabled", Boolean.class, true)) {
			return new FailureAnalysis(description + "'postmark.enabled' is false.",
					"Remove 'postmark.enabled', or do not inject it.", cause);
		}
		if (!isExplainedByAMissingToken(type, property)) {
			return null;
		}
		return new FailureAnalysis(
				description + "there is neither a token of a Postmark " + kind
						+ " nor an emulator to stand in for Postmark: " + emulator() + ".",
				"To call Postmark, set '" + property + "'. To develop and test without an account, " + remedy()
						+ ". If the application can do without, let it inject an ObjectProvider<" + type.getSimpleName()
						+ ">.",
				cause);
	}

	/**
	 * Whether nothing else can be the reason: a qualifier that no client has, connection
	 * details of the application's own, or an application without auto-configuration.
	 */
	private boolean isExplainedByAMissingToken(Class<?> type, String property) {
		return this.beanFactory instanceof ListableBeanFactory beans && !this.environment.containsProperty(property)
				&& has(beans, PostmarkAutoConfiguration.class) && has(beans, ConfiguredClientsConfiguration.class)
				&& !has(beans, type);
	}

	private static boolean has(ListableBeanFactory beans, Class<?> type) {
		return beans.getBeanNamesForType(type, true, false).length > 0;
	}

	private String emulator() {
		if (!PostmarkSetup.isEmulatorPresent()) {
			return "'postmark-emulator' is not on the classpath";
		}
		if (!PostmarkSetup.isEmulatorEnabled(this.environment)) {
			return "'postmark.emulator.enabled' is false";
		}
		boolean accountToken = this.environment.containsProperty(TokenKey.ACCOUNT.property());
		return "it does not start where '" + (accountToken ? TokenKey.ACCOUNT.property() : PostmarkSetup.BASE_URL)
				+ "' is set";
	}

	private String remedy() {
		if (!PostmarkSetup.isEmulatorPresent()) {
			return "add the dependency 'io.github.postmark-spring:postmark-emulator' for development only";
		}
		if (!PostmarkSetup.isEmulatorEnabled(this.environment)) {
			return "remove 'postmark.emulator.enabled' there";
		}
		return "set neither a token nor '" + PostmarkSetup.BASE_URL + "' there";
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
