import {bytesOf, nameAt, numberAt, type Part} from './bytes.js';
import {exifInMeta} from './heif.js';

/** No block of metadata is larger, except in files that are not what they claim. */
const mostBlockBytes = 1 << 20;
/** The pieces of a picture whose heads are read; a picture of 60 MB has 8,000. */
const mostPieces = 10_000;

/** How a format strings its pieces together. */
interface Chain {
	/** Where the first piece begins. */
	first: number;
	/** The piece that is looked for. */
	wanted: string;
	/** What the head of a piece says: its name, where its content begins and where the next piece begins, in bytes from the head. */
	head(view: DataView): {name: string; content: number; next: number};
}

const png: Chain = {
	first: 8,
	wanted: 'eXIf',
	// A checksum follows the content.
	head: view => ({name: nameAt(view, 4), content: 8, next: view.getUint32(0) + 12}),
};

const webp: Chain = {
	first: 12,
	wanted: 'EXIF',
	// Pieces begin at even places.
	head: view => ({name: nameAt(view, 0), content: 8, next: 8 + view.getUint32(4, true) + (view.getUint32(4, true) & 1)}),
};

/** HEIC, HEIF and AVIF. */
const heif: Chain = {
	first: 0,
	wanted: 'meta',
	head: view => {
		const [short, name] = [view.getUint32(0), nameAt(view, 4)];
		return short === 1 ? {name, content: 16, next: numberAt(view, 8, 8)} : {name, content: 8, next: short};
	},
};

/**
 * The EXIF block of a PNG, WebP, HEIC, AVIF or TIFF file that starts with these 16 bytes,
 * from its byte order on; null where there is none. Reads the heads of the pieces and the
 * block, but all of a TIFF file: what belongs together there may stand anywhere.
 */
export async function exifBlock(file: File, start: DataView): Promise<DataView | null> {
	if (start.getUint32(0) === 0x89504e47) return blockOf(file, await findPiece(file, png));
	if (nameAt(start, 0) === 'RIFF' && nameAt(start, 8) === 'WEBP') return blockOf(file, await findPiece(file, webp));
	if (nameAt(start, 4) === 'ftyp') return blockOf(file, await exifInHeif(file));
	return isTiff(start) ? bytesOf(file, {start: 0, end: file.size}) : null;
}

function isTiff(view: DataView): boolean {
	return ['II*\0', 'MM\0*'].includes(nameAt(view, 0));
}

async function findPiece(file: File, {first, wanted, head}: Chain): Promise<Part | null> {
	let at = first;
	for (let count = 0; count < mostPieces; count++) {
		const view = await bytesOf(file, {start: at, end: at + 16});
		if (view.byteLength < 16) return null;
		const {name, content, next} = head(view);
		if (name === wanted) return {start: at + content, end: at + next};
		// A piece without length goes on to the end of the file.
		if (next < 8) return null;
		at += next;
	}
	return null;
}

async function exifInHeif(file: File): Promise<Part | null> {
	const meta = await findPiece(file, heif);
	if (!meta || meta.end - meta.start > mostBlockBytes) return null;
	const part = exifInMeta(await bytesOf(file, meta), meta.start);
	if (!part) return null;
	// Says first how many bytes stand before the block.
	const before = await bytesOf(file, {start: part.start, end: part.start + 4});
	return {...part, start: part.start + 4 + before.getUint32(0)};
}

async function blockOf(file: File, part: Part | null): Promise<DataView | null> {
	if (!part || part.end - part.start > mostBlockBytes) return null;
	const view = await bytesOf(file, part);
	// Some programs write it as it stands in a JPEG file, with six bytes before it.
	return nameAt(view, 0) === 'Exif' ? new DataView(view.buffer, 6) : view;
}
