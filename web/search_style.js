// How the search field and its list look.

export const style = new CSSStyleSheet();
style.replaceSync(`
.find {
    position: absolute; z-index: 1; right: var(--right); top: var(--top); width: var(--width); height: var(--height);
    font: 400 max(15px, .9375em)/1.4 Inter, system-ui, sans-serif; color: var(--ink);
}
.find.folded:focus-within { top: var(--drop); width: min(20em, 100% - var(--right) - 8px); }
.find::before, .find::after { content: ''; position: absolute; z-index: 1; pointer-events: none; box-sizing: border-box; color: var(--quiet); }
.find::before { left: .867em; top: calc(50% - .533em); width: .867em; height: .867em; border: .134em solid; border-radius: 50%; }
.find::after { left: 1.533em; top: calc(50% + .267em); width: .533em; height: .134em; background: currentColor; transform: rotate(45deg); }
.find input {
    box-sizing: border-box; width: 100%; height: 100%; padding: 0 .8em 0 2.4em; font: inherit; color: inherit;
    border: 1px solid var(--line); border-radius: 6px; background: var(--panel);
}
.find.folded:not(:focus-within) input { padding: 0 0 0 calc(100% - 2px); cursor: pointer; }
.find input::placeholder { color: var(--quiet); opacity: 1; }
.find input:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; }
.found {
    --wide: min(24em, var(--host) - 16px); position: absolute; right: min(0px, var(--host) - 8px - var(--right) - var(--wide)); top: calc(100% + 4px);
    min-width: 100%; width: var(--wide); max-height: calc(var(--room) - 8px); overflow: auto; box-sizing: border-box;
    background: var(--panel); border: 1px solid var(--line); border-radius: 6px; box-shadow: var(--shadow);
}
.found ul { list-style: none; margin: 0; padding: 4px 0; }
.found li { min-height: 44px; box-sizing: border-box; padding: 4px 12px; cursor: pointer; overflow-wrap: anywhere; }
.found li b { display: block; font-weight: 600; }
.found li[aria-selected=true], .found li:hover { background: var(--paper); box-shadow: inset 3px 0 var(--accent); }
.found p { margin: 0; padding: 8px 12px; font-size: .9em; user-select: text; -webkit-user-select: text; }
.found li span, .found p { color: var(--quiet); }
.locate { padding: 8px 12px 0; }
.locate p { padding: 4px 0 0; }
@media (forced-colors: active) { .found li[aria-selected=true] { background: Highlight; } }
`);
