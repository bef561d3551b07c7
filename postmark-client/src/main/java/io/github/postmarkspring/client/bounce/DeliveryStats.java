package io.github.postmarkspring.client.bounce;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import org.jspecify.annotations.Nullable;

/**
 * How many addresses are inactive, and how many bounces there are.
 *
 * @param inactiveMails the number of inactive addresses, or {@code null}
 * @param bounces the bounces by type, all of them first
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public record DeliveryStats(@JsonProperty("InactiveMails") @Nullable Integer inactiveMails,
		@JsonProperty("Bounces") List<BounceCount> bounces) {

	public DeliveryStats {
		bounces = Lists.copy(bounces);
	}

}
