package io.github.postmarkspring.integration.outbox;

import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

@Component
class Confirmations {

	private static final Logger logger = LoggerFactory.getLogger(Confirmations.class);

	private final PostmarkSender postmark;

	Confirmations(PostmarkSender postmark) {
		this.postmark = postmark;
	}

	// In no transaction: it would hold a connection for as long as Postmark takes.
	@ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
	void confirm(OrderPlaced order) {
		String key = "order-placed-" + order.id();
		if (this.postmark.findSent(key).isPresent()) {
			return; // accepted, and then the application was killed
		}
		try {
			this.postmark.send(Email.builder()
				.to(order.customer())
				.subject("Your order " + order.number())
				.textBody("Thank you for your order.")
				.reconciliationKey(key)
				.build());
		}
		catch (InactiveRecipientsException ex) {
			// This is given up. All else is resubmitted until it is mended.
			logger.error("Order {} is not confirmed: mail to its customer is suppressed", order.number());
		}
	}

}
