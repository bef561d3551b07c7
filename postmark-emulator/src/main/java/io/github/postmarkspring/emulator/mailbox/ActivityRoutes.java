package io.github.postmarkspring.emulator.mailbox;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.tracking.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, and the buttons that let a recipient do something with it.
 *
 * @since 0.1.0
 */
public final class ActivityRoutes {

	private static final String API = MailboxRoutes.API + "/{id}/activity";

	private static final int LARGEST_BODY = 16 * 1024;

	private static final Visitor SOMEBODY = new Visitor("Mailbox page",
			Map.of("Name", "Mailbox page", "Company", "", "Family", "Mailbox page"),
			Map.of("Name", "unknown", "Company", "unknown", "Family", "unknown"), "Desktop", Map.of());

	private final MessageStore store;

	private final EmulatorControl control;

	/**
	 * Creates the routes.
	 * @param store the messages
	 * @param control what recipients do
	 */
	public ActivityRoutes(MessageStore store, EmulatorControl control) {
		this.store = store;
		this.control = control;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get(API, Access.OPEN, this::show), Route.post(API, Access.OPEN, LARGEST_BODY, this::act));
	}

	private Response show(Request request) {
		String id = message(request).id();
		return MailboxRoutes.json(ActivityView.of(this.store.events(id), this.control.webhookAttempts(id)));
	}

	private Response act(Request request) {
		OutboundMessage message = message(request);
		JsonFields fields = request.fields(400);
		try {
			act(message, fields.text("recipient"), String.valueOf(fields.text("action")), fields.text("link"));
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.of(400, 400, String.valueOf(ex.getMessage()));
		}
		return MailboxRoutes.json(Json.object());
	}

	private void act(OutboundMessage message, @Nullable String recipient, String action, @Nullable String link) {
		String id = message.id();
		String somebody = (recipient != null) ? recipient : "";
		switch (action) {
			case "open" -> this.control.open(id, somebody, SOMEBODY);
			case "click" -> {
				if (link == null) {
					throw new IllegalArgumentException("There is no link to click on");
				}
				this.control.click(id, somebody, link, Links.inHtml(message, link), SOMEBODY);
			}
			case "bounce" -> this.control.bounce(id, somebody, BounceType.HARD_BOUNCE);
			case "soft-bounce" -> this.control.bounce(id, somebody, BounceType.SOFT_BOUNCE);
			case "complain" -> this.control.bounce(id, somebody, BounceType.SPAM_COMPLAINT);
			case "unsubscribe" -> this.control.unsubscribe(id, somebody);
			default -> throw new IllegalArgumentException("A recipient cannot do this");
		}
	}

	private OutboundMessage message(Request request) {
		OutboundMessage message = this.store.find(request.variable("id"));
		if (message == null) {
			throw MailboxRoutes.notFound();
		}
		return message;
	}

}
