/** Judges 10,000 texts and prints how large linear memory, which never shrinks, became. */
import {readTexts} from './classes.mjs';
import * as engine from './engines/circumspect.mjs';

const checks = 10_000;
/** Every so many texts comes one of 60,000 characters. */
const longEvery = 500;

const usual = [...readTexts('s'), ...readTexts('m')];
const [long] = readTexts('l');

await engine.init();
const afterStartMb = engine.memoryMb();
for (let at = 0; at < checks; at++) {
	engine.lint(at % longEvery === longEvery - 1 ? long : usual[at % usual.length]);
}
console.log(JSON.stringify({checks, afterStartMb, afterChecksMb: engine.memoryMb()}));
process.exit(0);
