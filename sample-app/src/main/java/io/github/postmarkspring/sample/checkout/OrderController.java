package io.github.postmarkspring.sample.checkout;

import java.util.UUID;

import io.github.postmarkspring.sample.mail.SentMails;
import io.github.postmarkspring.sample.mail.ShopMail;
import io.github.postmarkspring.sample.shop.Order;
import io.github.postmarkspring.sample.shop.Product;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/orders")
class OrderController {

	private final Orders orders;

	private final ShopMail mail;

	private final SentMails sentMails;

	OrderController(Orders orders, ShopMail mail, SentMails sentMails) {
		this.orders = orders;
		this.mail = mail;
		this.sentMails = sentMails;
	}

	@ModelAttribute("products")
	Product[] products() {
		return Product.values();
	}

	@GetMapping("/new")
	String form(@RequestParam(defaultValue = "HARBOUR_FOG") Product product, Model model) {
		model.addAttribute("form", OrderForm.of(product));
		return "order-form";
	}

	@PostMapping
	String place(@Valid @ModelAttribute("form") OrderForm form, BindingResult result, RedirectAttributes redirect) {
		if (result.hasErrors()) {
			return "order-form";
		}
		Order order = this.orders.place(form.customer(), form.product(), form.quantity());
		redirect.addAttribute("id", order.id());
		redirect.addAttribute("mail", this.mail.receipt(order).id());
		return "redirect:/orders/{id}";
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @RequestParam UUID mail, Model model) {
		Order order = this.orders.find(id);
		if (order == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("order", order);
		model.addAttribute("mail", this.sentMails.find(mail));
		return "order";
	}

}
