/** The look of badge and card. Colours meet WCAG AA on their backgrounds; forced colours keep every border and shape. */
export const overlayStyle = `
.frame {
	--ground: #fff; --raised: #f5f6f8; --ink: #1d2430; --soft: #566072; --edge: #d3d8e0; --focus: #2f5bea;
	--hint: #3b5bdb; --hint-ground: #edf0fe; --caution: #9a3c06; --caution-ground: #fff3e2; --warning: #b91c1c; --warning-ground: #fdecec;
	--shadow: 0 1px 2px rgb(16 24 40 / 10%), 0 8px 28px rgb(16 24 40 / 18%);
	font: 400 13px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
	color: var(--ink); text-align: start; direction: ltr; color-scheme: light; letter-spacing: normal;
}
.frame[data-theme='dark'] {
	--ground: #1c2027; --raised: #262b34; --ink: #edf0f5; --soft: #a9b3c3; --edge: #3d4552; --focus: #9db4ff;
	--hint: #a5b6ff; --hint-ground: #262d4a; --caution: #ffbe6b; --caution-ground: #3b2c14; --warning: #ff938c; --warning-ground: #442122;
	--shadow: 0 1px 2px rgb(0 0 0 / 50%), 0 10px 32px rgb(0 0 0 / 55%);
	color-scheme: dark;
}
.frame *, .frame *::before { box-sizing: border-box; }
.badge-place, .card-place { position: fixed; left: 0; top: 0; width: max-content; }
.badge-place[hidden], .card-place:empty { display: none; }
.live { position: fixed; left: 0; top: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button { font: inherit; color: inherit; margin: 0; cursor: pointer; }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.card:focus-visible { outline: 2px solid var(--focus); outline-offset: -1px; }
svg { display: block; flex: none; }

.badge {
	display: inline-flex; align-items: center; gap: 5px; height: 24px; padding: 0 9px 0 7px;
	background: var(--ground); color: var(--soft); border: 1px solid var(--edge); border-radius: 12px;
	font-size: 12px; font-weight: 500; line-height: 1; white-space: nowrap; box-shadow: 0 1px 2px rgb(16 24 40 / 8%);
}
.badge:hover { background: var(--raised); color: var(--ink); }
.badge.hint { color: var(--hint); border-color: currentColor; }
.badge.caution { color: var(--caution); border-color: currentColor; }
.badge.warning { color: var(--warning); border-color: currentColor; }
.badge.unchecked { border-style: dashed; }
.badge.small { padding: 0 5px; min-width: 24px; justify-content: center; }
.badge.small .words { display: none; }
.dots { display: inline-flex; gap: 3px; width: 14px; }
.dots i { width: 3px; height: 3px; border-radius: 50%; background: currentColor; animation: pulse 1s infinite; }
.dots i:nth-child(2) { animation-delay: .15s; }
.dots i:nth-child(3) { animation-delay: .3s; }
@keyframes pulse { 50% { opacity: .25; } }

.card {
	width: min(360px, calc(100vw - 16px)); max-height: min(480px, var(--room, calc(100vh - 16px))); overflow: auto; overscroll-behavior: contain;
	background: var(--ground); border: 1px solid var(--edge); border-radius: 12px; box-shadow: var(--shadow);
	animation: rise .12s ease-out; overflow-wrap: anywhere;
}
@keyframes rise { from { opacity: 0; transform: translateY(3px); } }
.body { padding: 0 16px 12px; }
.top { display: flex; align-items: center; gap: 8px; padding: 10px 10px 8px 16px; position: sticky; top: 0; background: var(--ground); }
.card > h2 { padding: 0 16px; }
.severity {
	display: inline-flex; align-items: center; gap: 5px; height: 22px; padding: 0 9px 0 6px; border-radius: 11px;
	font-size: 12px; font-weight: 600; margin-inline-end: auto; border: 1px solid transparent;
}
.severity.hint { color: var(--hint); background: var(--hint-ground); }
.severity.caution { color: var(--caution); background: var(--caution-ground); }
.severity.warning { color: var(--warning); background: var(--warning-ground); }
.severity.plain { color: var(--soft); background: var(--raised); }
.steps { display: inline-flex; align-items: center; gap: 3px; color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.icon {
	display: inline-grid; place-items: center; width: 26px; height: 26px; padding: 0; border: 0; border-radius: 7px;
	background: none; color: var(--soft);
}
.icon:hover { background: var(--raised); color: var(--ink); }
h2 { margin: 0 0 4px; font-size: 15px; line-height: 1.3; font-weight: 650; }
p { margin: 0; }
.where { color: var(--soft); font-size: 12px; margin-bottom: 4px; }
.weighed { color: var(--soft); font-size: 12px; margin-top: 4px; }
h3 { margin: 10px 0 2px; font-size: 12px; font-weight: 600; color: var(--soft); }
.provisions { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; }
.provisions li { padding-inline-start: 10px; border-inline-start: 2px solid var(--edge); }
.provisions b { display: block; font-weight: 600; font-size: 12px; }
.provisions span { color: var(--soft); }
.changes { display: grid; gap: 6px; margin-top: 10px; }
.change {
	display: block; width: 100%; text-align: start; padding: 7px 11px; border-radius: 8px; border: 1px solid var(--focus);
	background: none; color: var(--ink);
}
.change b { display: block; font-weight: 600; color: var(--focus); }
.change small { display: block; font-size: 12px; color: var(--soft); }
.change:hover { background: var(--raised); }
footer {
	display: flex; flex-wrap: wrap; gap: 2px 4px; padding: 6px 9px 8px; border-top: 1px solid var(--edge);
	position: sticky; bottom: 0; background: var(--ground);
}
.quiet { padding: 4px 7px; border: 0; border-radius: 7px; background: none; color: var(--soft); font-weight: 500; }
summary.quiet { display: inline-block; cursor: pointer; }
summary.quiet::marker { color: var(--soft); }
details[open] { display: flex; flex-wrap: wrap; gap: 2px 4px; flex-basis: 100%; }
.quiet:hover { background: var(--raised); color: var(--ink); }
.note { margin-top: 10px; padding: 8px 10px; border-radius: 8px; background: var(--raised); }
.short { display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 14px; width: auto; max-width: min(360px, calc(100vw - 16px)); }
.short button { margin-inline-start: auto; font-weight: 600; color: var(--focus); }
.reminder-place { position: fixed; left: 0; top: 0; width: max-content; }
.reminder-place:empty { display: none; }
.badge .loose { font-weight: 400; padding-inline-start: 6px; border-inline-start: 1px solid currentColor; }
.held + .held, .held + .where { margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--edge); }
.main {
	padding: 6px 14px; border: 1px solid var(--focus); border-radius: 8px; background: var(--focus); color: var(--ground); font-weight: 600;
}
.main:hover { filter: brightness(1.08); }
footer:has(.main) { gap: 8px; padding: 8px 16px 10px; }
@media (prefers-reduced-motion: reduce) { .dots i, .card { animation: none; } }
@media (forced-colors: active) {
	.badge, .severity, .note, .icon, .change { border: 1px solid ButtonText; }
	.badge.unchecked { border-style: dashed; }
	.badge, .card { box-shadow: none; }
	.icon { border-color: transparent; }
	.dots i { background: CanvasText; }
	button:focus-visible, .card:focus-visible { outline-color: Highlight; }
}
`;
