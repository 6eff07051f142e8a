import {JpegFileParser} from 'exifr/src/file-parsers/jpeg.mjs';
import {Options} from 'exifr/src/options.mjs';
import {TiffExif, type TiffParsers} from 'exifr/src/segment-parsers/tiff-exif.mjs';
import {BufferView} from 'exifr/src/util/BufferView.mjs';
import {bytesOf} from './bytes.js';
import {exifBlock} from './exif-block.js';

/** Sites take no pictures that are larger. */
const mostFileBytes = 64 << 20;
/** In JPEG files EXIF stands at the beginning, in a segment of 64 KB at most. */
const jpegStartBytes = 256 << 10;

/** Latitude and longitude with their directions: nothing else is read. */
const options = new Options({
	ifd0: false, exif: false, gps: [1, 2, 3, 4], interop: false, ifd1: false,
	translateKeys: false, translateValues: false, mergeOutput: false,
});

/**
 * Tells whether a picture carries the coordinates of where it was taken: JPEG, HEIC, AVIF,
 * PNG, WebP or TIFF with EXIF data. What is broken, huge or no picture is `false`. Nothing
 * but the answer is kept, and nothing leaves this function.
 */
export async function hasCoordinates(file: File): Promise<boolean> {
	if (file.size > mostFileBytes) return false;
	try {
		const exif = await exifOf(file);
		return exif !== undefined && isSomewhere((await exif.parse()).gps);
	} catch {
		return false;
	}
}

/**
 * Parts of exifr read JPEG segments and EXIF tags. Its ready-made bundles would not do:
 * they find nothing in Firefox's content scripts, in HEIC files as iOS 18 or libheif
 * write them, nor late in PNG files, and they hold a call of `fetch`.
 */
async function exifOf(file: File): Promise<TiffExif | undefined> {
	const start = await bytesOf(file, {start: 0, end: 16});
	if (start.byteLength < 16) return undefined;
	if (start.getUint16(0) === 0xffd8) return exifInJpeg(file);
	const block = await exifBlock(file, start);
	return block ? new TiffExif(block, options, block) : undefined;
}

async function exifInJpeg(file: File): Promise<TiffExif | undefined> {
	const parsers: TiffParsers = {};
	const start = await bytesOf(file, {start: 0, end: jpegStartBytes});
	await new JpegFileParser(options, new BufferView(start), parsers).parse();
	return parsers.tiff;
}

/** Cameras that do not know where they are write no numbers, or 0° 0′. */
function isSomewhere(gps: {latitude?: number; longitude?: number} = {}): boolean {
	const {latitude = NaN, longitude = NaN} = gps;
	return Number.isFinite(latitude + longitude) && (latitude !== 0 || longitude !== 0);
}
