/** A feed that never rests, for measuring what watching it costs. */

const postsPerTick = 5;
const tickMs = 50;
const mostPosts = 300;

/** One post of ten nodes, its texts included. */
function makePost(number: number): HTMLElement {
	const post = document.createElement('div');
	post.setAttribute('role', 'listitem');
	post.setAttribute('componentkey', `stress-${number}`);
	const text = document.createElement('div');
	text.dataset.testid = 'expandable-text-box';
	const line = document.createElement('p');
	const span = document.createElement('span');
	span.append(`Gauge reading ${number}.`);
	line.append(span, document.createElement('br'), 'Nothing else to report.');
	text.append(line);
	const button = document.createElement('button');
	button.append('Like');
	post.append(text, button);
	post.append(document.createElement('hr'));
	return post;
}

/** Adds 1,000 nodes a second to `place`, at most 3,000 of which live; gives back what ends it. */
export function startStress(place: HTMLElement): () => void {
	let number = 0;
	const timer = setInterval(() => {
		for (let count = 0; count < postsPerTick; count++) place.append(makePost(++number));
		while (place.childElementCount > mostPosts) place.firstElementChild?.remove();
	}, tickMs);
	return () => clearInterval(timer);
}
