// Everything here ends up as text: no string is ever parsed as markup.

export function element(name, attributes = {}, ...children) {
	const node = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value === true) {
			node.setAttribute(key, "");
		}
		else if (value !== false && value !== null && value !== undefined) {
			node.setAttribute(key, value);
		}
	}
	node.append(...children.filter((child) => child !== null && child !== undefined));
	return node;
}

export function byId(id) {
	return document.getElementById(id);
}

export function fromTemplate(id) {
	return byId(id).content.cloneNode(true);
}

export function current(node, is) {
	if (is) {
		node.setAttribute("aria-current", "true");
	}
	else {
		node.removeAttribute("aria-current");
	}
}

// A stranger's text keeps its own direction and does not turn that of its neighbours.
export function text(value, className) {
	return element("bdi", { class: className }, value);
}

export function address(value) {
	return element("span", { class: "address" },
		value.name ? text(value.name, "address-name") : null, text(value.email, "address-email"));
}

export function badges(message) {
	const box = element("span", { class: "badges" });
	if (message.server) {
		box.append(element("span", { class: "badge server", title: "Server" }, text(message.server)));
	}
	if (message.stream) {
		box.append(element("span", { class: "badge stream", title: "Message stream" }, message.stream));
	}
	if (message.tag) {
		box.append(element("span", { class: "badge tag", title: "Tag" }, text(message.tag)));
	}
	return box;
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "narrow" });

export function ago(iso) {
	const seconds = Math.round((Date.now() - Date.parse(iso)) / 1000);
	if (seconds < 10) {
		return "now";
	}
	if (seconds < 60) {
		return relative.format(-seconds, "second");
	}
	if (seconds < 3600) {
		return relative.format(-Math.floor(seconds / 60), "minute");
	}
	if (seconds < 86400) {
		return relative.format(-Math.floor(seconds / 3600), "hour");
	}
	return relative.format(-Math.floor(seconds / 86400), "day");
}

export function fullTime(iso) {
	return new Date(iso).toLocaleString("en", { dateStyle: "medium", timeStyle: "medium" });
}

export function size(bytes) {
	if (bytes < 1024) {
		return `${bytes} B`;
	}
	const kilobytes = bytes / 1024;
	return kilobytes < 1024 ? `${kilobytes.toFixed(kilobytes < 10 ? 1 : 0)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

// Gives an order, and returns what went wrong with it, if anything did.
export async function post(address, body, done = () => {}) {
	let response;
	try {
		response = await fetch(address, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(body)
		});
	}
	catch {
		return "The emulator is not reachable.";
	}
	const answer = await response.json().catch(() => ({}));
	if (!response.ok) {
		return answer.Message ?? `That did not work: HTTP ${response.status}.`;
	}
	done(answer);
	return null;
}
