import {everyBox} from './every-box.js';

everyBox('chromium');
