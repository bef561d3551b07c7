import { byId, current, fromTemplate } from "./dom.js";
import * as list from "./list.js";
import { render } from "./message.js";
import * as received from "./received.js";

const API = "/mailbox/api/messages";
const INTERVAL = 1500;

const pane = byId("message");
let version = "";
let shown = null;
let timer = 0;
let asking = false;

async function poll() {
	clearTimeout(timer);
	if (asking || document.hidden) {
		return;
	}
	asking = true;
	try {
		const response = await fetch(`${API}?since=${encodeURIComponent(version)}`, { cache: "no-store" });
		if (!response.ok) {
			throw new Error(`HTTP ${response.status}`);
		}
		const update = await response.json();
		const news = inbound() && await received.poll();
		state("Live", "live");
		if (news && inboundId() !== "new") {
			showInbound();
		}
		if (update.messages) {
			version = update.version;
			list.show(update.messages, update.total);
			byId("clear").disabled = list.isEmpty();
			document.title = update.total > 0 ? `Mailbox (${update.total})` : "Mailbox";
			if (!currentId() && !inbound()) {
				showNone();
			}
		}
	}
	catch {
		state("Not reachable", "lost");
	}
	finally {
		asking = false;
		if (!document.hidden) {
			timer = setTimeout(poll, INTERVAL);
		}
	}
}

function state(text, name) {
	byId("state").dataset.state = name;
	// Only a change is worth saying aloud.
	if (byId("state-text").textContent !== text) {
		byId("state-text").textContent = text;
	}
}

function currentId() {
	return /^#\/messages\/([0-9a-f-]{36})$/i.exec(location.hash)?.[1].toLowerCase() ?? null;
}

function inbound() {
	return /^#\/inbound(\/|$)/i.test(location.hash);
}

function inboundId() {
	return /^#\/inbound\/(new|[0-9a-f-]{36})$/i.exec(location.hash)?.[1].toLowerCase() ?? null;
}

async function showInbound() {
	const id = inboundId();
	let content;
	try {
		content = await received.open(id);
	}
	catch {
		state("Not reachable", "lost");
		content = fromTemplate("gone");
	}
	if (inbound() && inboundId() === id) {
		pane.replaceChildren(content);
	}
}

async function route() {
	const id = currentId();
	const box = inbound();
	document.body.dataset.view = id || inboundId() ? "message" : "list";
	document.body.dataset.box = box ? "received" : "sent";
	current(byId("box-sent"), !box);
	current(byId("box-received"), box);
	if (box) {
		shown = null;
		list.select(null);
		await showInbound();
		arrive();
		return;
	}
	list.select(id);
	if (!id) {
		shown = null;
		showNone();
		return;
	}
	if (id === shown) {
		return;
	}
	shown = id;
	let content;
	try {
		const response = await fetch(`${API}/${id}`, { cache: "no-store" });
		content = response.ok ? render(await response.json()) : fromTemplate("gone");
	}
	catch {
		state("Not reachable", "lost");
		content = fromTemplate("gone");
	}
	// Another message may have been chosen meanwhile.
	if (currentId() === id) {
		pane.replaceChildren(content);
		arrive();
	}
}

function arrive() {
	pane.scrollTop = 0;
	if (matchMedia("(max-width: 760px)").matches) {
		pane.focus({ preventScroll: true });
		scrollTo(0, 0);
	}
}

function showNone() {
	pane.replaceChildren(fromTemplate(list.isEmpty() ? "empty" : "unselected"));
	document.body.classList.toggle("is-empty", list.isEmpty());
	const baseUrl = byId("base-url");
	if (baseUrl) {
		baseUrl.textContent = location.origin;
	}
}

function armed(button) {
	return button.dataset.armed === "true";
}

function disarm(button) {
	button.dataset.armed = "false";
	button.textContent = "Clear";
}

byId("clear").addEventListener("click", async (event) => {
	const button = event.currentTarget;
	if (!armed(button)) {
		button.dataset.armed = "true";
		button.textContent = "Clear all?";
		return;
	}
	disarm(button);
	await fetch(API, { method: "DELETE" });
	location.hash = "#/";
	poll();
});
byId("clear").addEventListener("blur", (event) => disarm(event.currentTarget));
byId("filter").addEventListener("input", (event) => list.setFilter(event.target.value));
byId("skip").addEventListener("click", (event) => {
	event.preventDefault();
	pane.focus();
});

document.addEventListener("keydown", (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey) {
		return;
	}
	const typing = event.target === byId("filter");
	if (!typing && event.target.matches("input, textarea, select")) {
		return;
	}
	const inList = byId("list").contains(event.target);
	if (typing) {
		if (event.key === "Escape") {
			event.target.value = "";
			list.setFilter("");
			event.target.blur();
		}
		else if (event.key === "ArrowDown" || event.key === "Enter") {
			event.preventDefault();
			list.move(1);
		}
	}
	else if (inbound()) {
		return;
	}
	else if (event.key === "/") {
		event.preventDefault();
		byId("filter").focus();
	}
	else if (event.key === "j" || event.key === "k") {
		const target = list.move(event.key === "j" ? 1 : -1);
		target?.click();
	}
	else if (inList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
		event.preventDefault();
		list.move(event.key === "ArrowDown" ? 1 : -1);
	}
	else if (event.key === "Escape" && currentId()) {
		location.hash = "#/";
	}
});
document.addEventListener("visibilitychange", poll);
addEventListener("hashchange", route);
setInterval(() => document.hidden || [list, received].forEach((box) => box.refreshTimes()), 10000);

await poll();
route();
