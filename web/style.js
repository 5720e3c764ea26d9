// How the shell looks while the map itself cannot draw: the colours of the map's own theme.

import { dark, light } from '#looks';

let sheet;

/** One sheet for all maps of the page. */
export const style = () => (sheet ??= sheetOf(kRules));

/** What is different on a dark page: a sheet for one map, which can be turned off. */
export const darkStyle = () => sheetOf(`:host(:not([theme=light], [theme=grey])) { ${dark} }`);

function sheetOf(rules) {
    const made = new CSSStyleSheet();
    made.replaceSync(rules);
    return made;
}

const kRules = `
:host, [data-theme=light], [data-theme=grey] { ${light} }
:host {
    all: initial; font-size: inherit; visibility: inherit; color-scheme: inherit; pointer-events: inherit; -webkit-text-size-adjust: inherit;
    display: block; position: relative; overflow: hidden; height: 480px; min-width: 0;
    background: var(--paper); color: var(--ink); contain: layout paint; text-align: start;
}
:host([hidden]) { display: none; }
:host([theme=dark]), [data-theme=dark] { ${dark} }
@media (prefers-contrast: more) {
    :host, [data-theme] { --quiet: var(--ink) !important; --line: color-mix(in srgb, var(--ink) 70%, var(--panel)) !important; }
}
.stage { position: absolute; inset: 0; outline: none; user-select: none; -webkit-user-select: none; -webkit-tap-highlight-color: transparent; }
.stage:focus-visible:not(.pressed) { outline: 2px solid var(--focus-dark); outline-offset: -2px; box-shadow: inset 0 0 0 4px var(--focus-light); }
.stage:focus-visible:not(.pressed)::after { content: ''; position: absolute; inset: 2px; border: 2px solid var(--focus-light); pointer-events: none; }
canvas.card { position: absolute; inset: 0; }
canvas { display: block; width: 100%; height: 100%; pointer-events: none; }
.away { visibility: hidden; }
.twin { position: absolute; z-index: 1; inset: 0; overflow: clip; outline: none; pointer-events: none; }
.skip { position: absolute; left: 8px; top: 8px; z-index: 1; }
.skip:not(:focus) { opacity: 0; pointer-events: none; }
.gauge { position: absolute; width: 10em; height: 0; visibility: hidden; color: CanvasText; transition: color 1ms; }
.bar { position: absolute; z-index: 2; inset: 0 0 auto; height: 3px; background: var(--accent); transform-origin: 0 0; transform: scaleX(0); pointer-events: none; }
.cover, .note { z-index: 2; font: 400 max(15px, 1em)/1.45 Inter, system-ui, sans-serif; }
.cover { position: absolute; inset: 0; overflow: auto; display: flex; flex-direction: column; justify-content: safe center; align-items: center; gap: 16px; padding: 16px; box-sizing: border-box; text-align: center; background: var(--paper); }
::slotted(*) { max-width: 100%; text-align: start; }
.cover .why { display: grid; justify-items: center; gap: 16px; max-width: 100%; }
.poster { display: none; grid-template-rows: minmax(0, 1fr) auto; gap: 4px; min-height: 0; }
.poster.pictured { display: grid; }
.poster p { color: var(--quiet); font-size: .9em; }
.cover .poster p { justify-self: center; }
.cover .poster { flex: 1 1 0; min-height: 40%; width: 100%; }
::slotted([slot=poster]) { height: auto; }
.cover .poster ::slotted([slot=poster]) { width: 100%; height: 100%; object-fit: contain; }
::slotted(a) { display: flex; flex-direction: column; font-size: 0; }
.cover:not(:has(button)) ::slotted(a) { pointer-events: none; }
.cover p { margin: 0; max-width: 34em; overflow-wrap: anywhere; }
.note {
    position: absolute; inset: auto 8px 8px; margin: 0 auto; max-width: 36em; box-sizing: border-box; padding: 12px 16px;
    display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px;
    background: var(--panel); border: 1px solid var(--line); border-radius: 6px; box-shadow: var(--shadow);
}
.note p { margin: 0; flex: 1 1 16em; user-select: text; -webkit-user-select: text; overflow-wrap: anywhere; }
button {
    font: 600 max(15px, 1em)/1.25 Inter, system-ui, sans-serif; min-width: 44px; min-height: 44px; padding: 8px 16px; cursor: pointer;
    color: var(--accent); background: var(--panel); border: 1px solid var(--line); border-radius: 6px;
}
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
@media (forced-colors: active) { .bar { background: Highlight; } .stage:focus-visible { outline-color: Highlight; } }
`;
