import type {ComponentChildren} from 'preact';
import {Icon} from './icon.js';

interface ReminderFrameProps {
	/** Told apart from other ids in the overlay. */
	id: string;
	title: string;
	/** What the button with the cross does, in words. */
	closing: string;
	close(): void;
	children: ComponentChildren;
	/** Buttons that stay in sight. */
	foot?: ComponentChildren;
}

/** A quiet list beside a form or text. It does not take the focus and wants no answer. */
export function ReminderFrame({id, title, closing, close, children, foot}: ReminderFrameProps) {
	return (
		<section class="reminder" role="region" aria-labelledby={id}>
			<div class="top">
				<h2 id={id}>{title}</h2>
				<button type="button" class="icon" aria-label={closing} title={closing} onClick={() => close()}>
					<Icon name="close" />
				</button>
			</div>
			<div class="body">{children}</div>
			{foot ? <footer>{foot}</footer> : null}
		</section>
	);
}
