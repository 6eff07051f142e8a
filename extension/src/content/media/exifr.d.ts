// What we use of exifr 7.1.3's own modules, which come without types.

declare module 'exifr/src/options.mjs' {
	export class Options {
		constructor(wanted: Record<string, unknown>);
	}
}

declare module 'exifr/src/util/BufferView.mjs' {
	export class BufferView {
		constructor(bytes: DataView);
		readonly byteLength: number;
	}
}

declare module 'exifr/src/segment-parsers/tiff-exif.mjs' {
	import type {Options} from 'exifr/src/options.mjs';

	export interface TiffParsers {
		tiff?: TiffExif;
	}

	/** Reads the tags of an EXIF block, and registers itself for what JpegFileParser finds. */
	export class TiffExif {
		constructor(block: DataView, options: Options, file: {readonly byteLength: number});
		parse(): Promise<{gps?: {latitude?: number; longitude?: number}}>;
	}
}

declare module 'exifr/src/file-parsers/jpeg.mjs' {
	import type {Options} from 'exifr/src/options.mjs';
	import type {TiffParsers} from 'exifr/src/segment-parsers/tiff-exif.mjs';
	import type {BufferView} from 'exifr/src/util/BufferView.mjs';

	/** Finds the segments that are wanted, and leaves a parser for each in `parsers`. */
	export class JpegFileParser {
		constructor(options: Options, file: BufferView, parsers: TiffParsers);
		parse(): Promise<void>;
	}
}
