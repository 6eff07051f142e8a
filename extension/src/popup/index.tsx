import {mount} from '../page/mount.js';
import {isPopup} from '../shared/browser.js';
import {Popup} from './popup.js';
// Last, so that it has the last word over the look all pages share.
import './popup.css';

// In a window or a tab of its own the page has the width it is given.
document.documentElement.classList.toggle('over', isPopup());
mount(<Popup />, texts => texts.popup.title);
