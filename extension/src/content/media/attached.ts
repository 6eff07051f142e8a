/** Kinds that some systems have no type for. */
const pictureEnding = /\.(hei[cf]|hif|avif)$/iu;
/** A browser tells of the same files by several events, at once. */
const repeatedWithinMs = 1000;

/**
 * Calls back with the pictures and videos that the user puts into a box by choosing,
 * dropping or pasting, once each time and after the page has heard of it. `scopeOf` tells
 * from an event's path whose box it is, null where it is none. What a script of the page
 * fakes does not count. A file input that is not in the page is not heard. What is given
 * back listens in a shadow root too: not every browser lets all of these events out of one.
 */
export function watchAttached(
	scopeOf: (path: readonly EventTarget[]) => HTMLElement | null,
	attached: (box: HTMLElement, files: readonly File[]) => void,
	signal: AbortSignal,
): (root: EventTarget) => void {
	const last = new Last();
	const tell = quietly((box: HTMLElement, files: readonly File[]) => {
		if (!signal.aborted) attached(box, files);
	});
	const hear = quietly((event: Event) => {
		const files = event.isTrusted ? mediaOf(event) : [];
		const box = files.length > 0 ? scopeOf(event.composedPath()) : null;
		// The page comes first.
		if (box && !last.is(files, event.timeStamp)) setTimeout(() => tell(box, files));
	});
	const listen = (root: EventTarget) => {
		for (const type of ['input', 'change', 'drop', 'paste']) root.addEventListener(type, hear, {capture: true, passive: true, signal});
	};
	listen(window);
	return listen;
}

/** Keeps errors of ours from the page. */
function quietly<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
	return (...args) => {
		try {
			run(...args);
		} catch {
			// A reminder less; the page and the writer go on.
		}
	};
}

/** The files that were told of last. */
class Last {
	#files = '';
	#ms = -Infinity;

	/** Tells whether an event at `ms` is about the same files as one just before, and keeps them. */
	is(files: readonly File[], ms: number): boolean {
		const these = files.map(({name, size, lastModified}) => `${lastModified} ${size} ${name}`).join('\n');
		const repeated = these === this.#files && ms - this.#ms < repeatedWithinMs;
		this.#files = these;
		this.#ms = ms;
		return repeated;
	}
}

function mediaOf(event: Event): File[] {
	return [...filesOf(event)].filter(({type, name}) => /^(image|video)\//u.test(type) || pictureEnding.test(name));
}

function filesOf(event: Event): Iterable<File> {
	if (event.type === 'drop') return (event as DragEvent).dataTransfer?.files ?? [];
	if (event.type === 'paste') return pasted((event as ClipboardEvent).clipboardData);
	const [target] = event.composedPath();
	return target instanceof HTMLInputElement && target.type === 'file' ? target.files ?? [] : [];
}

/** Office programs copy a picture of the text along with the text, which is what the page takes. */
function pasted(data: DataTransfer | null): Iterable<File> {
	const isText = ['text/plain', 'text/html'].every(type => data?.types.includes(type));
	return isText ? [] : data?.files ?? [];
}
