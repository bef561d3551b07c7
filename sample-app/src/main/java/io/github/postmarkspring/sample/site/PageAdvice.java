package io.github.postmarkspring.sample.site;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.sample.mailbox.Mailbox;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page where mail goes, and takes the spaces from around what people type.
 */
@ControllerAdvice
class PageAdvice {

	private final @Nullable Mailbox mailbox;

	private final PostmarkConnectionDetails postmark;

	private final boolean hasAccount;

	PageAdvice(ObjectProvider<Mailbox> mailbox, PostmarkConnectionDetails postmark,
			ObjectProvider<PostmarkAccountClient> account) {
		this.mailbox = mailbox.getIfAvailable();
		this.hasAccount = account.getIfAvailable() != null;
		this.postmark = postmark;
	}

	@ModelAttribute
	void tellWhereMailGoes(Model model) {
		model.addAttribute("mailbox", this.mailbox);
		model.addAttribute("postmarkHost", this.postmark.baseUrl().getAuthority());
		model.addAttribute("hasAccount", this.hasAccount);
	}

	@InitBinder
	void trimText(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
	}

}
