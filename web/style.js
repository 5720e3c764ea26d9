// How the shell looks while the map itself cannot draw: the colours of the map's own theme.

export const style = new CSSStyleSheet();
style.replaceSync(`
:host {
    --paper: #f4f2ed; --panel: #ffffff; --ink: #1d1b2e; --quiet: #55536a; --line: #d9d6cf; --accent: #4d2f8f; --on-accent: #ffffff;
    display: block; position: relative; overflow: hidden; height: 480px; min-width: 0;
    background: var(--paper); color: var(--ink); contain: layout paint; text-align: start;
}
:host([hidden]) { display: none; }
@media (prefers-color-scheme: dark) {
    :host(:not([theme=light], [theme=grey])) {
        --paper: #16151f; --panel: #201f2c; --ink: #f1eff7; --quiet: #b3b0c6; --line: #3a3850; --accent: #b9a4f5; --on-accent: #16151f;
    }
}
:host([theme=dark]) {
    --paper: #16151f; --panel: #201f2c; --ink: #f1eff7; --quiet: #b3b0c6; --line: #3a3850; --accent: #b9a4f5; --on-accent: #16151f;
}
.stage { position: absolute; inset: 0; outline: none; user-select: none; -webkit-user-select: none; -webkit-tap-highlight-color: transparent; }
.stage:focus-visible { outline: 2px solid #14121f; outline-offset: -2px; box-shadow: inset 0 0 0 4px #ffffff; }
.stage:focus-visible::after { content: ''; position: absolute; inset: 2px; border: 2px solid #ffffff; pointer-events: none; }
canvas { display: block; width: 100%; height: 100%; pointer-events: none; }
.gauge { position: absolute; width: 10em; height: 0; visibility: hidden; }
.bar { position: absolute; inset: 0 0 auto; height: 3px; background: var(--accent); transform-origin: 0 0; transform: scaleX(0); pointer-events: none; }
.cover, .note, .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
@media (forced-colors: active) { .bar { background: Highlight; } .stage:focus-visible { outline-color: Highlight; } }
`);
