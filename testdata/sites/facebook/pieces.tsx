/** @jsxImportSource react */
import {type KeyboardEvent, type ReactNode, useRef} from 'react';
import {addMedia} from './acts.js';
import {look} from './look.js';
import {asPart} from './parts.js';
import {type BoxName, getState, setDraft, useReplica, useWords} from './store.js';

/** Own line drawings on a 24 by 24 grid: the replica shows nobody's marks. */
const drawings = {
	media: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
	emoji: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8.5 14c1 1.5 2.2 2 3.5 2s2.5-.5 3.5-2M9 9.5h.01M15 9.5h.01',
	live: 'M3 6h13v12H3zM16 10l5-3v10l-5-3',
	background: 'M4 4h16v16H4zM8 15l4-8 4 8M9.5 12.500h5',
	send: 'M4 12l16-8-6 16-3-6z',
	like: 'M7 11l4-8c2 0 3 1 2 4l-.500 2H19l-1.500 10H7zM7 11H3v8h4',
	comment: 'M4 4h16v12H10l-5 4v-4H4z',
	share: 'M13 5l7 7-7 7v-4c-5 0-7 1-9 4 0-6 3-10 9-10z',
};

export function Icon({name}: {name: keyof typeof drawings}) {
	return (
		<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true">
			<path d={drawings[name]} />
		</svg>
	);
}

export function Avatar({name}: {name: string}) {
	return <div className={look('avatar')} aria-hidden="true">{name.slice(0, 1)}</div>;
}

interface PressableProps {
	run: () => void;
	label?: string;
	/** Names it for the tests, see parts.ts. */
	part?: string;
	disabled?: boolean;
	kind?: string;
	role?: string;
	hooks?: Record<string, string>;
	children?: ReactNode;
}

/** What Facebook has for a button: a div with a role. */
export function Pressable({run, label, part, disabled = false, kind = 'plain', role = 'button', hooks, children}: PressableProps) {
	const press = () => void (disabled || run());
	const keyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' && event.key !== ' ') return;
		event.preventDefault();
		press();
	};
	return (
		<div
			ref={part ? asPart(part) : undefined}
			role={role}
			className={look('press', kind)}
			tabIndex={disabled ? -1 : 0}
			{...(label && {'aria-label': label})}
			{...(disabled && {'aria-disabled': true})}
			{...hooks}
			onClick={press}
			onKeyDown={keyDown}
		>
			{children}
		</div>
	);
}

const accepted = 'image/*,image/heif,image/heic,video/*,video/mp4,video/x-m4v,video/x-matroska,.mkv';

/** The "Photo/video" button with the hidden file input it opens. */
export function MediaButton({box, label}: {box: BoxName; label: string}) {
	const input = useRef<HTMLInputElement | null>(null);
	const note = asPart(`${box}.media`);
	return (
		<>
			<Pressable label={label} kind="round" run={() => input.current?.click()}><Icon name="media" /></Pressable>
			<input
				ref={element => (note(element), void (input.current = element))}
				className={look('hidden')}
				type="file"
				accept={accepted}
				multiple
				onChange={event => addMedia(box, event.target.files)}
			/>
		</>
	);
}

/** What was attached to a box. */
export function Attachments({box}: {box: BoxName}) {
	const {remove} = useWords();
	const {media} = useReplica().drafts[box];
	if (media.length === 0) return null;
	const drop = (gone: string) => setDraft(box, {media: getState().drafts[box].media.filter(one => one !== gone)});
	return (
		<div className={look('attachments')}>
			{media.map(source => (
				<div key={source}>
					<img alt="" src={source} />
					<Pressable label={remove} kind="remove" run={() => drop(source)}>✕</Pressable>
				</div>
			))}
		</div>
	);
}
