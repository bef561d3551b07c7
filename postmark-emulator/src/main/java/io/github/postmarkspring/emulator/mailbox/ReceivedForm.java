package io.github.postmarkspring.emulator.mailbox;

import java.util.Base64;
import java.util.List;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.inbound.InboundMail;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.message.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Mail to the application as it was written on the page.
 */
final class ReceivedForm {

	private static final int MOST_RECIPIENTS = 50;

	private ReceivedForm() {
	}

	/**
	 * Reads the form.
	 * @throws ApiException if an address or the file is not good
	 */
	static InboundMail read(JsonFields fields) {
		Address from = addresses("From", fields.text("from"), 1).get(0);
		List<Address> to = addresses("To", fields.text("to"), MOST_RECIPIENTS);
		JsonFields file = fields.object("attachment");
		return new InboundMail(from, to, List.of(), orEmpty(fields.text("subject")), orEmpty(fields.text("text")), "",
				List.of(), (file != null) ? List.of(attachment(file)) : List.of());
	}

	private static List<Address> addresses(String field, @Nullable String value, int most) {
		AddressParser parser = new AddressParser(field);
		List<Address> addresses = parser.parse(value, most);
		if (addresses.isEmpty()) {
			throw parser.invalid(orEmpty(value));
		}
		return addresses;
	}

	private static Attachment attachment(JsonFields file) {
		try {
			byte[] content = Base64.getDecoder().decode(orEmpty(file.text("content")));
			String type = file.text("contentType");
			return new Attachment(orEmpty(file.text("name")), (type != null) ? type : "application/octet-stream", null,
					content);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.of(400, 400, "The content of the file is not Base64");
		}
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
