package io.github.postmarkspring.sample.newsletter;

import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for whoever writes the newsletter. A real shop would ask for a login before it
 * shows it.
 */
@Controller
@RequestMapping("/newsletter")
class NewsletterController {

	private final Newsletter newsletter;

	private final Subscribers subscribers;

	NewsletterController(Newsletter newsletter, Subscribers subscribers) {
		this.newsletter = newsletter;
		this.subscribers = subscribers;
	}

	@ModelAttribute
	void whatThereIs(Model model) {
		model.addAttribute("subscribers", this.subscribers.count());
		model.addAttribute("issues", this.newsletter.newestFirst());
	}

	@GetMapping
	String page(Model model) {
		model.addAttribute("form", IssueForm.EMPTY);
		return "newsletter";
	}

	@PostMapping
	String send(@Valid @ModelAttribute("form") IssueForm form, BindingResult result) {
		if (result.hasErrors()) {
			return "newsletter";
		}
		this.newsletter.send(form);
		return "redirect:/newsletter";
	}

}
