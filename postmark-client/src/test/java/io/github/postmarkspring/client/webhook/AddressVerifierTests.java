package io.github.postmarkspring.client.webhook;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.postmarkspring.client.webhook.WebhookVerification.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressVerifierTests {

	@ParameterizedTest
	@CsvSource({ "50.31.156.6, 50.31.156.6", "50.31.156.6, ::ffff:50.31.156.6", "50.31.156.6, [::ffff:50.31.156.6]",
			"50.31.156.6, ::FFFF:321f:9c06", "50.31.156.6, 0:0:0:0:0:ffff:50.31.156.6",
			"50.31.156.6, ::ffff:50.31.156.6%eth0", "50.31.156.6/32, 50.31.156.6", "50.31.156.0/24, 50.31.156.255",
			"50.31.156.0/24, 50.31.156.0", "50.31.128.0/17, 50.31.255.1", "10.0.0.0/8, 10.255.0.1",
			"::ffff:50.31.156.6, 50.31.156.6", "::ffff:50.31.156.0/120, 50.31.156.255",
			"::ffff:321f:9c00/120, ::ffff:50.31.156.9", "2001:db8::1, 2001:db8::1", "2001:db8::1, 2001:DB8:0:0::0:1",
			"2001:db8::1, [2001:db8::1]", "2001:db8::/32, 2001:db8:ffff::1", "2001:db8::/33, 2001:db8:7fff::",
			"fe80::/64, fe80::1%eth0", "fe80::/64, [fe80::1%25eth0]", "127.0.0.0/8, 127.0.0.1", "::1, ::1",
			"::1, 0:0:0:0:0:0:0:1" })
	void anAddressInARangeIsAcceptedHoweverItIsWritten(String range, String address) {
		assertThat(verify(range, address)).isEqualTo(WebhookVerification.accepted());
	}

	@ParameterizedTest
	@CsvSource({ "50.31.156.6, 50.31.156.7", "50.31.156.6, 150.31.156.6", "50.31.156.0/24, 50.31.157.0",
			"50.31.156.0/24, 50.31.155.255", "50.31.128.0/17, 50.31.127.255", "50.31.156.6, ::50.31.156.6",
			"50.31.156.6, 64:ff9b::50.31.156.6", "50.31.156.6, ::ffff:0:50.31.156.6", "2001:db8::/32, 2001:db9::",
			"2001:db8::/33, 2001:db8:8000::", "2001:db8::1, 2001:db8::2", "fe80::1, fe80::2%1", "127.0.0.1, ::1",
			"::1, 127.0.0.1", "::ffff:50.31.156.0/120, 50.31.157.0", "102::/16, 1.2.3.4", "32.1.0.0/16, 2001:0:1::1",
			"::/16, 1.2.3.4", "50.31.156.6, 10.0.0.1" })
	void anAddressOutsideIsRefused(String range, String address) {
		assertThat(verify(range, address)).isEqualTo(rejected("address-not-allowed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "localhost", "relay.example", "50.31.156.6.example", "50.31.156", "846175238",
			"50.31.156.06", "050.31.156.6", "0x32.31.156.6", "50.31.156.256", "50.31.156.6 ", " 50.31.156.6",
			"50.31.156.6\n", "50.31.156.6:8080", "[50.31.156.6]", "50.31.156.6%eth0", "50.31.156.6, 1.2.3.4",
			"50.31.156.6/32", "[2001:db8::1", "2001:db8::1]", "[2001:db8::1]:443", "2001:db8:::1", "1:2:3:4:5:6:7",
			"1:2:3:4:5:6:7:8:9", "::ffff:050.31.156.6", "::ffff:50.31.156", "::ffff:50.31.156.6.7", "::g", ":", "%eth0",
			"[]", "[%]", "٥٠.31.156.6", "unknown", "_hidden" })
	void whatIsNoLiteralAddressIsRefusedAndNotLookedUp(String address) {
		assertThat(verify("50.31.156.6", address)).isEqualTo(rejected("address-malformed"));
	}

	@Test
	void aVeryLongAddressIsRefused() {
		assertThat(verify("fe80::/64", "fe80::1%" + "e".repeat(200))).isEqualTo(rejected("address-malformed"));
	}

	@Test
	void anUnknownAddressIsRefused() {
		assertThat(verify("50.31.156.6", null)).isEqualTo(rejected("address-missing"));
	}

	@Test
	void aForwardingHeaderIsNotLookedAt() {
		WebhookVerifier verifier = WebhookVerifier.addresses(List.of("50.31.156.6"));
		assertThat(verifier.verify(Requests.with("X-Forwarded-For", "50.31.156.6", "Forwarded", "for=50.31.156.6",
				"X-Real-IP", "50.31.156.6")))
			.isEqualTo(rejected("address-not-allowed"));
	}

	@Test
	void postmarksAddressesAreThereByNameWithoutLoopback() {
		assertThat(AddressRanges.POSTMARK).containsExactly("3.134.147.250", "50.31.156.6", "50.31.156.77",
				"18.217.206.57");
		WebhookVerifier verifier = WebhookVerifier.addresses(AddressRanges.POSTMARK);
		assertThat(AddressRanges.POSTMARK)
			.allMatch((address) -> verifier.verify(Requests.from(address)).equals(WebhookVerification.accepted()));
		assertThat(verifier.verify(Requests.from("127.0.0.1"))).isEqualTo(rejected("address-not-allowed"));
		assertThat(verifier.needsBody()).isFalse();
		assertThat(verifier.name()).isEqualTo("addresses");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.0.0.0/0           | too many addresses
			::/0                | too many addresses
			0.0.0.0/1           | too many addresses
			128.0.0.0/7         | too many addresses
			2000::/3            | too many addresses
			::ffff:0.0.0.0/96   | too many addresses
			::ffff:0.0.0.0/0    | too many addresses
			50.31.156.0/33      | prefix length
			50.31.156.0/        | prefix length
			50.31.156.0/024     | prefix length
			50.31.156.0/+24     | prefix length
			50.31.156.0/-1      | prefix length
			50.31.156.0/24/24   | prefix length
			50.31.156.0/999999999999 | prefix length
			50.31.156.0/255.255.255.0 | prefix length
			2001:db8::/129      | prefix length
			::ffff:1.2.3.4/129  | prefix length
			50.31.156.6/24      | bits set
			2001:db8::1/64      | bits set
			''                  | no IPv4 or IPv6
			postmarkapp.com     | no IPv4 or IPv6
			localhost           | no IPv4 or IPv6
			50.31.156.*         | no IPv4 or IPv6
			50.31.156.1-50.31.156.9 | no IPv4 or IPv6
			50.31.156.6,1.2.3.4 | no IPv4 or IPv6
			[2001:db8::1]       | no IPv4 or IPv6
			fe80::1%eth0        | no IPv4 or IPv6
			/24                 | no IPv4 or IPv6
			""")
	void aRangeThatCannotProtectIsRefusedWithWhatIsWrong(String range, String problem) {
		assertThat(AddressRanges.problem(range)).contains(problem);
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.addresses(List.of("1.2.3.4", range)))
			.withMessageStartingWith("'ranges[1]' ")
			.withMessageContaining(problem);
	}

	@Test
	void anEmptyListIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.addresses(List.of()));
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, true", "127.0.0.0/8, true", "127.8.0.0/16, true", "::1, true", "::/16, true",
			"::/127, true", "::ffff:127.0.0.1, true", "126.0.0.0/8, false", "128.0.0.0/8, false", "::2, false",
			"2001:db8::1, false", "fe80::/16, false" })
	void aRangeThatLetsTheMachineItselfInIsTold(String range, boolean loopback) {
		assertThat(AddressRanges.coversLoopback(range)).isEqualTo(loopback);
	}

	private static WebhookVerification verify(String range, String address) {
		return WebhookVerifier.addresses(List.of(range)).verify(Requests.from(address));
	}

}
