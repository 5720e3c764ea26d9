// The four shapes at one and two device pixels a css px, light, dark and grey: kept in build/shots to be looked at.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const shapes = { wide: [1280, 820], middle: [760, 900], narrow: [390, 844], small: [400, 320] };
const { name, folder } = atlases().at(-1);

describe(`layouts, ${name}`, () => {
    const site = served(folder);

    async function opened(width, height, deviceScaleFactor) {
        const map = await site.opened({ viewport: { width, height }, deviceScaleFactor });
        await map.settled();
        return map;
    }

    for (const [shape, [width, height]] of Object.entries(shapes)) {
        for (const ratio of [1, 2]) {
            test(`${shape} at ${ratio}×`, async () => {
                const map = await opened(width, height, ratio);
                const label = `${shape}-${ratio}x`;
                await map.shot(label);
                const { x, y } = await map.free();
                await map.after('dex-select', () => map.hand.click(x, y));
                for (const theme of ratio === 1 ? ['light', 'dark', 'grey'] : ['light', 'dark']) {
                    await map.run((element, theme) => void (element.theme = theme), theme);
                    await map.settled();
                    await map.shot(`${label}-card-${theme}`);
                    const tree = await map.tree();
                    const shown = tree.filter(({ rect: [, , w, h], state }) => !state.includes('hidden') && w > 0 && h > 0);
                    // Nothing that can be pressed is too small for a finger, and nothing that is read reaches out of its window.
                    const small = shown.filter(({ actions, rect: [, , w, h] }) => actions.length > 0 && Math.min(w, h) < 24);
                    assert.deepEqual(small.map(({ id, rect }) => [id, rect]), []);
                    const beyond = shown.filter(({ rect: [left, , w] }) => left < -0.5 || left + w > width + 0.5);
                    assert.deepEqual(beyond.map(({ id, rect }) => [id, rect]), []);
                }
                assert.deepEqual(map.complaints, []);
                await map.close();
            });
        }
    }

    // Of all pixels that the headline's letters touch, how many are ink through and through: blurred or enlarged letters
    // have hardly any.
    function sharpness(picture, [left, top, width, height], ratio) {
        let touched = 0;
        let full = 0;
        for (let y = Math.ceil(top * ratio); y < (top + height) * ratio - 1; y += 1) {
            for (let x = Math.ceil(left * ratio); x < (left + width) * ratio - 1; x += 1) {
                const [red] = picture.at(x, y);
                if (red < 240) touched += 1;
                if (red < 45) full += 1;
            }
        }
        return full / touched;
    }

    for (const [ratio, min] of [[1, 0.2], [1.25, 0.25], [1.5, 0.3], [2, 0.4], [3, 0.55]]) {
        test(`letters are sharp at ${ratio}×`, async () => {
            const map = await opened(960, 600, ratio);
            const size = await map.page.evaluate(() => {
                const { width, height } = document.querySelector('dex-map').shadowRoot.querySelector('canvas');
                return [width, height];
            });
            assert.deepEqual(size, [960 * ratio, 600 * ratio]);
            const headline = (await map.tree()).find(({ role, parent }) => role === 'heading' && parent === 'head');
            const picture = readPng(await map.page.screenshot());
            const share = sharpness(picture, headline.rect, ratio);
            assert.ok(share >= min, `${share}`);
            await map.shot(`text-${ratio}x`);
            await map.close();
        });
    }
});
