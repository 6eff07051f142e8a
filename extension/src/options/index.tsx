import {mount} from '../page/mount.js';
import {Options} from './options.js';
// Last, so that it has the last word over the look all pages share.
import './options.css';

mount(<Options />, texts => texts.options.title);
