import {nameAt, numberAt, type Part} from './bytes.js';

/** A box of a HEIC or AVIF file: its name, and where its content stands in the view. */
interface Box extends Part {
	name: string;
}

/**
 * Tells from the content of a HEIC or AVIF file's box `meta`, which begins at `metaStart`
 * in the file, where in the file the EXIF data stands; null where it has none.
 */
export function exifInMeta(meta: DataView, metaStart: number): Part | null {
	// Its first four bytes are a version and flags.
	const inside = [...boxes(meta, {start: 4, end: meta.byteLength})];
	const box = (name: string) => inside.find(one => one.name === name);
	const [items, places, data] = [box('iinf'), box('iloc'), box('idat')];
	const item = items && exifItem(meta, items);
	if (item === undefined || !places) return null;
	const from = {file: 0, box: data && metaStart + data.start};
	return placeOf(meta, places, item, from);
}

function* boxes(view: DataView, {start, end}: Part): Generator<Box> {
	for (let at = start; at + 8 <= end;) {
		const length = view.getUint32(at);
		if (length < 8) return;
		yield {name: nameAt(view, at + 4), start: at + 8, end: Math.min(at + length, end)};
		at += length;
	}
}

/** The number of the item that is EXIF data. */
function exifItem(view: DataView, {start, end}: Part): number | undefined {
	const countSize = view.getUint8(start) === 0 ? 2 : 4;
	for (const box of boxes(view, {start: start + 4 + countSize, end})) {
		const idSize = view.getUint8(box.start) === 3 ? 4 : 2;
		if (nameAt(view, box.start + 4 + idSize + 2) === 'Exif') return numberAt(view, box.start + 4, idSize);
	}
	return undefined;
}

/** Where an item stands in the file; of one in several pieces the first, which holds the directories. */
function placeOf(view: DataView, {start}: Part, wanted: number, from: {file: number; box: number | undefined}): Part | null {
	let at = start + 4;
	const take = (size: number) => numberAt(view, (at += size) - size, size);
	const version = view.getUint8(start);
	const [offsets, bases] = [take(1), take(1)];
	const [offsetSize, lengthSize, baseSize] = [offsets >> 4, offsets & 15, bases >> 4];
	const indexSize = version === 0 ? 0 : bases & 15;
	for (let left = take(version < 2 ? 2 : 4); left > 0; left--) {
		const id = take(version < 2 ? 2 : 4);
		const isInBox = version > 0 && (take(2) & 15) === 1;
		// What follows the number of another file, which is not used.
		const base = (take(2), take(baseSize));
		const pieces = take(2);
		if (id !== wanted) {
			at += pieces * (indexSize + offsetSize + lengthSize);
			continue;
		}
		take(indexSize);
		const origin = isInBox ? from.box : from.file;
		if (pieces === 0 || origin === undefined) return null;
		const first = origin + base + take(offsetSize);
		return {start: first, end: first + take(lengthSize)};
	}
	return null;
}
