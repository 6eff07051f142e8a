import './page.css';
import {type ComponentChild, createContext, render} from 'preact';
import {useContext} from 'preact/hooks';
import {interfaceLang} from '../shared/browser.js';
import {directionOf, langOf, type Texts, textsFor} from '../shared/texts.js';

const lang = interfaceLang();
const TextsContext = createContext(textsFor(lang));

/** The words of the page in the reader's language. */
export function useTexts(): Texts {
	return useContext(TextsContext);
}

/** Shows a page. Its language is that of its words, not that of the browser. */
export function mount(page: ComponentChild, title: (texts: Texts) => string): void {
	const texts = textsFor(lang);
	document.documentElement.lang = langOf(lang);
	document.documentElement.dir = directionOf(langOf(lang));
	document.title = title(texts);
	const main = document.querySelector('main');
	if (main) render(<TextsContext.Provider value={texts}>{page}</TextsContext.Provider>, main);
}
