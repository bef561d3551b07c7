package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Properties of the health of Postmark.
 *
 * @param cacheTime How old an answer of Postmark's may be before it is asked again, which
 * is done in the background.
 * @param timeout Time after which Postmark counts as unreachable.
 * @since 0.1.0
 */
@ConfigurationProperties("postmark.health")
public record PostmarkHealthProperties(@DefaultValue("30s") Duration cacheTime, @DefaultValue("2s") Duration timeout) {

	/** To be called where they are used, because what fails in here is told less well. */
	void check() {
		check("cache-time", this.cacheTime, "30s");
		check("timeout", this.timeout, "2s");
	}

	private static void check(String name, Duration time, String usual) {
		if (time.toMillis() < 1 || time.toDays() > 1) {
			throw new FailureAnalyzedException("The property 'postmark.health." + name + "' is " + time + ".",
					"Set it to a time of 1 millisecond to a day, or leave it out for " + usual + ".");
		}
	}

}
