import { element, fullTime, text } from "./dom.js";

const OUTCOMES = {
	ACCEPTED: ["taken", "good"],
	RETRIED: ["will be tried again", "wait"],
	DROPPED: ["given up", "bad"],
	EXHAUSTED: ["given up after the last retry", "bad"]
};

// What was posted to the application, the newest first.
export function attempts(list) {
	const section = element("section", { class: "activity-part" }, element("h3", {}, "Webhooks"));
	if (list.length === 0) {
		section.append(element("p", { class: "soft" }, "Nothing was posted."));
		return section;
	}
	const rows = element("ol", { class: "attempts" });
	for (const attempt of [...list].reverse()) {
		rows.append(row(attempt));
	}
	section.append(rows);
	return section;
}

function row(attempt) {
	const [words, mood] = OUTCOMES[attempt.outcome] ?? [attempt.outcome, "wait"];
	const result = attempt.status === null ? text(attempt.failure ?? "") : `HTTP ${attempt.status}`;
	return element("li", {},
		element("p", { class: "attempt-top" },
			element("span", { class: `badge ${mood}` }, result),
			element("strong", {}, attempt.event),
			element("span", {}, words),
			attempt.retry > 0 ? element("span", { class: "soft" }, `retry ${attempt.retry}`) : null,
			element("span", { class: "soft" }, `${attempt.milliseconds} ms`),
			element("time", { datetime: attempt.time }, fullTime(attempt.time))),
		text(attempt.address, "attempt-address"),
		attempt.answer ? element("pre", { class: "attempt-answer", dir: "auto" }, attempt.answer) : null);
}
