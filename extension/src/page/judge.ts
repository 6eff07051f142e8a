import {createContext} from 'preact';
import {useContext} from 'preact/hooks';
import type {Client} from '../content/session.js';
import {ask} from '../shared/ask.js';
import {onMessage} from '../shared/browser.js';
import type {AnswerTo, BioRequest, Notice} from '../shared/protocol.js';

/** What answers the questions of a page about texts. */
export interface Judge extends Client {
	bio(request: BioRequest): Promise<AnswerTo<'bio'>>;
	/** Calls back when it judges by something else from now on. Returns a function that stops it. */
	onChange(changed: () => void): () => void;
}

/** The background of the extension. */
const background: Judge = {
	check: request => ask('check', request),
	dismiss: request => ask('dismiss', request),
	handOver: handed => ask('hand-over', handed),
	bio: request => ask('bio', request),
	onChange: changed => onMessage(message => {
		if ((message as Partial<Notice> | null)?.notice === 'settings-changed') changed();
		return undefined;
	}),
};

/** The background answers, unless a page brings an engine of its own. */
export const JudgeContext = createContext(background);

/** What judges the texts of this page. */
export function useJudge(): Judge {
	return useContext(JudgeContext);
}
