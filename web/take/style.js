// What the dialog has besides those of share/style.js.

export const style = new CSSStyleSheet();
style.replaceSync(`
.take { height: calc(100% - 16px); max-height: 54em; }
.take input[type=number] { box-sizing: border-box; width: 8em; min-height: 44px; padding: 8px; font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: 6px; }
.take .choices > .row > div { flex: 0 0 auto; }
.take .choices .row button { flex: 0 0 auto; }
.take .preview.picture { display: grid; place-items: center; height: 320px; padding: 8px; overflow: hidden; }
.take .preview img { max-width: 100%; max-height: 304px; box-shadow: 0 0 0 1px var(--line); }
.take .preview.rows { max-height: 260px; }
.take table { border-collapse: collapse; font-size: .85em; }
.take :is(th, td) { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: start; white-space: nowrap; }
.take th { position: sticky; top: 0; background: var(--panel); font-weight: 600; }
.take progress { display: block; width: 100%; height: 6px; margin: 8px 0; accent-color: var(--accent); }
.take button:disabled { opacity: .5; cursor: default; }
.take h4 { margin-top: 0; }
@media (max-width: 640px) { .take .preview.picture { height: 240px; } .take .preview img { max-height: 224px; } }
`);
