package io.github.postmarkspring.sample.mail;

import java.util.Map;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.sample.shop.Customer;
import io.github.postmarkspring.sample.shop.Order;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Writes the mail of the shop. A mail that cannot be sent is no reason to lose an order:
 * what became of it is returned, never thrown.
 */
@Service
public class ShopMail {

	private static final Log logger = LogFactory.getLog(ShopMail.class);

	static final Attachment LOGO = Attachment.of(new ClassPathResource("mail/logo.png")).inline("logo");

	private final PostmarkSender postmark;

	private final MailTemplates templates;

	private final SentMails sentMails;

	ShopMail(PostmarkSender postmark, MailTemplates templates, SentMails sentMails) {
		this.postmark = postmark;
		this.templates = templates;
		this.sentMails = sentMails;
	}

	/**
	 * Welcome somebody who has signed up.
	 * @param customer the customer
	 * @return what became of the mail
	 */
	public SentMail welcome(Customer customer) {
		Map<String, Object> model = Map.of("customer", customer);
		return send(Email.builder()
			.to(new EmailAddress(customer.email(), customer.name()))
			.subject("Welcome to Tea & Paper")
			.htmlBody(this.templates.render("welcome.html", model))
			.textBody(this.templates.render("welcome.txt", model))
			.attachment(LOGO)
			.tag("welcome")
			.build());
	}

	/**
	 * Send the receipt for an order.
	 * @param order the order
	 * @return what became of the mail
	 */
	public SentMail receipt(Order order) {
		Map<String, Object> model = Map.of("order", order);
		return send(Email.builder()
			.to(new EmailAddress(order.customer().email(), order.customer().name()))
			.subject("Your order " + order.id())
			.htmlBody(this.templates.render("receipt.html", model))
			.textBody(this.templates.render("receipt.txt", model))
			.attachment(LOGO)
			.attachment(Attachment.of("receipt-" + order.id() + ".pdf", ReceiptPdf.of(order)))
			.tag("receipt")
			.metadata("orderId", order.id())
			.build());
	}

	/**
	 * Answer a letter from a customer.
	 * @param customer who wrote it
	 * @param subject the subject of the letter
	 * @param text the answer
	 * @param messageId the id by which the customer's mail program knows the letter, if
	 * it has one
	 * @return what became of the answer
	 */
	public SentMail answer(EmailAddress customer, String subject, String text, @Nullable String messageId) {
		Email.Builder answer = Email.builder().to(customer).subject("Re: " + subject).textBody(text).tag("answer");
		if (messageId != null) {
			answer.header("In-Reply-To", messageId).header("References", messageId);
		}
		return send(answer.build());
	}

	private SentMail send(Email mail) {
		try {
			return this.sentMails.add(SentMail.of(mail, Outcome.of(this.postmark.send(mail))));
		}
		catch (PostmarkException ex) {
			// The starter has logged why. The message may quote addresses.
			logger.warn("The mail '" + mail.tag() + "' may not arrive: " + ex.getClass().getSimpleName());
			return this.sentMails.add(SentMail.of(mail, Outcome.of(ex)));
		}
	}

}
