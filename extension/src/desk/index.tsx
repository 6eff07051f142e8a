import {mount} from '../page/mount.js';
import {Desk} from './desk.js';
// Last, so that it has the last word over the look all pages share.
import './desk.css';

mount(<Desk />, texts => texts.desk.title);
