// The shell with a table of words in no language: nothing that it says by itself has a plain vowel, and what it lays over
// the map holds words that are 40% longer. The panels are held to the same in tests/abi/pseudo_test.cpp.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { build } from 'vite';
import configOf from '../../tools/vite.config.mjs';
import { boroughs, dist, root, work } from './site.mjs';
import { served } from './visit.mjs';

const shapes = { wide: [1280, 820], narrow: [390, 844], small: [400, 320] };

// What the shell says by itself: all texts and labels but those of the twin, the tables, the places found and what can be
// chosen of them for sharing or taking away, which come from the core.
function said() {
    const { shadowRoot } = document.querySelector('dex-map');
    const isTheirs =
        '.twin, [data-node], .found li, .found > p, :is(#share-place, #share-show, #share-level, #take-areas, #take-about) option, .preview :is(iframe, img, td, th)';
    const isOurs = (element) => !element.closest(isTheirs) || element.closest('.filter');
    const found = [];
    for (const element of shadowRoot.querySelectorAll('*')) {
        if (!isOurs(element)) continue;
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '');
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    }
    return found.filter((text) => text.trim());
}

describe('words of no language', () => {
    const folder = join(work, 'pseudo');
    before(async () => {
        mkdirSync(folder, { recursive: true });
        const tables = Object.entries({ '#words': 'shell', '#words/search': 'search', '#words/share': 'share', '#words/tabs': 'tabs', '#words/away': 'away' }).map(([name, part]) => {
            const replacement = join(work, `pseudo-${part}.mjs`);
            execFileSync(process.execPath, [join(root, 'tools', 'words.mjs'), `--${part}`, replacement, '--pseudo']);
            return { find: new RegExp(`^${name}$`), replacement };
        });
        const config = configOf({ command: 'build' });
        await build({ ...config, configFile: false, logLevel: 'warn', resolve: { alias: tables }, build: { ...config.build, outDir: folder } });
        for (const name of ['dex.wasm', 'dex.rest.wasm', 'faces']) cpSync(join(dist, name), join(folder, name), { recursive: true });
        // The map may ask where the reader is, and is not told.
        const page = join(folder, 'index.html');
        writeFileSync(page, readFileSync(page, 'utf8').replace('<dex-map ', '<dex-map locate '));
        symlinkSync(join(boroughs(), 'atlas'), join(folder, 'atlas'));
    });
    const site = served(folder);

    // Addresses and names that the sentence carries are not the table's, nor is what the core says of the places it found.
    const isPlain = (text) => /[aeiou]/i.test(text.replace(/https?:\S*|(Digital exclusion in )?London(’s 33 boroughs)?|^1 match$/g, ''));

    async function holds(map, min) {
        const texts = await map.page.evaluate(said);
        assert.ok(texts.length >= min, `${texts.length} texts`);
        assert.deepEqual(texts.filter(isPlain), []);
        const beyond = await map.page.evaluate(() =>
            [...document.querySelector('dex-map').shadowRoot.querySelectorAll('.cover *, .note *, .find > *, .text .top *, .text .filter, .share :not(input, textarea, .preview, .preview *)')]
                .filter((element) => element.checkVisibility())
                .filter((element) => {
                    const { left, right } = element.getBoundingClientRect();
                    return left < -0.5 || right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1;
                })
                .map((element) => {
                    const { left, right } = element.getBoundingClientRect();
                    return `${element.localName}.${element.className}: ${left} to ${right} of ${innerWidth}, ${element.scrollWidth} in ${element.clientWidth}: ${element.textContent}`;
                }),
        );
        assert.deepEqual(beyond, []);
    }

    async function share(map, shape) {
        await map.act('share');
        await map.page.locator('dex-map >> .share').waitFor();
        for (const label of await map.page.locator('dex-map >> .share .tick:has([name=kind]):visible').all()) {
            await label.click();
            await holds(map, 40);
        }
        for (const system of await map.page.locator('dex-map >> .share summary').all()) await system.click();
        await map.shot(`pseudo-${shape}-share`);
        await holds(map, 40);
        await take(map, shape);
        await map.page.keyboard.press('Escape');
    }

    // The tabs beside the one that shares.
    async function take(map, shape) {
        const names = map.page.locator('dex-map >> .tabs button');
        for (let i = 1; i < (await names.count()); i += 1) {
            await names.nth(i).click();
            await map.page.locator('dex-map >> .take button.main:not([aria-disabled=true])').waitFor();
            await map.shot(`pseudo-${shape}-take-${i}`);
            await holds(map, 12);
        }
    }

    for (const [shape, [width, height]] of Object.entries(shapes)) {
        test(`${shape}: map, search, sharing, Text view, and why there is no map`, async () => {
            const map = await site.opened({ viewport: { width, height } });
            await map.settled();
            await holds(map, 8);
            const field = map.page.locator('dex-map >> #find');
            if (await field.isVisible()) {
                await field.focus();
                await map.page.locator('dex-map >> .locate button').click();
                await holds(map, 11);
                await field.fill('so');
                await map.shot(`pseudo-${shape}-found`);
                await holds(map, 8);
            }
            if (await map.node('share')) await share(map, shape);
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text .top button').waitFor();
            await map.page.locator('dex-map >> .text .filter input').first().fill('s');
            await map.shot(`pseudo-${shape}-text`);
            await holds(map, 8);
            await map.run((element) => void (element.src = 'nowhere/atlas.json'));
            await map.page.locator('dex-map >> .cover button').waitFor();
            await map.shot(`pseudo-${shape}-failed`);
            await holds(map, 3);
            await map.close();
        });
    }
});
