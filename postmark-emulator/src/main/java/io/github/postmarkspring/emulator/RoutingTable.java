package io.github.postmarkspring.emulator;

import java.util.List;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.bounce.BounceRoutes;
import io.github.postmarkspring.emulator.domain.DomainRoutes;
import io.github.postmarkspring.emulator.domain.SenderCheck;
import io.github.postmarkspring.emulator.domain.SenderRoutes;
import io.github.postmarkspring.emulator.email.BulkRoutes;
import io.github.postmarkspring.emulator.email.EmailRoutes;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.inbound.InboundRoutes;
import io.github.postmarkspring.emulator.inbound.InboundRuleRoutes;
import io.github.postmarkspring.emulator.mailbox.MailboxRoutes;
import io.github.postmarkspring.emulator.message.MessageRoutes;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.removal.DataRemovalRoutes;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.ServerRoutes;
import io.github.postmarkspring.emulator.stat.StatRoutes;
import io.github.postmarkspring.emulator.stream.StreamRoutes;
import io.github.postmarkspring.emulator.suppression.SuppressionRoutes;
import io.github.postmarkspring.emulator.template.TemplatePushRoutes;
import io.github.postmarkspring.emulator.template.TemplateRoutes;
import io.github.postmarkspring.emulator.tracking.TrackingRoutes;
import io.github.postmarkspring.emulator.webhook.WebhookRoutes;

/**
 * Every operation of Postmark's, and the mailbox page.
 *
 * @param serverDeletion whether servers can be deleted
 * @param bulkApproved whether bulk requests can be sent
 * @param checkSenders whether senders are checked
 */
record RoutingTable(boolean serverDeletion, boolean bulkApproved, boolean checkSenders) {

	List<Route> of(Account account, MessageStore store) {
		SenderCheck senders = this.checkSenders ? SenderCheck.registered(account) : SenderCheck.NONE;
		return Stream
			.of(new EmailRoutes(account, store, senders).routes(),
					new BulkRoutes(account, store, senders, this.bulkApproved).routes(),
					new MessageRoutes(account, store).routes(), new ServerRoutes(account, this.serverDeletion).routes(),
					new StreamRoutes(account).routes(), new SuppressionRoutes(account).routes(),
					new BounceRoutes(account).routes(), new StatRoutes(account).routes(),
					new WebhookRoutes(account).routes(), new InboundRuleRoutes(account).routes(),
					new DomainRoutes(account).routes(), new SenderRoutes(account).routes(),
					new TrackingRoutes(account, store).routes(), new InboundRoutes(account).routes(),
					new TemplateRoutes(account).routes(), new TemplatePushRoutes(account).routes(),
					new DataRemovalRoutes(account).routes(), new MailboxRoutes(account, store).routes())
			.flatMap(List::stream)
			.toList();
	}

}
