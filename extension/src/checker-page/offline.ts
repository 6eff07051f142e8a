/** Keeps the page for visits without a connection; see sw.ts. Tells whether that worked: a private window may allow none of it. */
export async function keepOffline(): Promise<boolean> {
	try {
		const registration = await navigator.serviceWorker.register('sw.js', {scope: './', updateViaCache: 'none'});
		return await becomesActive(registration.active ?? registration.installing ?? registration.waiting);
	} catch {
		return false;
	}
}

/** Not `ready`, which never comes where the first installation fails. */
function becomesActive(worker: ServiceWorker | null): Promise<boolean> {
	return new Promise(resolve => {
		const look = () => {
			if (worker?.state === 'activated') resolve(true);
			if (!worker || worker.state === 'redundant') resolve(false);
		};
		worker?.addEventListener('statechange', look);
		look();
	});
}
