// The shell with a table of words in no language: nothing that it says by itself has a plain vowel, and what it lays over
// the map holds words that are 40 % longer. The panels are held to the same in tests/abi/pseudo_test.cpp.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'vite';
import configOf from '../../tools/vite.config.mjs';
import { launch, newPage } from './chromium.mjs';
import { boroughs, dist, open, root, work } from './site.mjs';

const shapes = { wide: [1280, 820], narrow: [390, 844], small: [400, 320] };

// What the shell says by itself: all texts and labels but those of the twin, the tables and the places
// found, which come from the core.
function said() {
    const { shadowRoot } = document.querySelector('dex-map');
    const isOurs = (element) => !element.closest('.twin, [data-node], .found li, .found > p') || element.closest('.filter');
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
    let server, browser;
    before(async () => {
        mkdirSync(folder, { recursive: true });
        const tables = Object.entries({ '#words': 'shell', '#words/share': 'share' }).map(([name, part]) => {
            const replacement = join(work, `pseudo-${part}.mjs`);
            execFileSync(process.execPath, [join(root, 'tools', 'words.mjs'), `--${part}`, replacement, '--pseudo']);
            return { find: new RegExp(`^${name}$`), replacement };
        });
        const config = configOf({ command: 'build' });
        await build({ ...config, configFile: false, logLevel: 'warn', resolve: { alias: tables }, build: { ...config.build, outDir: folder } });
        for (const name of ['dex.wasm', 'faces']) cpSync(join(dist, name), join(folder, name), { recursive: true });
        symlinkSync(join(boroughs(), 'atlas'), join(folder, 'atlas'));
        server = await open(folder);
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    // Addresses and names that the sentence carries are not the table's.
    const isPlain = (text) => /[aeiou]/i.test(text.replace(/https?:\S*|Digital exclusion in London|London’s 33 boroughs/g, ''));

    async function holds(map, least) {
        const texts = await map.page.evaluate(said);
        assert.ok(texts.length >= least, `${texts.length} texts`);
        assert.deepEqual(texts.filter(isPlain), []);
        const beyond = await map.page.evaluate(() =>
            [...document.querySelector('dex-map').shadowRoot.querySelectorAll('.cover *, .note *, .find, .found:not([hidden]), .text .top *, .text .filter')]
                .filter((element) => element.checkVisibility())
                .filter((element) => {
                    const { left, right } = element.getBoundingClientRect();
                    return left < -0.5 || right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1;
                })
                .map(({ className, localName, textContent }) => `${localName}.${className} ${textContent}`),
        );
        assert.deepEqual(beyond, []);
    }

    for (const [shape, [width, height]] of Object.entries(shapes)) {
        test(`${shape}: map, search, Text view, and why there is no map`, async () => {
            const map = await newPage(browser, { viewport: { width, height } });
            await map.open(server.origin);
            await map.event('dex-detail');
            await map.settled();
            await holds(map, 8);
            const field = map.page.locator('dex-map >> #find');
            if (await field.isVisible()) await field.fill('so');
            await holds(map, 8);
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text .top button').waitFor();
            await map.page.locator('dex-map >> .text .filter input').first().fill('s');
            await map.shot(`pseudo-${shape}-text`);
            await holds(map, 8);
            await map.page.evaluate(() => (document.querySelector('dex-map').src = 'nowhere/atlas.json'));
            await map.page.locator('dex-map >> .cover button').waitFor();
            await map.shot(`pseudo-${shape}-failed`);
            await holds(map, 3);
            await map.close();
        });
    }
});
