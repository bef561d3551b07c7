import { attempts } from "./attempts.js";
import { compose } from "./compose.js";
import { address, ago, byId, current, element, fromTemplate, fullTime, post, size, text } from "./dom.js";

const API = "/mailbox/api/inbound";

const MOODS = { Processed: "good", Failed: "bad", Blocked: "bad" };

const list = byId("received");
let version = "";
let box = null;
let selected = null;

export async function poll() {
	const response = await fetch(`${API}?since=${encodeURIComponent(version)}`, { cache: "no-store" });
	if (!response.ok) {
		throw new Error(`HTTP ${response.status}`);
	}
	const update = await response.json();
	if (update.messages) {
		version = update.version;
		box = update;
		show();
		return true;
	}
	return false;
}

function show() {
	list.replaceChildren(...box.messages.map((message) => element("li", {}, row(message))));
	document.body.classList.toggle("none-received", box.total === 0);
	byId("received-count").textContent = box.total === 1 ? "1 mail received" : `${box.total} mails received`;
	mark();
}

function row(message) {
	const files = message.attachmentCount;
	return element("a", { class: "row", href: `#/inbound/${message.id}` },
		element("span", { class: "row-top" }, text(message.from.name ?? message.from.email, "row-to"),
			element("time", { datetime: message.receivedAt, title: fullTime(message.receivedAt) }, ago(message.receivedAt))),
		text(message.subject || "(no subject)", "row-subject"),
		element("span", { class: "row-foot" }, badge(message.status),
			message.hash ? element("span", { class: "badge tag", title: "Mailbox hash" }, text(message.hash)) : null,
			files > 0 ? element("span", { class: "files" }, `${files} ${files === 1 ? "file" : "files"}`) : null));
}

function badge(status) {
	return element("span", { class: `badge ${MOODS[status] ?? "wait"}`, title: "State of the webhook" }, status);
}

function mark() {
	for (const item of list.children) {
		current(item.firstElementChild, item.firstElementChild.hash === `#/inbound/${selected}`);
	}
}

export function refreshTimes() {
	for (const time of list.querySelectorAll("time")) {
		time.textContent = ago(time.dateTime);
	}
}

// Returns what the right side of the page is to show.
export async function open(id) {
	selected = id;
	if (!box) {
		await poll();
	}
	mark();
	if (id === "new") {
		return compose(box);
	}
	if (id === null) {
		return nothing();
	}
	const response = await fetch(`${API}/${id}`, { cache: "no-store" });
	return response.ok ? mail(await response.json()) : fromTemplate("gone");
}

function nothing() {
	const content = fromTemplate("no-inbound");
	content.querySelector("code").textContent = box?.address ?? "";
	content.querySelector(".hook").textContent = box?.hook ? `It is posted to ${box.hook}.`
		: "The server has no InboundHookUrl, so it is posted nowhere.";
	return content;
}

function mail(message) {
	const article = element("article", { class: "message" });
	article.append(element("header", { class: "message-head" },
		element("a", { class: "back", href: "#/inbound" }, element("span", { "aria-hidden": "true" }, "‹"), " All mail received"),
		element("h2", { class: "subject", dir: "auto" }, message.subject || "(no subject)"),
		element("div", { class: "message-line" }, badge(message.status),
			element("time", { datetime: message.receivedAt }, fullTime(message.receivedAt)), retry(message)),
		fields(message)),
	element("div", { class: "panel plain" },
		element("pre", { dir: "auto", "aria-label": "The text of the mail" }, message.text),
		attempts(message.attempts)));
	return article;
}

function retry(message) {
	if (message.status !== "Failed") {
		return null;
	}
	const button = element("button", { type: "button", class: "button small" }, "Try again");
	button.addEventListener("click", async () => {
		button.disabled = true;
		const error = await post(`${API}/${message.id}/retry`, {});
		button.disabled = false;
		button.textContent = error ?? "Try again";
	});
	return button;
}

function fields(message) {
	const rows = element("dl", { class: "fields" });
	const add = (name, values) => {
		if (values.length > 0) {
			rows.append(element("div", {}, element("dt", {}, name), element("dd", {}, ...values)));
		}
	};
	add("From", [address(message.from)]);
	add("To", message.to.map(address));
	add("Blocked", message.blockedReason ? [text(message.blockedReason)] : []);
	add("Files", message.attachments.map((file) => text(`${file.name} (${size(file.size)})`, "address")));
	return rows;
}
