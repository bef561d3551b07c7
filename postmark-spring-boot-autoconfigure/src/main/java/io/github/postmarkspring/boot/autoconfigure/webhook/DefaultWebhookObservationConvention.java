package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.boot.autoconfigure.webhook.WebhookObservationDocumentation.LowCardinalityKeyNames;
import io.github.postmarkspring.client.http.FewValues;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.micrometer.common.KeyValues;

/**
 * Tells what {@link WebhookObservationDocumentation} says.
 *
 * @since 0.1.0
 */
public class DefaultWebhookObservationConvention implements WebhookObservationConvention {

	private final FewValues streams = new FewValues();

	private final FewValues bounceTypes = new FewValues();

	@Override
	public KeyValues getLowCardinalityKeyValues(WebhookObservationContext context) {
		WebhookEvent event = context.event();
		String bounceType = (event instanceof BounceEvent bounce) ? bounce.type().value() : null;
		String outcome = Boolean.TRUE.equals(context.handled()) ? "handled" : "failed";
		return KeyValues.of(LowCardinalityKeyNames.SERVER.withValue(event.server()),
				LowCardinalityKeyNames.STREAM.withValue(this.streams.of(event.messageStream())),
				LowCardinalityKeyNames.RECORD_TYPE.withValue(EventDelivery.type(event)),
				LowCardinalityKeyNames.BOUNCE_TYPE.withValue(this.bounceTypes.of(bounceType)),
				LowCardinalityKeyNames.OUTCOME.withValue((context.handled() != null) ? outcome : "none"));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(WebhookObservationContext context) {
		String messageId = context.event().messageId();
		return (messageId != null && messageId.length() <= 100)
				? KeyValues.of(WebhookObservationDocumentation.MESSAGE_ID, messageId) : KeyValues.empty();
	}

}
