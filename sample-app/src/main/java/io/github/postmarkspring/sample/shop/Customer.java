package io.github.postmarkspring.sample.shop;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody who likes tea or paper.
 *
 * @param name the name as the customer writes it, in any script
 * @param email the e-mail address
 */
public record Customer(
// @formatter:off
		@NotBlank(message = "Please tell us your name.")
		@Size(max = 100, message = "Please shorten your name to 100 letters.")
		@Pattern(regexp = "\\P{Cntrl}*", message = "Please write your name on one line.")
		String name,

		@NotBlank(message = "Please give us your e-mail address.")
		@Email(message = "This does not look like an e-mail address.")
		String email) {
// @formatter:on

	/** What a form starts with. */
	public static final Customer UNKNOWN = new Customer("", "");

}
