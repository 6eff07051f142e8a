import {describe, expect, it} from 'vitest';
import {findingAt} from './finding-sample.js';
import {handedOf, toolsFor, type HandOverParts} from './hand-over.js';
import {marksOf} from './mark.js';

const provisions = {
	'P-1': {id: 'P-1', document: 'Guidelines', place: 'section 2', says: 'What is not public stays so.'},
	'P-2': {id: 'P-2', document: 'Guidelines', place: 'section 3', says: 'Something else.'},
};
const markOf = (category: string) => marksOf([{...findingAt(4, 7), category}], 'one two')[0]!;

function handed(category: string, changes: Partial<HandOverParts> = {}) {
	return handedOf({tool: 'ask', mark: markOf(category), text: 'one two', site: 'x', surface: 'post', provisions, conversation: null, ...changes});
}

describe('what a card hands to a tool', () => {
	it('is the finding, the provisions it cites, and the draft', () => {
		expect(handed('offensive')).toEqual({
			tool: 'ask', site: 'x', surface: 'post', draft: 'one two', provisions: {'P-1': provisions['P-1']},
			findings: [{rule: 'test/rule', category: 'offensive', title: 'Title', message: 'Message', provisions: ['P-1']}],
		});
	});

	it.each(['confidentiality', 'security', 'personal-data', 'account-security'])('is never the draft where the finding is about %s', category => {
		expect(JSON.stringify(handed(category))).not.toContain('one two');
		expect(handed(category).findings).toHaveLength(1);
	});

	it('is what was said, and nothing else of the page, where a record is kept', () => {
		const conversation = {messages: [{author: 'A', text: 'b'}], participants: ['A'], elements: ['not to be sent']};
		expect(handed('offensive', {tool: 'record', surface: 'dm', conversation}))
			.toEqual({tool: 'record', site: 'x', surface: 'dm', messages: conversation.messages, participants: ['A']});
		expect(handed('offensive', {tool: 'record', surface: 'dm'})).toMatchObject({messages: [], participants: []});
	});
});

describe('the tools of a card', () => {
	it('are those that help with the finding, where it was found', () => {
		expect(toolsFor(markOf('offensive'), 'post')).toEqual(['ask']);
		expect(toolsFor(markOf('publication'), 'article')).toEqual(['ask', 'publication']);
		expect(toolsFor(markOf('publication'), 'dm')).toEqual(['ask', 'publication', 'record']);
	});
});
