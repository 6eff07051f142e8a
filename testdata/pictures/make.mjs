/**
 * Makes the sample files of this folder: `node testdata/pictures/make.mjs`. README.md says what it needs.
 * Only what is missing is made, so remove a file to make it anew.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {chromium} from 'playwright-core';

const here = import.meta.dirname;
const work = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const inWork = name => path.join(work, name);
const run = (program, ...args) => execFileSync(program, args, {stdio: ['ignore', 'ignore', 'inherit']});

// The Atomium in Brussels, a public place.
const place = ['-GPSLatitude=50.8949', '-GPSLatitudeRef=N', '-GPSLongitude=4.3415', '-GPSLongitudeRef=E'];
const camera = ['-Make=Sample', '-Model=Camera', '-DateTimeOriginal=2026:01:02 03:04:05'];

/** Runs in the browser: a drawn sky and meadow as picture and as film, which holds no metadata. */
async function draw() {
	const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 48});
	const pen = canvas.getContext('2d');
	for (const [colour, top] of [['#9cf', 0], ['#696', 30]]) {
		pen.fillStyle = colour;
		pen.fillRect(0, top, 64, 48);
	}
	const pictures = {jpg: canvas.toDataURL('image/jpeg', 0.5), png: canvas.toDataURL('image/png')};
	const recorder = new MediaRecorder(canvas.captureStream(10), {mimeType: 'video/mp4;codecs=avc1.42E01E', videoBitsPerSecond: 20_000});
	const film = new Promise(resolve => recorder.addEventListener('dataavailable', event => resolve(event.data)));
	recorder.start();
	for (let frame = 0; frame < 4; frame++) {
		pen.fillRect(frame * 9, 2, 5, 5);
		await new Promise(resolve => setTimeout(resolve, 120));
	}
	recorder.stop();
	const reader = new FileReader();
	const mp4 = new Promise(resolve => reader.addEventListener('load', () => resolve(reader.result)));
	reader.readAsDataURL(await film);
	return {...pictures, mp4: await mp4};
}

async function makeBases() {
	const browser = await chromium.launch({executablePath: process.env.CIRCUMSPECT_CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox']});
	const drawn = await (await browser.newPage()).evaluate(draw);
	await browser.close();
	for (const [ending, url] of Object.entries(drawn)) writeFileSync(inWork(`base.${ending}`), Buffer.from(url.split(',')[1], 'base64'));
	run('exiftool', '-q', '-q', '-overwrite_original', '-all=', inWork('base.jpg'));
	run('heif-enc', '-q', '30', inWork('base.png'), '-o', inWork('base.heic'));
	run('heif-enc', '-A', '-q', '30', inWork('base.png'), '-o', inWork('base.avif'));
	writeFileSync(inWork('base.ppm'), Buffer.concat([Buffer.from('P6 64 48 255\n'), Buffer.alloc(64 * 48 * 3, 0x99)]));
	run('ppm2tiff', '-c', 'packbits', inWork('base.ppm'), inWork('base.tif'));
}

/** A copy of a base with these tags written into it. */
function tagged(name, ...tags) {
	run('exiftool', '-q', '-o', path.join(here, name), ...tags, inWork(`base${path.extname(name)}`));
}

/** The boxes a HEIC file is made of. */
function boxesOf(bytes) {
	const boxes = [];
	for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) boxes.push(bytes.subarray(at, at + bytes.readUInt32BE(at)));
	return boxes;
}

/** The box `meta` with the places it names moved by so many bytes; the items have one piece each, as heif-enc and exiftool write them. */
function moved(meta, by) {
	const bytes = Buffer.from(meta);
	const at = bytes.indexOf('iloc') + 4;
	const [version, sizes, items] = [bytes[at], bytes.readUInt16BE(at + 4), bytes.readUInt16BE(at + 6)];
	if (version !== 1 || sizes !== 0x4440) throw new Error(`make: iloc: got version ${version} and sizes ${sizes.toString(16)}, want 1 and 4440`);
	for (let item = at + 8; item < at + 8 + items * 20; item += 20) {
		const isInBox = bytes.readUInt16BE(item + 2) === 1;
		// The one writes the base, the other the offset, and the rest is 0.
		const place = bytes.readUInt32BE(item + 6) === 0 ? item + 12 : item + 6;
		if (!isInBox) bytes.writeUInt32BE(bytes.readUInt32BE(place) + by, place);
	}
	return bytes;
}

/** As iPhones write since iOS 18: 52 bytes of kinds at the beginning. */
function longType(heic) {
	const [type, meta, ...rest] = boxesOf(heic);
	const long = Buffer.alloc(52);
	long.writeUInt32BE(52, 0);
	long.write('ftypheic', 4, 'latin1');
	long.write('mif1MiHBMiHAheixMiHEMiPrmiafheictmap', 16, 'latin1');
	return Buffer.concat([long, moved(meta, long.length - type.length), ...rest]);
}

/** As some programs write: the picture first, what is said of it last. */
function metaLast(heic) {
	const [type, meta, ...rest] = boxesOf(heic);
	return Buffer.concat([type, ...rest, moved(meta, -meta.length)]);
}

/** Zeros divided by zero in place of zeros: a camera without reception. */
function unknown(jpeg) {
	const zeros = '0000000000000001'.repeat(3);
	return Buffer.from(jpeg.toString('hex').replaceAll(zeros, '0'.repeat(zeros.length)), 'hex');
}

const read = name => readFileSync(path.join(here, name));

/** Every sample and how it is made; later ones may be made of earlier ones. */
const samples = {
	'place.jpg': name => tagged(name, ...place, ...camera),
	'no-place.jpg': name => tagged(name, ...camera),
	'zero-place.jpg': name => tagged(name, '-GPSLatitude=0', '-GPSLatitudeRef=N', '-GPSLongitude=0', '-GPSLongitudeRef=E'),
	'unknown-place.jpg': name => writeFileSync(path.join(here, name), unknown(read('zero-place.jpg'))),
	'place.heic': name => tagged(name, ...place),
	'place-libheif.heic': name => run('heif-enc', '-q', '30', path.join(here, 'place.jpg'), '-o', path.join(here, name)),
	'place-long-type.heic': name => writeFileSync(path.join(here, name), longType(read('place.heic'))),
	'place-meta-last.heic': name => writeFileSync(path.join(here, name), metaLast(read('place.heic'))),
	'no-place.heic': name => tagged(name, ...camera),
	'place.avif': name => tagged(name, ...place),
	'place.png': name => tagged(name, ...place),
	'no-place.png': name => writeFileSync(path.join(here, name), readFileSync(inWork('base.png'))),
	'place.webp': name => run('cwebp', '-quiet', '-q', '30', '-metadata', 'exif', path.join(here, 'place.jpg'), '-o', path.join(here, name)),
	'place.tif': name => tagged(name, ...place),
	'no-place.tif': name => writeFileSync(path.join(here, name), readFileSync(inWork('base.tif'))),
	'video.mp4': name => writeFileSync(path.join(here, name), readFileSync(inWork('base.mp4'))),
	'truncated.jpg': name => writeFileSync(path.join(here, name), read('place.jpg').subarray(0, 120)),
	'truncated.heic': name => writeFileSync(path.join(here, name), read('place.heic').subarray(0, 200)),
};

try {
	await makeBases();
	for (const [name, make] of Object.entries(samples)) if (!existsSync(path.join(here, name))) make(name);
} finally {
	rmSync(work, {recursive: true});
}
