import {text as alex} from 'alex';
import {versionOf} from '../peer-version.mjs';

export const name = 'alex';
export const version = versionOf('alex');
export const init = () => undefined;
export const lint = text => alex(text).messages.length;
