import { ago, badges, byId, element, fullTime, text } from "./dom.js";

const list = byId("list");
const rows = new Map();
let selected = null;
let words = [];
let total = 0;
let loaded = false;

export function show(messages, all) {
	const ids = new Set(messages.map((message) => message.id));
	for (const [id, row] of rows) {
		if (!ids.has(id)) {
			row.node.remove();
			rows.delete(id);
		}
	}
	// Rows that stay are not touched, so that focus and scroll position stay, too.
	let next = list.firstElementChild;
	for (const message of messages) {
		let row = rows.get(message.id);
		if (row && row.server !== message.server) {
			// Servers are named only if there are several, and can be renamed.
			const renamed = create(message, row.link.classList.contains("unseen"));
			next = row.node === next ? renamed.node : next;
			row.node.replaceWith(renamed.node);
			row = renamed;
			rows.set(message.id, row);
		}
		if (!row) {
			row = create(message, loaded);
			rows.set(message.id, row);
		}
		if (row.node === next) {
			next = next.nextElementSibling;
		}
		else {
			list.insertBefore(row.node, next);
		}
	}
	loaded = true;
	total = all;
	filter();
	mark();
}

function create(message, isNew) {
	const time = element("time", { datetime: message.receivedAt, title: fullTime(message.receivedAt) },
		ago(message.receivedAt));
	const files = message.attachmentCount;
	const link = element("a", { class: isNew ? "row unseen" : "row", href: `#/messages/${message.id}` },
		element("span", { class: "row-top" }, text(recipients(message), "row-to"), time),
		text(message.subject || "(no subject)", "row-subject"),
		message.preview ? text(message.preview, "row-preview") : null,
		element("span", { class: "row-foot" }, badges(message),
			files > 0 ? element("span", { class: "files" }, `${files} ${files === 1 ? "file" : "files"}`) : null));
	const haystack = [message.recipients, message.subject, message.tag, message.server, message.stream, message.preview,
		message.from.email, message.from.name].join("\n").toLowerCase();
	return { node: element("li", {}, link), link, time, haystack, server: message.server };
}

function recipients(message) {
	const to = message.to.map((address) => address.name ?? address.email).join(", ");
	return to || message.recipients;
}

export function setFilter(value) {
	words = value.toLowerCase().split(/\s+/).filter((word) => word);
	filter();
}

function filter() {
	let visible = 0;
	for (const row of rows.values()) {
		const matches = words.every((word) => row.haystack.includes(word));
		row.node.hidden = !matches;
		visible += matches ? 1 : 0;
	}
	byId("nothing").hidden = visible > 0 || rows.size === 0;
	byId("count").textContent = caption(visible);
}

function caption(visible) {
	if (rows.size === 0) {
		return "";
	}
	if (words.length > 0) {
		return `${visible} of ${rows.size} messages`;
	}
	if (total > rows.size) {
		return `The newest ${rows.size} of ${total} messages`;
	}
	return total === 1 ? "1 message" : `${total} messages`;
}

export function select(id) {
	selected = id;
	mark();
}

function mark() {
	for (const [id, row] of rows) {
		if (id === selected) {
			row.link.setAttribute("aria-current", "true");
			row.link.classList.remove("unseen");
		}
		else {
			row.link.removeAttribute("aria-current");
		}
	}
}

// Goes to the neighbour of the row that has the focus, or else of the selected one.
export function move(step) {
	const links = [...list.children].filter((node) => !node.hidden).map((node) => node.firstElementChild);
	const focused = links.indexOf(document.activeElement);
	const current = focused >= 0 ? focused : links.findIndex((link) => link.hasAttribute("aria-current"));
	const target = links[Math.min(Math.max(current + step, 0), links.length - 1)];
	if (target) {
		target.focus();
		target.scrollIntoView({ block: "nearest" });
	}
	return target;
}

export function refreshTimes() {
	for (const row of rows.values()) {
		row.time.textContent = ago(row.time.dateTime);
	}
}

export function isEmpty() {
	return rows.size === 0;
}
