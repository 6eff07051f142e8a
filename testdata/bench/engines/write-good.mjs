import writeGood from 'write-good';
import {versionOf} from '../peer-version.mjs';

export const name = 'write-good';
export const version = versionOf('write-good');
export const init = () => undefined;
export const lint = text => writeGood(text).length;
