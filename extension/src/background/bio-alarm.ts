import {profileAlarm} from '../../locales/en/pages.json';
import {alarmTime, clearAlarm, notify, openPage, readLocal, removeLocal, setAlarm, writeLocal} from '../shared/browser.js';
import type {Settings} from '../shared/fields.js';
import {readSettings} from '../shared/settings.js';
import {bioDueKey} from '../shared/storage.js';
import {localised} from '../shared/texts.js';

/** The alarm's name, and that of the notification it shows. */
const name = 'bio';

/** After how many months the user wants to be reminded. */
type Months = Settings['bioMonths'];

/** When the next reminder is due. It is stored, because browsers forget their alarms when they close. */
interface Due {
	months: Months;
	/** Milliseconds since 1970. */
	when: number;
}

/** What the alarm needs from around it. */
export interface AlarmClock {
	/** Milliseconds since 1970. */
	now(): number;
	months(): Promise<Months>;
	read(): Promise<unknown>;
	/** Stores what is due, or forgets it. */
	write(due: Due | undefined): Promise<void>;
	/** When the browser's alarm will ring, undefined where none is set. */
	time(): Promise<number | undefined>;
	/** Sets the browser's alarm, or takes it back. */
	set(when: number | undefined): Promise<void>;
	remind(): Promise<void>;
}

/** Reminds the user every few months to look at their profiles. */
export class BioAlarm {
	readonly #clock: AlarmClock;
	#last = Promise.resolve();

	constructor(clock: AlarmClock) {
		this.#clock = clock;
	}

	/** Takes on the user's choice. The same choice as before does not move what is due. */
	use(months: Months): Promise<void> {
		return this.#next(async () => {
			if (months === 'never') return this.#stop();
			const due = await this.#due();
			await this.#keep(due?.months === months ? due : this.#dueAfter(months));
		});
	}

	/** Answers a ring. Firefox cannot count beyond seven weeks at once and rings early, so the time is looked at again. */
	ring(): Promise<void> {
		return this.#next(async () => {
			const [due, months] = [await this.#due(), await this.#clock.months()];
			if (!due || due.months !== months || months === 'never') return;
			const isTime = due.when <= this.#clock.now();
			await this.#keep(isTime ? this.#dueAfter(months) : due);
			if (isTime) await this.#clock.remind();
		});
	}

	/** One after the other, so that the newest choice is the last that is stored. */
	#next(run: () => Promise<void>): Promise<void> {
		const done = this.#last.then(run);
		this.#last = done.catch(() => undefined);
		return done;
	}

	async #stop(): Promise<void> {
		if (await this.#clock.time() !== undefined) await this.#clock.set(undefined);
		if (await this.#due()) await this.#clock.write(undefined);
	}

	async #keep(due: Due): Promise<void> {
		const stored = await this.#due();
		if (stored?.when !== due.when || stored.months !== due.months) await this.#clock.write(due);
		if (await this.#clock.time() !== due.when) await this.#clock.set(due.when);
	}

	async #due(): Promise<Due | undefined> {
		const {months, when} = (await this.#clock.read() ?? {}) as Partial<Due>;
		return months !== undefined && typeof when === 'number' ? {months, when} : undefined;
	}

	#dueAfter(months: Months): Due {
		const day = new Date(this.#clock.now());
		day.setMonth(day.getMonth() + Number(months));
		return {months, when: day.getTime()};
	}
}

/** The reminder of this browser. */
export const bioAlarm = new BioAlarm({
	now: () => Date.now(),
	months: async () => (await readSettings()).bioMonths,
	read: () => readLocal(bioDueKey),
	write: due => (due ? writeLocal(bioDueKey, due) : removeLocal(bioDueKey)),
	time: () => alarmTime(name),
	set: when => (when === undefined ? clearAlarm(name) : setAlarm(name, when)),
	remind: () => {
		const {title, text} = localised(profileAlarm, ['profileAlarm']);
		return notify(name, title, text);
	},
});

/** Opens the check-up when the reminder is clicked. */
export function answerReminder(id: string): void {
	if (id === name) void openPage('desk.html#checkup').catch(() => undefined);
}
