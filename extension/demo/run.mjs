// Runs the demo: node extension/demo/run.mjs
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {load} from '../browsers/run.mjs';

const {demo} = await load('extension/demo/demo.ts');
process.exitCode = await demo(path.resolve(fileURLToPath(import.meta.url), '../../..'));
