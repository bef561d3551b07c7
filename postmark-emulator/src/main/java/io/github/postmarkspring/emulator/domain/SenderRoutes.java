package io.github.postmarkspring.emulator.domain;

import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.server.Account;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sender signatures of the account. No confirmation mail goes out.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Signatures API</a>
 */
public final class SenderRoutes {

	private static final String PATH = "/senders/{id}";

	private static final int MAX_NOTE = 400;

	private static final int MAX_TEXT = 255;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account the account
	 */
	public SenderRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/senders", Access.ACCOUNT, this::list),
				Route.post("/senders", Access.ACCOUNT, Route.SMALL_BODY, this::create),
				Route.get(PATH, Access.ACCOUNT, (request) -> Response.json(required(request).details())),
				Route.put(PATH, Access.ACCOUNT, Route.SMALL_BODY, this::edit),
				Route.delete(PATH, Access.ACCOUNT, this::delete),
				Route.post(PATH + "/resend", Access.ACCOUNT, 0, this::resend),
				Route.post(PATH + "/verifyspf", Access.ACCOUNT, 0,
						(request) -> Response.json(required(request).details())),
				Route.post(PATH + "/requestnewdkim", Access.ACCOUNT, 0, this::requestNewDkim));
	}

	private Response list(Request request) {
		Paging paging = Paging.of(request.query(), 500, Integer.MAX_VALUE);
		List<SenderSignatures.Signature> signatures = SenderSignatures.of(this.account).all();
		ObjectNode json = Json.object().put("TotalCount", signatures.size());
		ArrayNode page = json.putArray("SenderSignatures");
		paging.page(signatures).forEach((signature) -> page.add(signature.item()));
		return Response.json(json);
	}

	private Response create(Request request) {
		JsonFields sent = request.fields(502);
		String email = sent.text("FromEmail");
		if (email == null) {
			throw ApiException.unprocessable(520, "The sender signature needs a 'FromEmail'.");
		}
		limit("FromEmail", email, MAX_TEXT);
		String domain = email.substring(email.lastIndexOf('@') + 1);
		if (!AddressParser.isAddress(email) || !DomainName.isValid(domain)) {
			throw ApiException.unprocessable(522, "The 'FromEmail' is not a valid email address.");
		}
		if (DomainName.isPublic(domain)) {
			throw ApiException.unprocessable(503, "Public mail domains are not allowed.");
		}
		SenderSignatures.Signature signature = change(sent, new SenderSignatures.Signature(this.account.nextId(), email,
				"", "", "", false, Dns.create(domain, null, this.account.now())));
		SenderSignatures.of(this.account)
			.add(signature.id(), signature, (other) -> other.email().equalsIgnoreCase(email));
		return Response.json(signature.details());
	}

	private Response edit(Request request) {
		required(request);
		JsonFields sent = request.fields(502);
		return Response.json(
				SenderSignatures.of(this.account).change(request.id("id"), (before) -> change(sent, before)).details());
	}

	private static SenderSignatures.Signature change(JsonFields sent, SenderSignatures.Signature before) {
		String name = sent.text("Name");
		if (name == null || name.isBlank()) {
			throw ApiException.unprocessable(511, "The sender signature needs a 'Name'.");
		}
		limit("Name", name, MAX_TEXT);
		String replyTo = value(sent, "ReplyToEmail", before.replyTo());
		if (!replyTo.isEmpty() && !AddressParser.isAddress(replyTo)) {
			throw ApiException.unprocessable(522, "The 'ReplyToEmail' is not a valid email address.");
		}
		limit("ReplyToEmail", replyTo, MAX_TEXT);
		String note = value(sent, "ConfirmationPersonalNote", before.note());
		limit("ConfirmationPersonalNote", note, MAX_NOTE);
		Dns dns = sent.has("ReturnPathDomain") ? before.dns().withReturnPath(sent.text("ReturnPathDomain"))
				: before.dns();
		return new SenderSignatures.Signature(before.id(), before.email(), name, replyTo, note, before.confirmed(),
				dns);
	}

	private static String value(JsonFields sent, String name, String before) {
		String value = sent.rawText(name);
		return (value != null) ? value : before;
	}

	private static void limit(String name, String value, int max) {
		if (value.length() > max) {
			throw ApiException.unprocessable(521, "The '" + name + "' is limited to " + max + " characters.");
		}
	}

	private Response delete(Request request) {
		SenderSignatures.Signature signature = SenderSignatures.of(this.account).remove(request.id("id"));
		return Response.done("Signature " + signature.email() + " removed.");
	}

	private Response resend(Request request) {
		SenderSignatures.Signature signature = required(request);
		if (signature.confirmed()) {
			throw ApiException.unprocessable(506, "This sender signature is confirmed already.");
		}
		return Response.done("Confirmation email for sender signature " + signature.email() + " was re-sent.");
	}

	private Response requestNewDkim(Request request) {
		SenderSignatures.Signature signature = SenderSignatures.of(this.account)
			.change(request.id("id"),
					(before) -> new SenderSignatures.Signature(before.id(), before.email(), before.name(),
							before.replyTo(), before.note(), before.confirmed(),
							before.dns().rotated(this.account.now())));
		return Response.done("New DKIM for sender signature " + signature.email() + " was requested.");
	}

	private SenderSignatures.Signature required(Request request) {
		return SenderSignatures.of(this.account).require(request.id("id"));
	}

}
