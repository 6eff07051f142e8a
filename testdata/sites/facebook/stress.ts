/** A feed that never rests: what an extension that watches the page has to bear. */

/** Elements added each second, and how many of them may be there at once. */
const perSecond = 1000;
const most = 3000;
const everyMs = 100;
/** Elements of one made-up post, itself included. */
const perPost = 10;

function postOf(count: number): HTMLElement {
	const post = document.createElement('div');
	post.setAttribute('role', 'article');
	for (let part = 1; part < perPost; part++) {
		const line = document.createElement('span');
		line.textContent = `Post ${count}, part ${part}. `;
		post.append(line);
	}
	return post;
}

/** Adds nodes to `place` and takes the oldest away; gives what stops it. */
export function startStress(place: HTMLElement): () => void {
	let count = 0;
	const timer = setInterval(() => {
		for (let added = 0; added < (perSecond * everyMs) / 1000; added += perPost) place.append(postOf(++count));
		while (place.childElementCount * perPost > most) place.firstElementChild?.remove();
	}, everyMs);
	return () => clearInterval(timer);
}
