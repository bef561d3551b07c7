package io.github.postmarkspring.client.webhook;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Verifies the address that a request comes from.
 */
final class AddressVerifier implements WebhookVerifier {

	private final List<AddressRange> ranges;

	AddressVerifier(List<String> ranges) {
		Assert.notEmpty(ranges, "'ranges' must not be empty");
		List<AddressRange> parsed = new ArrayList<>();
		for (String range : ranges) {
			String problem = AddressRanges.problem(range);
			Assert.isTrue(problem == null, () -> "'ranges[" + parsed.size() + "]' " + problem);
			parsed.add(AddressRange.parse(range));
		}
		this.ranges = List.copyOf(parsed);
	}

	@Override
	public WebhookVerification verify(WebhookRequest request) {
		String remoteAddress = request.remoteAddress();
		if (remoteAddress == null) {
			return WebhookVerification.rejected("address-missing");
		}
		byte[] address = IpAddress.parse(remoteAddress);
		if (address == null) {
			return WebhookVerification.rejected("address-malformed");
		}
		return this.ranges.stream().anyMatch((range) -> range.contains(address)) ? WebhookVerification.accepted()
				: WebhookVerification.rejected("address-not-allowed");
	}

	@Override
	public boolean needsBody() {
		return false;
	}

	@Override
	public String name() {
		return "addresses";
	}

}
