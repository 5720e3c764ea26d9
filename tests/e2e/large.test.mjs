// Walls of screens: more pixels than the processor has room for.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kCard, kProcessor } from './chromium.mjs';
import { largeColours, readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const kMinColours = 6;
// 64 MB in three buffers.
const kMaxPixels = (64 * 1024 * 1024) / 12;

const pixelsOf = (map, name) => map.page.evaluate((name) => {
    const canvas = document.querySelector('dex-map').shadowRoot.querySelector(name);
    return canvas && canvas.width * canvas.height;
}, name);

// The middle of the window has a map in it, and what is pointed at is what lies there.
async function isDrawn(map, { width, height }) {
    const clip = { x: width / 2 - 300, y: height / 2 - 200, width: 600, height: 400 };
    const picture = readPng(await map.page.screenshot({ clip }));
    assert.ok(largeColours(picture) >= kMinColours || picture.width < 600, `${largeColours(picture)} colours of any size`);
    assert.notEqual(await map.areaAt(...Object.values(await map.free())), '');
    assert.deepEqual(map.complaints, []);
}

describe('a wall of screens', () => {
    const viewport = { width: 9000, height: 2000 };
    const site = served(folder, kProcessor);

    test('the processor draws as many pixels as it has room for, over all of it', async () => {
        const map = await site.opened({ viewport });
        const drawn = await pixelsOf(map, 'canvas');
        assert.ok(drawn <= kMaxPixels && drawn > kMaxPixels * 0.99, `${drawn} pixels`);
        await isDrawn(map, viewport);
        await map.shot('wall-processor');
        await map.close();
    });

    test('a window of usual size has all of its pixels', async () => {
        const map = await site.opened({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 });
        assert.equal(await pixelsOf(map, 'canvas'), 2880 * 1800);
        await map.close();
    });
});

describe('a large screen with a card', () => {
    const viewport = { width: 3840, height: 2160 };
    const site = served(folder, kCard);

    test('the card draws all pixels, and the processor what it can when the card is lost', async () => {
        const map = await site.opened({ viewport });
        await map.drawnByCard();
        await map.settled();
        assert.equal(await pixelsOf(map, 'canvas.card'), 3840 * 2160);
        await isDrawn(map, viewport);
        await map.loseContext();
        await map.page.waitForFunction(() => !document.querySelector('dex-map').shadowRoot.querySelector('canvas.card'));
        assert.ok((await pixelsOf(map, 'canvas')) <= kMaxPixels);
        await isDrawn(map, viewport);
        await map.close();
    });
});
