package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.client.error.PostmarkException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Registers once the application is ready, because Postmark may post to it at once to see
 * whether it answers. Beside the main thread: a Postmark that is slow, or that cannot be
 * reached, keeps no application from serving. The embedded emulator is neither, and what
 * runs when the application has started may send mail already.
 */
class RegistrationLauncher implements ApplicationListener<SpringApplicationEvent> {

	private static final Log logger = LogFactory.getLog(WebhookRegistration.class);

	private final ApplicationContext context;

	private final boolean emulated;

	private final @Nullable Runnable registration;

	/**
	 * Create a launcher.
	 * @param context the context that is to be ready
	 * @param emulated whether the embedded emulator takes the place of Postmark
	 * @param registration what to do then, {@code null} if nothing is to be registered
	 */
	RegistrationLauncher(ApplicationContext context, boolean emulated, @Nullable Runnable registration) {
		this.context = context;
		this.emulated = emulated;
		this.registration = registration;
	}

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		Runnable registration = this.registration;
		if (registration == null) {
			return;
		}
		if (this.emulated) {
			// It delivers at once, so it has to know where to before anything is sent.
			if (event instanceof ApplicationStartedEvent started && started.getApplicationContext() == this.context) {
				run(registration);
			}
		}
		else if (event instanceof ApplicationReadyEvent ready && ready.getApplicationContext() == this.context) {
			Thread thread = new Thread(() -> run(registration), "postmark-webhook-registration");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private static void run(Runnable registration) {
		try {
			registration.run();
		}
		catch (PostmarkException ex) {
			report(ex);
		}
		catch (RuntimeException ex) {
			logger.error("The webhook could not be registered, and Postmark may not post to this application", ex);
		}
	}

	static void report(PostmarkException ex) {
		logger.error("The webhook could not be registered, and Postmark may not post to this application. "
				+ ex.getMessage());
	}

}
