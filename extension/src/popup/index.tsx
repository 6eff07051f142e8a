import {mount} from '../page/mount.js';
import {Popup} from './popup.js';
// Last, so that it has the last word over the look all pages share.
import './popup.css';

mount(<Popup />, texts => texts.popup.title);
