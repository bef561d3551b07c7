package io.github.postmarkspring.boot.autoconfigure;

import java.util.Collection;
import java.util.List;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Says how to choose among several servers.
 */
class AmbiguousClientFailureAnalyzer extends AbstractFailureAnalyzer<NoUniqueBeanDefinitionException>
		implements Ordered {

	private final Environment environment;

	AmbiguousClientFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoUniqueBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		Collection<String> found = cause.getBeanNamesFound();
		List<String> servers = ServerNames.of(this.environment);
		if ((type != PostmarkSender.class && type != PostmarkServerClient.class) || found == null
				|| servers.isEmpty()) {
			return null;
		}
		String names = String.join(", ", servers);
		return new FailureAnalysis(
				"A " + type.getSimpleName() + " is needed, there are several, and none of them is primary: "
						+ String.join(", ", found) + ".",
				"Say which server is meant with @Qualifier(\"" + servers.get(0)
						+ "\") or the name of the bean, or set '" + PostmarkSetup.PRIMARY_SERVER + "' to one of: "
						+ names + ".",
				cause);
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
