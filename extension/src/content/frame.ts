/**
 * Gives a function that has `run` called once in the next frame, however often it is asked
 * before: the layout is looked at once, when all who listen have heard of what changed it.
 */
export function inNextFrame(run: () => void): () => void {
	let asked = false;
	const frame = () => {
		asked = false;
		run();
	};
	return () => {
		if (!asked) requestAnimationFrame(frame);
		asked = true;
	};
}
