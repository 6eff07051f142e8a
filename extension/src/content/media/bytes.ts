/** A part of a file, in bytes. */
export interface Part {
	start: number;
	end: number;
}

/**
 * Reads a part of a file, less where the file ends before. Firefox hands content scripts
 * buffers of the page's own kind, which libraries do not know; hence the copy.
 */
export async function bytesOf(file: Blob, {start, end}: Part): Promise<DataView> {
	const buffer = await file.slice(start, end).arrayBuffer();
	return new DataView(new Uint8Array(new Uint8Array(buffer)).buffer);
}

/** The four letters at `at` by which files name what follows. */
export function nameAt(view: DataView, at: number): string {
	return String.fromCharCode(...[0, 1, 2, 3].map(step => view.getUint8(at + step)));
}

/** The whole number of `size` bytes at `at`, highest byte first; 0 where it has none. */
export function numberAt(view: DataView, at: number, size: number): number {
	let value = 0;
	for (let step = 0; step < size; step++) value = value * 256 + view.getUint8(at + step);
	return value;
}
