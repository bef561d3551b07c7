package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.postmarkspring.client.server.ServerChange;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.client.webhookconfig.WebhookStatus;
import io.github.postmarkspring.client.webhookconfig.Webhooks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the webhooks at Postmark what is configured here. What is right already is left
 * alone, and so is what somebody else has made.
 */
class WebhookRegistration {

	private static final Log logger = LogFactory.getLog(WebhookRegistration.class);

	private final WebhookTarget target;

	private final PostmarkWebhookProperties.Registration registration;

	WebhookRegistration(WebhookTarget target, PostmarkWebhookProperties.Registration registration) {
		this.target = target;
		this.registration = registration;
	}

	/**
	 * Register what there are paths for.
	 * @param application the URL of this application, with the path that all of its paths
	 * begin with
	 */
	void register(URI application) {
		if (this.target.path() != null) {
			WebhookPlan plan = new WebhookPlan(WebhookUrl.of(application, this.target.path()), this.target.settings(),
					this.registration);
			this.target.messageStreams().forEach((stream) -> register(plan, stream));
		}
		if (this.target.inboundPath() != null) {
			registerInbound(WebhookUrl.of(application, this.target.inboundPath()));
		}
	}

	private void register(WebhookPlan plan, String stream) {
		Webhooks webhooks = this.target.postmark().webhooks();
		List<Webhook> ours = webhooks.list(stream).webhooks().stream().filter(plan::isFor).toList();
		String what = "the webhook of stream '" + stream + "' to " + plan.url();
		if (ours.isEmpty()) {
			if (isToBeDone("create " + what)) {
				webhooks.create(plan.toCreate(stream));
			}
			return;
		}
		if (ours.size() > 1) {
			logger.warn("There are " + ours.size() + " webhooks of stream '" + stream + "' to " + plan.url()
					+ " at Postmark: each event is posted that often. Remove all but " + ours.get(0).id());
		}
		Webhook current = ours.get(0);
		List<String> differences = plan.differences(current);
		if (!differences.isEmpty() && isToBeDone("change " + String.join(", ", differences) + " of " + what)) {
			webhooks.edit(current.id(), plan.toChange(current));
		}
		if (differences.isEmpty()) {
			reportPaused(webhooks, current, what);
		}
	}

	private static void reportPaused(Webhooks webhooks, Webhook webhook, String what) {
		if (!WebhookStatus.UNVERIFIED.equals(webhook.status())) {
			return;
		}
		List<String> paused = webhooks.statistics(webhook.id())
			.statuses()
			.entrySet()
			.stream()
			.filter((entry) -> WebhookStatus.UNVERIFIED.equals(entry.getValue()))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		logger.warn("Postmark posts nothing for " + (paused.isEmpty() ? "some triggers" : String.join(", ", paused))
				+ " of " + what + ", because it was not answered 200. Once it is, verify webhook " + webhook.id()
				+ " at Postmark");
	}

	private void registerInbound(URI url) {
		String current = this.target.postmark().server().get().inboundHookUrl();
		URI wanted = WebhookUrl.withCredentials(url, this.target.settings().basic());
		boolean ours = WebhookUrl.isSame(current, url);
		if (ours && Objects.equals(WebhookUrl.credentials(current), wanted.getRawUserInfo())) {
			return;
		}
		if (!ours && hasText(current) && !this.registration.replaceInboundUrl()) {
			logger.warn("Inbound mail of this server is posted elsewhere, and that is left alone. Set '"
					+ VerificationSettings.PREFIX + ".registration.replace-inbound-url' to have it posted to " + url);
			return;
		}
		if (isToBeDone("have inbound mail posted to " + url)) {
			this.target.postmark().server().edit(ServerChange.create().inboundHookUrl(wanted.toString()));
		}
	}

	private boolean isToBeDone(String what) {
		boolean dryRun = this.registration.dryRun();
		logger.info((dryRun ? "Would " : "Going to ") + what);
		return !dryRun;
	}

	private static boolean hasText(@Nullable String text) {
		return text != null && !text.isBlank();
	}

}
