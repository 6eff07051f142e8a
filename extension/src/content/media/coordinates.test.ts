import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import {hasCoordinates} from './coordinates.js';

const folder = path.resolve(import.meta.dirname, '../../../../testdata/pictures');
const samples = readdirSync(folder).filter(name => !/\.(md|mjs)$/.test(name));
const bytesOf = (name: string) => readFileSync(path.join(folder, name));
const fileOf = (...parts: BlobPart[]) => new File(parts, 'picture');
const sample = (name: string) => fileOf(bytesOf(name));

/** A file that keeps count of the bytes that are read of it. */
function counted(file: File) {
	const slice = file.slice.bind(file);
	const read = vi.fn<(bytes: number) => void>();
	file.slice = (start = 0, end = file.size) => {
		read(Math.min(end, file.size) - start);
		return slice(start, end);
	};
	return {file, bytes: () => read.mock.calls.reduce((sum, [bytes]) => sum + bytes, 0)};
}

describe('the samples', () => {
	it('are all there', () => {
		expect(samples.filter(name => name.startsWith('place'))).toHaveLength(9);
		expect(samples).toHaveLength(18);
	});

	it.each(samples)('%s', async name => {
		expect(await hasCoordinates(sample(name))).toBe(name.startsWith('place'));
	});

	it.each(samples)('%s cut off anywhere does no harm', async name => {
		const whole = bytesOf(name);
		for (let end = 0; end < whole.length; end += 13) {
			const answer = await hasCoordinates(fileOf(whole.subarray(0, end)));
			if (answer) expect(name).toMatch(/^place/);
		}
	});

	it.each(samples)('%s with bytes that are wrong does no harm', async name => {
		const whole = bytesOf(name);
		for (let at = 0; at < whole.length; at += 11) {
			const bytes = Buffer.from(whole);
			bytes.fill([0x00, 0x01, 0xff][at % 3]!, at, Math.min(at + 4, whole.length));
			await expect(hasCoordinates(fileOf(bytes))).resolves.toBeTypeOf('boolean');
		}
	}, 5000);
});

describe('what is read', () => {
	const filler = new Uint8Array(20_000_000);

	it('is the beginning of a JPEG', async () => {
		const {file, bytes} = counted(fileOf(bytesOf('place.jpg'), filler));
		expect(await hasCoordinates(file)).toBe(true);
		expect(bytes()).toBeLessThan(300_000);
	});

	it.each(['place.heic', 'place-meta-last.heic', 'place.avif', 'place.webp'])('is the block of %s', async name => {
		const {file, bytes} = counted(fileOf(bytesOf(name), filler));
		expect(await hasCoordinates(file)).toBe(true);
		expect(bytes()).toBeLessThan(3000);
	});

	it('is a block behind all of a PNG, where exifr looks in the first 40 KB only', async () => {
		const picture = bytesOf('place.png');
		const at = picture.indexOf('eXIf') - 4;
		const large = piece('IDAT', filler);
		const {file, bytes} = counted(fileOf(picture.subarray(0, at), large, picture.subarray(at)));
		expect(await hasCoordinates(file)).toBe(true);
		expect(bytes()).toBeLessThan(1000);
	});

	it('is little of a huge PNG that is all heads of pieces', async () => {
		const picture = bytesOf('no-place.png').subarray(0, 33);
		const heads = Buffer.concat(Array<Buffer>(60_000).fill(piece('tEXt', new Uint8Array())));
		const {file, bytes} = counted(fileOf(picture, heads));
		expect(await hasCoordinates(file)).toBe(false);
		expect(bytes()).toBeLessThan(200_000);
	});

	it('is nothing of a file that no site takes', async () => {
		const {file, bytes} = counted(fileOf(bytesOf('place.jpg'), filler, filler, filler, filler));
		expect(await hasCoordinates(file)).toBe(false);
		expect(bytes()).toBe(0);
	});

	it('may fail', async () => {
		const file = sample('place.jpg');
		file.slice = () => {
			throw new DOMException('gone', 'NotFoundError');
		};
		expect(await hasCoordinates(file)).toBe(false);
	});
});

describe('odd files', () => {
	it('a WebP whose block is written as in a JPEG', async () => {
		const picture = bytesOf('place.webp');
		const at = picture.indexOf('EXIF');
		const length = Buffer.alloc(4);
		length.writeUInt32LE(picture.readUInt32LE(at + 4) + 6);
		const block = [picture.subarray(0, at + 4), length, 'Exif\0\0', picture.subarray(at + 8)];
		expect(await hasCoordinates(fileOf(...block))).toBe(true);
	});

	it('an empty file, a text, and boxes of no length', async () => {
		const boxes = Buffer.concat([bytesOf('place.heic').subarray(0, 28), Buffer.alloc(4000)]);
		for (const part of ['', 'II*', 'just a text that is long enough', boxes]) expect(await hasCoordinates(fileOf(part))).toBe(false);
	});
});

/** A piece of a PNG, with no checksum worth the name. */
function piece(name: string, content: Uint8Array): Buffer<ArrayBuffer> {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(content.length);
	head.write(name, 4);
	return Buffer.concat([head, content, Buffer.alloc(4)]);
}
