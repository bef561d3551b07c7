import { attempts } from "./attempts.js";
import { element, fullTime, post, text } from "./dom.js";

const INTERVAL = 1500;

const ACTIONS = [["open", "Open"], ["click", "Click"], ["bounce", "Bounce"], ["soft-bounce", "Soft bounce"],
	["complain", "Complain"], ["unsubscribe", "Unsubscribe"]];

// The buttons stay, what became of the message is asked for as long as it is on the page.
export function activity(message) {
	const address = `/mailbox/api/messages/${message.id}/activity`;
	const happened = element("div", {}, element("p", { class: "soft" }, "Loading…"));
	const said = element("p", { class: "said", role: "status" });
	let last = "";

	async function refresh() {
		const response = await fetch(address, { cache: "no-store" });
		const body = response.ok ? await response.text() : last;
		if (body !== last) {
			last = body;
			const news = JSON.parse(body);
			happened.replaceChildren(events(news.events), attempts(news.attempts));
		}
	}

	async function act(action, recipient, link) {
		said.textContent = await post(address, { action, recipient, link }) ?? "";
		await refresh().catch(() => {});
	}

	async function keepUp() {
		if (!document.hidden) {
			await refresh().catch(() => {});
		}
		setTimeout(() => happened.isConnected && keepUp(), INTERVAL);
	}

	keepUp();
	return [buttons(message, act), said, happened];
}

function buttons(message, act) {
	const section = element("section", { class: "activity-part" }, element("h3", {}, "What recipients do"));
	let choice = null;
	if (message.links.length > 1) {
		choice = element("select", { id: "link" }, ...message.links.map((link) => element("option", { value: link }, link)));
		section.append(element("p", { class: "link-choice" }, element("label", { for: "link" }, "Link to click on"), choice));
	}
	const list = element("ul", { class: "recipients" });
	for (const recipient of message.recipients) {
		const group = element("span", { class: "actions", role: "group", "aria-label": `As ${recipient}` });
		for (const [action, name] of ACTIONS) {
			const button = element("button", { type: "button", class: "button small",
				disabled: action === "click" && message.links.length === 0 }, name);
			button.addEventListener("click", () => act(action, recipient, choice ? choice.value : message.links[0]));
			group.append(button);
		}
		list.append(element("li", {}, text(recipient, "recipient"), group));
	}
	section.append(list);
	return section;
}

function events(list) {
	const section = element("section", { class: "activity-part" }, element("h3", {}, "What happened"));
	const rows = element("ol", { class: "events" });
	for (const event of [...list].reverse()) {
		rows.append(element("li", {},
			element("strong", {}, event.type), text(event.recipient),
			event.detail ? text(event.detail, "soft") : null,
			element("time", { datetime: event.time }, fullTime(event.time))));
	}
	section.append(list.length > 0 ? rows : element("p", { class: "soft" }, "Nothing yet."));
	return section;
}
