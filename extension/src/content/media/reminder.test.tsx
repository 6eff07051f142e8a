// @vitest-environment jsdom
import {render} from 'preact';
import {describe, expect, it, vi} from 'vitest';
import {en} from '../../shared/texts/en.js';
import {Reminder, type MediaAsk} from './reminder.js';

const texts = en;
const questions: MediaAsk[] = [
	{ask: 'Is it your own?', provisions: ['P-1', 'P-2']},
	{ask: 'Did they agree?', provisions: ['P-9']},
];
const provisions = {
	'P-1': {id: 'P-1', document: 'Guidelines', place: 'section 2', says: 'Respect the maker.'},
	'P-2': {id: 'P-2', document: 'Annex', place: 'section 3', says: 'Respect people.'},
};

function show(changes: Partial<Parameters<typeof Reminder>[0]> = {}) {
	const close = vi.fn();
	const place = document.createElement('div');
	document.body.replaceChildren(place);
	render(<Reminder questions={questions} withPlace={[]} texts={texts} close={close} {...changes} />, place);
	return {place, close, region: place.querySelector('[role=region]'), carried: place.querySelector('.carried')};
}

describe('the reminder', () => {
	it('is a named region, no dialog, and leaves the focus where it is', () => {
		const {place, region} = show();
		expect(place.querySelector(`#${region?.getAttribute('aria-labelledby')}`)?.textContent).toBe(texts.media.title);
		expect(place.querySelector('[role=dialog], [role=alert], [tabindex], [autofocus]')).toBeNull();
		expect(document.activeElement).toBe(document.body);
	});

	it('asks every question, in order, and says which answer is good', () => {
		const {place} = show();
		expect([...place.querySelectorAll('li')].map(one => one.textContent)).toEqual(['Is it your own?', 'Did they agree?']);
		const list = place.querySelector('ul')!;
		expect(place.querySelector(`#${list.getAttribute('aria-labelledby')}`)?.textContent).toBe(texts.media.how);
	});

	it('names the first provision of a question where it is known, and each document once', () => {
		const {place} = show({provisions, questions: [...questions, {ask: 'Is it silent?', provisions: ['P-1']}]});
		expect([...place.querySelectorAll('li')].map(one => one.textContent)).toEqual(['Is it your own? section 2', 'Did they agree?', 'Is it silent? section 2']);
		expect([...place.querySelectorAll('ul + p')].map(one => one.textContent)).toEqual(['Guidelines']);
	});

	it('closes with a button that has a name', () => {
		const {place, close} = show();
		const [button, ...others] = place.querySelectorAll('button');
		expect(others).toEqual([]);
		expect(button!.type).toBe('button');
		expect(button!.getAttribute('aria-label')).toBe(texts.media.close);
		button!.click();
		expect(close).toHaveBeenCalledOnce();
	});

	it('is not there where there is nothing to say', () => {
		expect(show({questions: []}).place.textContent).toBe('');
	});
});

describe('pictures that carry a place', () => {
	it('are named before the questions, with what to do', () => {
		const {carried, place} = show({withPlace: ['IMG_1.jpg']});
		expect(carried?.textContent).toBe(`“IMG_1.jpg” carries the place where it was taken.${texts.media.without}`);
		expect(place.querySelector('.body')?.firstElementChild).toBe(carried);
	});

	it('are named without questions, too', () => {
		const {carried, place} = show({questions: [], withPlace: ['IMG_1.jpg', 'IMG_2.jpg']});
		expect(carried?.textContent).toContain('“IMG_1.jpg”, “IMG_2.jpg” carry the place where they were taken.');
		expect(place.querySelector('ul')).toBeNull();
	});

	it('are counted where they are many', () => {
		const names = [1, 2, 3, 4, 5].map(number => `IMG_${number}.jpg`);
		expect(show({withPlace: names}).carried?.textContent).toContain('“IMG_2.jpg” and 3 more carry the place');
	});

	it('are known by the ends of a long name', () => {
		const {carried} = show({withPlace: [`holiday ${'😀'.repeat(40)} part 2.jpeg`]});
		expect(carried?.textContent).toContain(`“holiday ${'😀'.repeat(6)}… part 2.jpeg”`);
	});

	it('are not spoken of where there are none', () => {
		expect(show().carried).toBeNull();
	});
});
