import {mount} from '../page/mount.js';
import {Welcome} from './welcome.js';
// Last, so that it has the last word over the look all pages share.
import './welcome.css';

mount(<Welcome />, texts => texts.welcome.title);
