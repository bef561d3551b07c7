package io.github.postmarkspring.sample.letter;

import io.github.postmarkspring.client.inbound.InboundAddress;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.sample.mail.SentMail;
import io.github.postmarkspring.sample.mail.ShopMail;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/letters")
class LetterController {

	private static final int MAX_ANSWER = 10_000;

	private final Letters letters;

	private final ShopMail mail;

	LetterController(Letters letters, ShopMail mail) {
		this.letters = letters;
		this.mail = mail;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("letters", this.letters.newestFirst());
		return "letters";
	}

	@PostMapping("/{id}/answer")
	String answer(@PathVariable String id, @RequestParam String text, RedirectAttributes redirect) {
		Letter letter = this.letters.find(id);
		if (letter == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		if (text.isBlank() || text.length() > MAX_ANSWER) {
			redirect.addFlashAttribute("problem", "Please write an answer of up to 10,000 characters.");
			return "redirect:/letters";
		}
		SentMail answer = this.mail.answer(address(letter.from()), letter.subject(), text, letter.messageId());
		redirect.addFlashAttribute("answer", answer);
		return "redirect:/letters";
	}

	private static EmailAddress address(InboundAddress from) {
		String address = (from.email() != null) ? from.email() : "";
		return (from.name() != null && !from.name().isBlank()) ? new EmailAddress(address, from.name())
				: new EmailAddress(address, null);
	}

}
