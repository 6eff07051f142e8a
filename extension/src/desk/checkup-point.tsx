import {useId} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import type {ItemState, Mark} from '../shared/checkup.js';
import {localDay} from '../shared/day.js';
import type {CheckupItem, PackInfo} from '../shared/finding.js';
import {sites} from '../shared/sites.js';
import {fill} from '../shared/texts.js';
import {Cited, inPack} from './cited.js';

interface PointProps {
	point: ItemState;
	pack: PackInfo;
	mark: (mark: Mark | undefined) => void;
}

/** One point of the check-up: what to look at, why, where, and what the user made of it. */
export function CheckupPoint({point: {item, mark: marked, news}, pack, mark}: PointProps) {
	const texts = useTexts().checkup;
	const id = useId();
	return (
		<li class="point stack" style={{'--gap': '.5rem'}}>
			<h3 id={id}>{news && <span class="news">{texts[news]}</span>} {item.ask}</h3>
			<p class="quiet">{item.why}</p>
			<Where item={item} describedBy={id} />
			<div class="row marks">
				<Tick label={marked && marked !== 'skip' ? fill(texts.lookedOn, {date: inWords(marked)}) : texts.looked} describedBy={id}
					on={marked !== undefined && marked !== 'skip'} change={on => mark(on ? localDay() : undefined)} />
				<Tick label={texts.skip} describedBy={id} on={marked === 'skip'} change={on => mark(on ? 'skip' : undefined)} />
			</div>
			<details class="quiet">
				<summary aria-describedby={id}>{texts.guideline}</summary>
				<Cited provisions={inPack(pack, item.provisions)} />
			</details>
		</li>
	);
}

interface TickProps {
	label: string;
	/** The id of the question, which alone tells one tick from another. */
	describedBy: string;
	on: boolean;
	change: (on: boolean) => void;
}

function Tick({label, describedBy, on, change}: TickProps) {
	return (
		<label class="tick">
			<input type="checkbox" checked={on} aria-describedby={describedBy} onChange={event => change(event.currentTarget.checked)} />
			{label}
		</label>
	);
}

/** The pages of the sites where it is set, each in a tab of its own. */
function Where({item, describedBy}: {item: CheckupItem; describedBy: string}) {
	const texts = useTexts();
	const links = sites.flatMap(site => {
		const href = item.links[site];
		return href ? [{site, href}] : [];
	});
	if (links.length === 0) return null;
	return (
		<p class="row">
			<span>{texts.checkup.on}</span>
			{links.map(({site, href}) => (
				<a key={site} href={href} target="_blank" rel="noopener noreferrer" aria-describedby={describedBy}>{texts.sites[site]}</a>
			))}
		</p>
	);
}

/** A day as the reader's language writes it. */
function inWords(day: string): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Intl.DateTimeFormat(document.documentElement.lang || 'en', {dateStyle: 'long'}).format(new Date(year, month - 1, date));
}
