// A virtual screen reader in a page: what it says, element by element (Guidepup's, after ARIA, ACCNAME and the AAMs). It
// is no substitute for people who use one.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The browser's build, run as a script: the page's own policy lets no module of ours in.
const module = readFileSync(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'), 'utf8');
const source = module.replace(/export\s*\{[^}]*?([\w$]+) as virtual[^}]*\};?/, 'window.reader = $1;');

/** Starts reading at the map, or at another part of it. */
export async function startReader(page, part = '.map') {
    await page.evaluate(`(() => { ${source}\n })()`);
    await page.evaluate((part) => window.reader.start({ container: document.querySelector('dex-map').shadowRoot.querySelector(part) }), part);
}

/** Goes on until what is said matches, at most so many steps. Returns all that was said on the way. */
export function readUntil(page, pattern, max = 200) {
    return page.evaluate(
        async ([pattern, max]) => {
            const wanted = new RegExp(pattern);
            const said = [];
            for (let i = 0; i < max; i += 1) {
                await window.reader.next();
                const phrase = await window.reader.lastSpokenPhrase();
                // The choices of a closed list are met when it is opened; where a paragraph begins and ends is not said aloud.
                if (!/^option, |^(end of )?paragraph$/.test(phrase)) said.push(phrase);
                if (wanted.test(phrase)) return said;
            }
            throw new Error(`${pattern} was not said in ${max} steps:\n${said.join('\n')}`);
        },
        [pattern.source, max],
    );
}

/** What is announced now, without being asked for. */
export const announced = (page) => page.locator('dex-map >> [aria-live=polite]').textContent();
