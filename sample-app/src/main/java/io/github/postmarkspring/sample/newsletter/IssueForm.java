package io.github.postmarkspring.sample.newsletter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record IssueForm(
// @formatter:off
		@NotBlank(message = "Please give it a subject.")
		@Size(max = 200, message = "Please shorten the subject to 200 letters.")
		@Pattern(regexp = "\\P{Cntrl}*", message = "Please write the subject on one line.")
		String subject,

		@NotBlank(message = "Please write something.")
		@Size(max = 20_000, message = "Please shorten the text to 20,000 letters.")
		String text) {
// @formatter:on

	static final IssueForm EMPTY = new IssueForm("", "");

}
