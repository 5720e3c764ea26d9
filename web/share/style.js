// How the dialog looks, in the colours of the map.

import { shade } from '#looks';

export const style = new CSSStyleSheet();
style.replaceSync(`
.share { box-sizing: border-box; width: min(60em, 100% - 16px); max-width: none; max-height: calc(100% - 16px); margin: 8px auto auto; padding: 0; overflow: auto; scroll-padding-block: 76px 8px; border: 1px solid var(--line); border-radius: 10px; background: var(--panel); color: var(--ink); font: 400 max(16px, 1em)/1.45 Inter, system-ui, sans-serif; box-shadow: var(--shadow); }
.share::backdrop { background: ${shade}; }
.share .head { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; justify-content: space-between; flex-wrap: wrap; gap: 8px 16px; padding: 12px 24px; border-bottom: 1px solid var(--line); background: var(--panel); }
.share .tabs { display: flex; flex-wrap: wrap; gap: 4px; padding: 8px 24px 0; border-bottom: 1px solid var(--line); }
.share .tabs button { border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; color: var(--accent); }
.share .tabs [aria-current] { border-bottom-color: var(--accent); color: var(--ink); font-weight: 600; cursor: default; }
.share .body { padding: 16px 24px 24px; }
.share :is(h2, h3, h4) { margin: 24px 0 8px; font-weight: 600; line-height: 1.25; text-wrap: balance; }
.share .head h2 { margin: 0; font-size: 1.3em; }
.share h3 { font-size: 1.1em; }
.share h4 { margin: 0 0 8px; font-size: 1em; }
.share p { margin: 0 0 8px; max-width: 42em; }
.share .said { margin: 0; flex: 1 1 8em; color: var(--quiet); font-size: .9em; }
.share .said:empty { flex: 1 1 0; }
.share :is(.hint, details p) { color: var(--quiet); }
.share .row { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0 8px; }
.share .row input { flex: 1 1 14em; }
.share :is(input[type=text], select, textarea) { box-sizing: border-box; min-width: 0; width: 100%; min-height: 44px; padding: 8px; font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: 6px; }
.share .row input { width: auto; }
.share .code.code { display: block; margin: 0 0 8px; font: 400 max(14px, .9em)/1.45 ui-monospace, monospace; resize: vertical; overflow-wrap: anywhere; }
.share .sides { display: grid; grid-template-columns: minmax(16em, 1fr) minmax(0, 2fr); gap: 24px; }
.share .choices { display: grid; align-content: start; gap: 8px; min-width: 0; }
.share .tick { display: flex; align-items: center; gap: 8px; min-height: 44px; cursor: pointer; }
.share .tick input { width: 20px; height: 20px; margin: 0; flex: none; accent-color: var(--accent); }
.share fieldset { min-width: 0; margin: 8px 0; padding: 4px 16px; border: 1px solid var(--line); border-radius: 6px; }
.share .body > fieldset { display: flex; flex-wrap: wrap; column-gap: 24px; margin-top: 24px; }
.share legend { padding: 0 4px; font-weight: 600; }
.share li { margin: 4px 0; }
.share a { color: var(--accent); }
.share a.main { display: inline-block; padding: 10px 16px; border-radius: 6px; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
.about { width: min(44em, 100% - 16px); }
.share .preview { overflow: auto; max-height: 480px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); }
.share iframe { display: block; border: 0; }
.share summary { min-height: 44px; display: list-item; align-content: center; cursor: pointer; color: var(--accent); }
.share details p { padding-inline-start: 16px; }
.share :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.share h2:focus-visible { outline: none; }
@media (max-width: 640px) {
    .share .sides { grid-template-columns: minmax(0, 1fr); }
    .share :is(.head, .body, .tabs) { padding-inline: 16px; }
}
@media (forced-colors: active) { .share .tabs [aria-current] { border-bottom-color: Highlight; } .share :focus-visible { outline-color: Highlight; } }
`);
