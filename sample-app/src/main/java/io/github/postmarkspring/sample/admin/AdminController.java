package io.github.postmarkspring.sample.admin;

import java.util.List;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.domain.DomainSummary;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.server.ServerQuery;
import io.github.postmarkspring.client.template.TemplateQuery;
import io.github.postmarkspring.client.template.TemplateSummary;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages for whoever looks after the account. They exist only when there is an account
 * token, and a real shop would ask for a login before it shows them.
 */
@Controller
@RequestMapping("/admin")
class AdminController {

	/**
	 * As many as a page of the shop can show. A longer list would be paged.
	 */
	private static final int SHOWN = 100;

	private final ObjectProvider<PostmarkAccountClient> accounts;

	private final PreviewRenderer previews;

	AdminController(ObjectProvider<PostmarkAccountClient> accounts, PreviewRenderer previews) {
		this.accounts = accounts;
		this.previews = previews;
	}

	@GetMapping
	String account(Model model) {
		PostmarkAccountClient account = account();
		List<ServerRow> servers = account.servers()
			.list(ServerQuery.create().count(SHOWN))
			.items()
			.stream()
			.map(ServerRow::of)
			.toList();
		List<DomainSummary> domains = account.domains().list(ListQuery.create().count(SHOWN)).items();
		model.addAttribute("servers", servers);
		model.addAttribute("domains", domains);
		return "admin";
	}

	@GetMapping("/servers/{serverId}")
	String server(@PathVariable long serverId, Model model) {
		PostmarkAccountClient account = account();
		List<TemplateSummary> templates = account.serverClient(serverId)
			.templates()
			.list(TemplateQuery.create().count(SHOWN))
			.items();
		model.addAttribute("server", ServerRow.of(account.servers().get(serverId)));
		model.addAttribute("templates", templates);
		model.addAttribute("exampleAlias", ExampleLetter.ALIAS);
		return "admin-server";
	}

	@PostMapping("/servers/{serverId}/example")
	String addExample(@PathVariable long serverId) {
		long template = account().serverClient(serverId).templates().create(ExampleLetter.template()).templateId();
		return "redirect:/admin/servers/" + serverId + "/templates/" + template;
	}

	@GetMapping("/servers/{serverId}/templates/{templateId}")
	String template(@PathVariable long serverId, @PathVariable long templateId,
			@RequestParam(defaultValue = "") String model, Model page) {
		PostmarkAccountClient account = account();
		page.addAttribute("server", ServerRow.of(account.servers().get(serverId)));
		page.addAttribute("preview",
				this.previews.render(account.serverClient(serverId).templates(), templateId, model));
		return "admin-template";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_GATEWAY)
	String refused(PostmarkException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "admin-refused";
	}

	private PostmarkAccountClient account() {
		PostmarkAccountClient account = this.accounts.getIfAvailable();
		if (account == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return account;
	}

}
