/** The house pack in testdata, of a unit that does not exist: rules of its own, built-in ones that it changes, apps, news. */
import {execFile} from 'node:child_process';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

export const harboursName = 'Inland Harbours Unit';
/** The version that stands in its folder. */
export const harboursVersion = 3;

/** A post that only this pack has something against. */
export const inspection = {sentence: 'The inspection of the harbour starts tomorrow at six, wish us luck.', words: 'inspection of the harbour', rule: 'confidentiality/inspection-ahead'};
/** A text that meets a built-in rule whose severity the pack has changed. */
export const weighed = {sentence: 'My op-ed on the EU monitoring mission comes out tomorrow.', words: 'My op-ed', title: 'Interview, article or talk'};
/** A comment that meets a built-in rule which the pack has silenced. */
export const silenced = {sentence: 'STOP LYING ABOUT THE LAW!!!', title: 'Shouting'};

/** The version before it, without the rule on inspections and without silencing anything. */
export const earlierVersion = 2;

const made = new Map<number, Promise<Buffer>>();

/** Compiles it in a version, once in a run. */
export function harbours(version = harboursVersion): Promise<Buffer> {
	const payload = made.get(version) ?? compile(version);
	made.set(version, payload);
	return payload;
}

async function compile(version: number): Promise<Buffer> {
	const folder = await mkdtemp(path.join(tmpdir(), 'circumspect-harbours-'));
	const [unit, payload] = [path.join(folder, 'inland-harbours'), path.join(folder, 'payload')];
	try {
		await cp(path.resolve('testdata/packs/ok/inland-harbours'), unit, {recursive: true});
		if (version === earlierVersion) await goBack(unit);
		await run(path.resolve('dist/circumspect'), ['pack', 'compile', unit, '-o', payload]);
		return await readFile(payload);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}

async function goBack(unit: string): Promise<void> {
	const file = path.join(unit, 'pack.yaml');
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replace(/^version: 3$/mu, 'version: 2').replace(/^without: .*$/mu, '').replace(/^ {2}- version: 3\n[^]*$/mu, ''));
	// A concept that no rule names is a mistake.
	for (const gone of ['confidentiality', 'concepts/harbour-inspection.yaml', 'concepts/soon.yaml']) await rm(path.join(unit, gone), {recursive: true});
}
