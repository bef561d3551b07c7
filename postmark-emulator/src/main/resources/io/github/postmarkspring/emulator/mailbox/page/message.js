import { activity } from "./activity.js";
import { address, badges, element, fullTime, size, text } from "./dom.js";

let preferred = "HTML";

export function render(message) {
	const article = element("article", { class: "message" });
	article.append(heading(message), tabs(message));
	return article;
}

function heading(message) {
	return element("header", { class: "message-head" },
		element("a", { class: "back", href: "#/" }, element("span", { "aria-hidden": "true" }, "‹"), " All messages"),
		element("h2", { class: "subject", dir: "auto" }, message.subject || "(no subject)"),
		element("div", { class: "message-line" }, badges(message),
			element("time", { datetime: message.receivedAt }, fullTime(message.receivedAt))),
		fields(message), files(message));
}

function fields(message) {
	const list = element("dl", { class: "fields" });
	const add = (name, values) => {
		if (values.length > 0) {
			list.append(element("div", {}, element("dt", {}, name), element("dd", {}, ...values)));
		}
	};
	add("From", [address(message.from)]);
	add("To", message.to.map(address));
	add("Cc", message.cc.map(address));
	add("Bcc", message.bcc.map(address));
	add("Reply to", message.replyTo.map(address));
	add("Metadata", message.metadata.map((pair) => element("span", { class: "pair" },
		text(pair.name, "pair-name"), text(pair.value))));
	return list;
}

function files(message) {
	if (message.attachments.length === 0) {
		return null;
	}
	const list = element("ul", { class: "attachments", "aria-label": "Attachments" });
	message.attachments.forEach((file, index) => {
		list.append(element("li", {}, element("a", {
			href: `/mailbox/api/messages/${message.id}/attachments/${index}`,
			download: true,
			title: file.contentType
		}, text(file.name, "file-name"),
		element("span", { class: "file-size" }, `${file.inline ? "inline, " : ""}${size(file.size)}`))));
	});
	return list;
}

function tabs(message) {
	const views = [];
	if (message.html) {
		views.push(["HTML", () => html(message)]);
	}
	if (message.text !== null) {
		views.push(["Text", () => source(linked(message.text), "The text of the message")]);
	}
	views.push(["Headers", () => headers(message)]);
	views.push(["Activity", () => activity(message)]);
	views.push(["JSON", () => source([message.json], "The JSON that was sent")]);

	const bar = element("div", { class: "tabs", role: "tablist", "aria-label": "Views of the message" });
	const panel = element("div", { class: "panel", role: "tabpanel", id: "panel", tabindex: "0" });
	const buttons = views.map(([name, view]) => {
		const button = element("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "panel" }, name);
		button.addEventListener("click", () => {
			preferred = name;
			open(name, view);
		});
		bar.append(button);
		return button;
	});
	bar.addEventListener("keydown", (event) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (step) {
			const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
			next.focus();
			next.click();
		}
	});

	function open(name, view) {
		for (const button of buttons) {
			const active = button.id === `tab-${name}`;
			button.setAttribute("aria-selected", String(active));
			button.tabIndex = active ? 0 : -1;
		}
		panel.setAttribute("aria-labelledby", `tab-${name}`);
		panel.replaceChildren(...view());
		panel.classList.toggle("framed", name === "HTML");
		panel.scrollTop = 0;
	}

	open(...(views.find(([name]) => name === preferred) ?? views[0]));
	return element("div", { class: "views" }, bar, panel);
}

function html(message) {
	const address = `/mailbox/api/messages/${message.id}/html`;
	// The document's own headers forbid the same and more; this holds if they should fail.
	const frame = element("iframe", {
		title: "The message as HTML",
		sandbox: "allow-popups allow-popups-to-escape-sandbox",
		referrerpolicy: "no-referrer",
		src: address
	});
	if (!message.remoteImages) {
		return [frame];
	}
	const button = element("button", { type: "button", class: "button small" }, "Load remote images");
	const notice = element("div", { class: "notice" }, element("p", {}, "Remote images are not loaded."), button);
	button.addEventListener("click", () => {
		frame.src = `${address}?remoteImages=true`;
		notice.remove();
		frame.focus();
	});
	return [notice, frame];
}

function headers(message) {
	const body = element("tbody");
	for (const header of message.headers) {
		body.append(element("tr", {}, element("th", { scope: "row" }, header.name), element("td", {}, text(header.value))));
	}
	return [element("table", { class: "headers" }, element("caption", { class: "visually-hidden" }, "Headers"), body)];
}

function source(parts, label) {
	return [element("pre", { dir: "auto", "aria-label": label }, ...parts)];
}

// Only what is plainly a web address, and as an address that is shown in full.
function linked(value) {
	return value.split(/(https?:\/\/[^\s<>"']{1,2000})/).map((part, index) => index % 2 === 0 ? part
		: element("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part));
}
