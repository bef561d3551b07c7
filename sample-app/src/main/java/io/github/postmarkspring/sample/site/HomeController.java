package io.github.postmarkspring.sample.site;

import io.github.postmarkspring.sample.shop.Product;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("products", Product.values());
		return "home";
	}

}
