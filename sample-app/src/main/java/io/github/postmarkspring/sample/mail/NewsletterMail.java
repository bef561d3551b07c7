package io.github.postmarkspring.sample.mail;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.message.BatchAbortedException;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.sample.shop.Customer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Writes the newsletter. It has a server of its own at Postmark and goes out on that
 * one's broadcast stream, so that a newsletter that is complained about does not keep
 * receipts from arriving.
 */
@Service
public class NewsletterMail {

	private static final Log logger = LogFactory.getLog(NewsletterMail.class);

	private final PostmarkSender postmark;

	private final MailTemplates templates;

	NewsletterMail(@Qualifier("newsletter") PostmarkSender postmark, MailTemplates templates) {
		this.postmark = postmark;
		this.templates = templates;
	}

	/**
	 * Send an issue, a mail of its own to each. A mail that cannot be sent does not keep
	 * the others from being sent: what became of each is returned.
	 * @param subject the subject of the issue
	 * @param text its text, with empty lines between paragraphs
	 * @param subscribers who is to get it
	 * @return what became of it, in the order of the subscribers
	 */
	public BatchResult send(String subject, String text, List<Customer> subscribers) {
		BatchResult result = sendAll(subscribers.stream().map((customer) -> mail(subject, text, customer)).toList());
		if (!result.isComplete()) {
			logger.warn("The newsletter may not reach everybody: " + result);
		}
		return result;
	}

	private BatchResult sendAll(List<Email> mails) {
		try {
			return this.postmark.sendAll(mails);
		}
		catch (BatchAbortedException ex) {
			logger.warn("The newsletter was stopped: " + ex.getMessage());
			return ex.result();
		}
	}

	private Email mail(String subject, String text, Customer customer) {
		// Browsers send both characters for a line break.
		String lines = text.strip().replace("\r\n", "\n");
		Map<String, Object> model = Map.of("customer", customer, "title", subject, "text", lines, "paragraphs",
				lines.split("\n\\s*\n"));
		return Email.builder()
			.to(new EmailAddress(customer.email(), customer.name()))
			.subject(subject)
			.htmlBody(this.templates.render("newsletter.html", model))
			.textBody(this.templates.render("newsletter.txt", model))
			.attachment(ShopMail.LOGO)
			.build();
	}

}
