// How the Text view looks, on the screen and on paper.

export const style = new CSSStyleSheet();
style.replaceSync(`
.text { position: absolute; inset: 0; overflow: auto; box-sizing: border-box; padding: 16px max(16px, calc(50% - 440px)) 48px; background: var(--panel); font: 400 max(16px, 1em)/1.5 Inter, system-ui, sans-serif; outline: none; }
.text :is(h1, h2, h3) { margin: 24px 0 4px; font-weight: 600; line-height: 1.25; text-wrap: balance; }
.text :is(h1, h2) { font-size: 1.5em; margin-top: 8px; }
.text h3 { font-size: 1.2em; }
.text p { margin: 0 0 8px; max-width: 42em; }
.text .why { padding: 8px 12px; border-inline-start: 4px solid var(--accent); }
.text fieldset { margin: 16px 0; padding: 8px 16px; border: 1px solid var(--line); border-radius: 6px; min-width: 0; display: flex; flex-wrap: wrap; column-gap: 24px; }
.text legend { font-weight: 600; padding: 0 4px; }
.text label { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; }
.text label.radio { flex: 1 1 18em; cursor: pointer; }
.text input:is([type=radio], [type=checkbox]) { width: 20px; height: 20px; margin: 0; flex: none; accent-color: var(--accent); }
.text :is(select, input[type=search]) { font: inherit; min-height: 44px; min-width: 0; max-width: 100%; padding: 4px 8px; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: 6px; box-sizing: border-box; }
.text label.combobox { display: flex; flex-wrap: wrap; }
.text label.combobox span { min-width: 5em; }
.text label:is(.slider, .searchbox) { display: flex; flex-wrap: wrap; }
.text label.slider span { flex: 1 1 18em; }
.text label.slider input { flex: 1 1 12em; max-width: 20em; accent-color: var(--accent); }
.text details { margin: 16px 0; border: 1px solid var(--line); border-radius: 6px; padding: 0 16px; }
.text summary { display: list-item; align-content: center; font-weight: 600; min-height: 44px; cursor: pointer; color: var(--accent); }
.text :is(details, section) > button { margin-inline-end: 8px; }
.text :is([data-id^="ranked."], [data-id^="card.neighbour."]):is(button) { display: block; text-align: start; border: 0; padding: 4px 0; min-height: 44px; }
.text a { display: block; width: fit-content; padding: 10px 0; color: var(--accent); }
.text .table { margin: 16px 0; overflow-x: auto; }
.text table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
.text caption { text-align: start; font-weight: 600; font-size: 1.2em; padding: 8px 0; }
.text :is(th, td) { text-align: start; vertical-align: top; padding: 0 8px; border-bottom: 1px solid var(--line); font-weight: 400; }
.text td { padding-block: 10px; overflow-wrap: anywhere; }
.text thead th { vertical-align: bottom; }
.text table button { font: inherit; text-align: start; min-height: 44px; padding: 8px 0; border: 0; border-radius: 0; background: none; color: var(--accent); text-decoration: underline; }
.text thead button { font-weight: 600; }
.text [aria-sort=ascending] button::after { content: ' \\2191' / ''; }
.text [aria-sort=descending] button::after { content: ' \\2193' / ''; }
.text tr:has([aria-expanded=true]) { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.text :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
@media print {
    :host { height: auto !important; overflow: visible; contain: none; background: none; }
    .text { position: static; overflow: visible; padding: 0; background: none; color: var(--print); }
    .text :is(fieldset, .filter, .top, label, button:not(table button)) { display: none; }
    .text table button { color: inherit; text-decoration: none; min-height: 0; }
    .text tr { break-inside: avoid; }
}
`);
