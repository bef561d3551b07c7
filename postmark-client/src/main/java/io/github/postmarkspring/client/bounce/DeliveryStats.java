package io.github.postmarkspring.client.bounce;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How many addresses are inactive, and how many bounces there are.
 *
 * @param inactiveMails the number of inactive addresses, or {@code null}
 * @param bounces the bounces by type, all of them first
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record DeliveryStats(@Nullable Integer inactiveMails, List<BounceCount> bounces) {

	public DeliveryStats {
		bounces = Lists.copy(bounces);
	}

}
