package io.github.postmarkspring.sample.mail;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SentMailController {

	private final SentMails sentMails;

	SentMailController(SentMails sentMails) {
		this.sentMails = sentMails;
	}

	@GetMapping("/sent-mail")
	String list(Model model) {
		model.addAttribute("mails", this.sentMails.newestFirst());
		return "sent-mail";
	}

}
