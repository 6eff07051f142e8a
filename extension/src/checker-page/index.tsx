import {mount} from '../page/mount.js';
import {CheckerPage} from './checker-page.js';
import {Thread} from './thread.js';
// Last, so that it has the last word over the look it shares with the popup.
import '../popup/popup.css';
import './checker-page.css';

/** Put in by the build: the address of the engine's script, with the hash of what it holds. */
declare const ENGINE: string;

const thread = new Thread(new Worker(ENGINE));
mount(<CheckerPage thread={thread} />, texts => texts.checkerPage.windowTitle);
