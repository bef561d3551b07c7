package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties.CheckOnStartup;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Has Postmark asked once the application has started, if that is wished. Whoever wants
 * to start only if all is right waits for the answers; otherwise a Postmark that is slow,
 * or that cannot be reached, keeps no application from serving.
 */
class StartupCheck implements ApplicationListener<ApplicationStartedEvent> {

	private static final Log logger = LogFactory.getLog(StartupCheck.class);

	private final ApplicationContext context;

	private final PostmarkProperties properties;

	private final ObjectProvider<TokenClients> clients;

	private final ObjectProvider<PostmarkConnectionDetails> details;

	StartupCheck(ApplicationContext context, PostmarkProperties properties, ObjectProvider<TokenClients> clients,
			ObjectProvider<PostmarkConnectionDetails> details) {
		this.context = context;
		this.properties = properties;
		this.clients = clients;
		this.details = details;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		CheckOnStartup mode = this.properties.checkOnStartup();
		ConfigurableApplicationContext started = event.getApplicationContext();
		if (mode == CheckOnStartup.NONE || started != this.context) {
			return;
		}
		StartupDiagnosis diagnosis = new StartupDiagnosis(this.clients.getObject(), this.details.getObject(),
				this.properties, started.getEnvironment());
		if (mode == CheckOnStartup.FAIL) {
			diagnosis.make();
			report(diagnosis, true);
			return;
		}
		Thread thread = new Thread(() -> {
			diagnosis.make();
			// What is closed meanwhile reaches nothing.
			if (!started.isClosed()) {
				report(diagnosis, false);
			}
		}, "postmark-check-on-startup");
		thread.setDaemon(true);
		thread.start();
	}

	private static void report(StartupDiagnosis diagnosis, boolean fail) {
		diagnosis.warnings().forEach(logger::warn);
		if (diagnosis.problems().isEmpty()) {
			logger.info("Postmark was asked, and found no problem with what is configured");
		}
		else if (fail) {
			throw new FailureAnalyzedException(
					"'postmark.check-on-startup' is 'fail', and not all that is configured is right at Postmark:\n\n"
							+ String.join("\n", diagnosis.problems()),
					"Do as each line says. To start all the same, whether or not Postmark can be reached, set "
							+ "'postmark.check-on-startup' to 'warn'.");
		}
		diagnosis.problems().forEach(logger::warn);
	}

	/** What fails must reach whoever starts the application. */
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

}
