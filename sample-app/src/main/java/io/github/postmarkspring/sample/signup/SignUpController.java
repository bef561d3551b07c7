package io.github.postmarkspring.sample.signup;

import java.util.UUID;

import io.github.postmarkspring.sample.mail.SentMails;
import io.github.postmarkspring.sample.mail.ShopMail;
import io.github.postmarkspring.sample.newsletter.Subscribers;
import io.github.postmarkspring.sample.shop.Customer;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/sign-up")
class SignUpController {

	private final ShopMail mail;

	private final SentMails sentMails;

	private final Subscribers subscribers;

	SignUpController(ShopMail mail, SentMails sentMails, Subscribers subscribers) {
		this.mail = mail;
		this.sentMails = sentMails;
		this.subscribers = subscribers;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", Customer.UNKNOWN);
		return "sign-up";
	}

	@PostMapping
	String signUp(@Valid @ModelAttribute("form") Customer customer, BindingResult result, RedirectAttributes redirect) {
		if (result.hasErrors()) {
			return "sign-up";
		}
		this.subscribers.add(customer);
		redirect.addAttribute("mail", this.mail.welcome(customer).id());
		return "redirect:/sign-up/done";
	}

	@GetMapping("/done")
	String done(@RequestParam UUID mail, Model model) {
		model.addAttribute("mail", this.sentMails.find(mail));
		return "signed-up";
	}

}
