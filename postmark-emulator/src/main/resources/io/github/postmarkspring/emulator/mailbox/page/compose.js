import { element, fromTemplate, post } from "./dom.js";

// What is written stays, when somebody looks at a mail in between.
let draft = null;

export function compose(box) {
	if (draft) {
		return draft;
	}
	const content = fromTemplate("compose");
	const form = content.querySelector("form");
	const said = content.querySelector(".said");
	form.elements.to.value = box?.address ?? "";
	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const button = form.querySelector("button[type=submit]");
		button.disabled = true;
		said.textContent = "";
		const answer = await send(form).catch(() => ({ error: "The file cannot be read." }));
		button.disabled = false;
		if (answer.error) {
			said.textContent = answer.error;
			return;
		}
		draft = null;
		location.hash = `#/inbound/${answer.id}`;
	});
	draft = element("div", { class: "compose" }, content);
	return draft;
}

async function send(form) {
	const fields = form.elements;
	const mail = { from: fields.from.value, to: addressed(fields.to.value, fields.hash.value.trim()),
		subject: fields.subject.value, text: fields.text.value };
	const file = fields.file.files[0];
	if (file) {
		mail.attachment = { name: file.name, contentType: file.type, content: await base64(file) };
	}
	let id = null;
	const error = await post("/mailbox/api/inbound", mail, (answer) => {
		id = answer.id;
	});
	return { error, id };
}

function addressed(to, hash) {
	return hash && !to.includes("+") ? to.replace(/@(?=[^@]*$)/, `+${hash}@`) : to;
}

function base64(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}
