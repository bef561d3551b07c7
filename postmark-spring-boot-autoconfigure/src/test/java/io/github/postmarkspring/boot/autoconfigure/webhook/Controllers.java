package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controllers of an application that takes webhooks itself, and has others that are open.
 */
@RestController
class Controllers {

	/** What reached a controller that is protected. */
	final List<String> reached = new CopyOnWriteArrayList<>();

	@PostMapping("/hooks/mine")
	String mine(@RequestBody String body) {
		return reach("mine", body);
	}

	/** At a path that is protected for some values of the variable. */
	@PostMapping("/hooks/all/{name}")
	String all(@PathVariable String name, @RequestBody String body) {
		return reach(name, body);
	}

	@PostMapping("/hooks/record")
	String record(@RequestBody Event event) {
		return reach("record", event.type());
	}

	@PostMapping("/hooks/reader")
	String reader(HttpServletRequest request) throws IOException {
		return reach("reader", String.join("\n", request.getReader().lines().toList()));
	}

	@PostMapping("/hooks/stream")
	String stream(HttpServletRequest request) throws IOException {
		return reach("stream", new String(request.getInputStream().readAllBytes()) + request.getContentLengthLong());
	}

	@PostMapping("/hooks/headers")
	List<String> headers(HttpServletRequest request) {
		List<String> headers = new ArrayList<>(Collections.list(request.getHeaderNames()));
		headers.add(String.valueOf(request.getHeader("Authorization")));
		headers.add(String.valueOf(request.getHeader("x-webhook-secret")));
		headers.addAll(Collections.list(request.getHeaders("AUTHORIZATION")));
		return headers;
	}

	@PostMapping("/hooks/fails")
	ResponseEntity<Void> fails() {
		reach("fails", "");
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
	}

	@PostMapping("/hooks/forwards")
	void forwards(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		request.getRequestDispatcher("/hooks/mine").forward(request, response);
	}

	@PostMapping("/open/forward")
	void forward(@RequestParam String to, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		request.getRequestDispatcher(to).forward(request, response);
	}

	@PostMapping("/open/include")
	void include(@RequestParam String to, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		request.getRequestDispatcher(to).include(request, response);
	}

	@GetMapping("/open/page")
	String page() {
		return "open";
	}

	@PostMapping("/open/form")
	String form(@RequestParam String field) {
		return field;
	}

	private String reach(String name, String body) {
		this.reached.add(name);
		return name + " " + body;
	}

	record Event(@com.fasterxml.jackson.annotation.JsonProperty("RecordType") String type) {

	}

}
