// Loads the content again when the shop has heard something new, but not under the hands of
// somebody who is writing.
const script = document.currentScript;
const live = () => document.querySelector('[data-live]');

if (live() && script) {
	let waiting = false;

	const load = async () => {
		waiting = false;
		if (live().querySelector('details[open]')) {
			return;
		}
		const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
		const page = response.ok ? await response.text() : '';
		const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-live]');
		if (fresh && fresh.innerHTML !== live().innerHTML) {
			live().replaceWith(fresh);
		}
	};

	new EventSource(script.dataset.changes).addEventListener('message', () => {
		if (!waiting) {
			waiting = true;
			setTimeout(load, 100);
		}
	});
}
