// The views of tests/golden in Chromium, drawn by the processor and on the software renderer that drew them without a window
// (tests/abi/frames_test.cpp).

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { kLlvmpipe, kProcessor, launch, newPage } from './chromium.mjs';
import { differing, readPng } from './png.mjs';
import { boroughs, miniTown, open, root, shots } from './site.mjs';

const goldens = join(root, 'tests', 'golden');
const views = JSON.parse(readFileSync(join(goldens, 'views.json'), 'utf8'));

// As tests/support/golden.cpp has it: below, a pixel counts as equal, and this share may differ by more.
const kNear = 24;
const kMaxDiffering = 0.004;

const compare = (renderer) => () => {
    const servers = {};
    let browser;
    before(async () => {
        for (const [name, folder] of Object.entries({ boroughs: boroughs(), mini: miniTown() })) servers[name] = await open(folder);
        browser = await launch(renderer);
    });
    after(async () => {
        await browser?.close();
        for (const server of Object.values(servers)) await server.close();
    });

    for (const { name, atlas, width, height, ratio, dark, view } of views) {
        test(name, async () => {
            const map = await newPage(browser, { viewport: { width, height }, deviceScaleFactor: ratio, colorScheme: dark ? 'dark' : 'light' });
            await map.open(servers[atlas].origin, `/#${view}`);
            await map.event('dex-detail');
            await map.drawnByCard();
            await map.settled();
            // What stands over the canvas is for readers that cannot see it, and text fields.
            await map.page.evaluate(() => {
                const canvas = document.querySelector('dex-map').shadowRoot.querySelector('canvas');
                for (let at = canvas; at.parentNode; at = at.parentNode) {
                    for (const other of at.parentNode.children ?? []) if (other !== at && other.style) other.style.visibility = 'hidden';
                }
            });
            const picture = await map.page.screenshot();
            const share = differing(readPng(picture), readPng(readFileSync(join(goldens, `${name}.png`))), kNear) / (width * height * ratio ** 2);
            if (share > kMaxDiffering) {
                mkdirSync(shots, { recursive: true });
                writeFileSync(join(shots, `golden-${name}.png`), picture);
            }
            assert.ok(share <= kMaxDiffering, `${(share * 100).toFixed(2)}% of the pixels differ: build/shots/golden-${name}.png`);
            await map.close();
        });
    }
};

describe('goldens, drawn by the processor', compare(kProcessor));
describe('goldens, drawn by a card', compare(kLlvmpipe));
