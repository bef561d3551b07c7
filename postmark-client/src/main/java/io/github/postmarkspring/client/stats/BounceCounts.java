package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many messages bounced. What Postmark leaves out is 0.
 *
 * @param hardBounces for good
 * @param softBounces for the time being
 * @param smtpApiErrors refused that were sent by SMTP
 * @param transientBounces delayed
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record BounceCounts(long hardBounces, long softBounces, long smtpApiErrors, long transientBounces) {

	@JsonCreator
	static BounceCounts read(@JsonProperty("HardBounce") @Nullable Long hardBounces,
			@JsonProperty("SoftBounce") @Nullable Long softBounces,
			@JsonProperty("SMTPApiError") @Nullable Long smtpApiErrors,
			@JsonProperty("Transient") @Nullable Long transientBounces) {
		return new BounceCounts(Counts.orZero(hardBounces), Counts.orZero(softBounces), Counts.orZero(smtpApiErrors),
				Counts.orZero(transientBounces));
	}

}
