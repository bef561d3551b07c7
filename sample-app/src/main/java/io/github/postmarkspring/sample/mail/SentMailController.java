package io.github.postmarkspring.sample.mail;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SentMailController {

	private final SentMails sentMails;

	private final MailHistory history;

	SentMailController(SentMails sentMails, MailHistory history) {
		this.sentMails = sentMails;
		this.history = history;
	}

	@GetMapping("/sent-mail")
	String list(Model model) {
		model.addAttribute("mails", this.sentMails.newestFirst().stream().map(this::tracked).toList());
		return "sent-mail";
	}

	private TrackedMail tracked(SentMail mail) {
		String messageId = mail.outcome().messageId();
		return new TrackedMail(mail, (messageId != null) ? this.history.of(messageId) : List.of());
	}

}
