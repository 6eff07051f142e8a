// Runs the demo or takes the pictures: node extension/demo/run.mjs demo|pictures [choice]
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {load} from '../browsers/run.mjs';

const [name = 'demo', choice] = process.argv.slice(2);
const {[name]: run} = await load(`extension/demo/${name}.ts`);
process.exitCode = await run(path.resolve(fileURLToPath(import.meta.url), '../../..'), choice);
