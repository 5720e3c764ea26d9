// What the dialog has besides those of share/style.js.

export const style = new CSSStyleSheet();
style.replaceSync(`
.take { max-height: min(54em, 100% - 16px); }
.take input[type=number] { box-sizing: border-box; width: 8em; min-height: 44px; padding: 8px; font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: 6px; }
.take input[type=file] { width: 100%; min-height: 44px; font: inherit; }
.take input::file-selector-button { min-height: 44px; margin-inline-end: 12px; padding: 0 16px; font: inherit; font-weight: 600; color: var(--accent); background: var(--panel); border: 1px solid var(--line); border-radius: 6px; }
.take .hint[role=status] { margin-top: 8px; }
.take .choices .row > div { flex: 0 0 auto; }
.take .choices .row > p { flex: 1 0 100%; margin: 0; }
.take .choices .row button { flex: 0 0 auto; }
.take > .code { width: calc(100% - 48px); margin: 16px 24px 0; }
.take .preview.picture { display: grid; place-items: center; height: 320px; padding: 8px; overflow: hidden; }
.take .preview img { max-width: 100%; max-height: 304px; box-shadow: 0 0 0 1px var(--line); }
.take .preview.rows { max-height: 260px; }
.take table { border-collapse: collapse; font-size: .85em; }
.take :is(th, td) { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: start; white-space: nowrap; }
.take th { position: sticky; top: 0; background: var(--panel); font-weight: 600; }
.take .going { align-items: center; }
.take progress { flex: 1 1 12em; height: 6px; accent-color: var(--accent); }
.take [aria-disabled=true] { opacity: .5; cursor: default; }
.take h3 { margin-top: 0; font-size: 1em; }
@media (max-width: 640px) {
    .take .preview.picture { height: 240px; }
    .take .preview img { max-height: 224px; }
    .take > .code { width: calc(100% - 32px); margin-inline: 16px; }
}
`);
