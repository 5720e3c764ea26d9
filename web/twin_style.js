// The elements that stand over the picture for keyboard and screen reader: they have a place and a ring, and no look of their own.
// Under forced colours, too, the picture has its own: a second set of words would stand over it.

export const style = new CSSStyleSheet();
style.replaceSync(`
.twin { forced-color-adjust: none; }
.twin :is(button, select, input, p, h1, h2, h3, h4) { position: absolute; box-sizing: border-box; margin: 0; padding: 0; min-width: 0; min-height: 0; border: 0; border-radius: 6px; appearance: none; background: none; color: transparent; }
.twin :is(p, h1, h2, h3, h4) { opacity: 0; overflow: clip; }
.twin input[type=search] { padding: 0 12px; font: 400 max(15px, .9375em)/1.4 Inter, system-ui, sans-serif; color: var(--ink); pointer-events: auto; }
.twin input::placeholder { color: var(--quiet); opacity: 1; }
.twin option { color: CanvasText; background: Canvas; }
.twin :focus-visible { outline: 2px solid var(--focus-dark); outline-offset: -2px; box-shadow: inset 0 0 0 4px var(--focus-light); }
@media (forced-colors: active) { .twin :focus-visible { outline-color: Highlight; } }
`);
