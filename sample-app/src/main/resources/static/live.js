// Loads the content again when the shop has heard something new, unless somebody is writing.
const page = document.querySelector('main[data-live]');
const script = document.currentScript;
if (page && script) {
	let shown = page;
	let waiting = false;
	const load = async () => {
		waiting = false;
		if (shown.contains(document.activeElement) && document.activeElement.matches('textarea, input')) {
			return;
		}
		const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
		if (response.ok) {
			const text = await response.text();
			const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
			if (fresh && fresh.innerHTML !== shown.innerHTML) {
				shown.replaceWith(fresh);
				shown = fresh;
			}
		}
	};
	new EventSource(script.dataset.changes).addEventListener('message', () => {
		if (!waiting) {
			waiting = true;
			setTimeout(load, 100);
		}
	});
}
