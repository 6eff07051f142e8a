/** The look of the reminders, on top of overlay-style.ts. */
export const reminderStyle = `
.reminder {
	width: min(360px, var(--wide, 100vw), calc(100vw - 16px)); max-height: min(480px, var(--room, calc(100vh - 16px))); overflow: auto; overscroll-behavior: contain;
	background: var(--ground); border: 1px solid var(--edge); border-radius: 12px; box-shadow: var(--shadow);
	animation: rise .12s ease-out; overflow-wrap: anywhere;
}
.reminder .top { padding: 7px 8px 5px 14px; }
.reminder h2 { margin: 0; margin-inline-end: auto; font-size: 13px; font-weight: 600; }
.reminder .icon { flex: none; }
.reminder .body { padding: 0 14px 10px; }
.carried { display: flex; gap: 8px; margin: 1px 0 8px; padding: 8px 10px; border-radius: 8px; background: var(--caution-ground); }
.carried svg { margin-top: 2px; color: var(--caution); }
.carried .what { font-weight: 600; }
.questions { margin: 0; padding-inline-start: 16px; display: grid; gap: 4px; }
.questions li::marker { color: var(--soft); }
.questions small { color: var(--soft); font-size: 12px; }
.questions + .where { margin: 6px 0 0; }
.said + .said { margin-top: 4px; }
.reminder blockquote { margin: 4px 0 6px; padding: 6px 10px; border-inline-start: 2px solid var(--edge); background: var(--raised); }
.take [aria-pressed] { font-size: 12px; padding: 2px 7px; }
.take [aria-pressed=true] { color: var(--ink); border-color: var(--ink); font-weight: 650; }
.take { display: flex; flex-wrap: wrap; gap: 6px; }
.take .quiet { border: 1px solid var(--edge); }
@media (prefers-reduced-motion: reduce) { .reminder { animation: none; } }
@media (forced-colors: active) {
	.reminder { box-shadow: none; }
	.carried { border: 1px solid CanvasText; }
	.carried svg { color: CanvasText; }
}
`;
