// The four shapes at one and two device pixels a css px, light and dark: kept in build/shots to be looked at.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, newPage } from './chromium.mjs';
import { atlases, open } from './site.mjs';

const shapes = { wide: [1280, 820], middle: [760, 820], narrow: [390, 844], small: [400, 320] };

for (const { name, folder } of atlases()) {
    describe(`layouts, ${name}`, () => {
        let server, browser;
        before(async () => {
            server = await open(folder);
            browser = await launch();
        });
        after(async () => {
            await browser?.close();
            await server?.close();
        });

        for (const [shape, [width, height]] of Object.entries(shapes)) {
            for (const deviceScaleFactor of [1, 2]) {
                for (const colorScheme of ['light', 'dark']) {
                    test(`${shape} at ${deviceScaleFactor}×, ${colorScheme}`, async () => {
                        const map = await newPage(browser, { viewport: { width, height }, deviceScaleFactor, colorScheme });
                        await map.open(server.origin);
                        await map.event('dex-detail');
                        await map.still();
                        const label = `${name.split(' ')[0]}-${shape}-${deviceScaleFactor}x-${colorScheme}`;
                        await map.shot(label);
                        const { x, y } = await map.free();
                        await map.after('dex-select', () => map.page.mouse.click(x, y));
                        await map.still();
                        await map.shot(`${label}-card`);
                        const size = await map.page.evaluate(() => {
                            const { width, height } = document.querySelector('dex-map').shadowRoot.querySelector('canvas');
                            return [width, height];
                        });
                        assert.deepEqual(size, [width * deviceScaleFactor, height * deviceScaleFactor]);
                        // Nothing that can be pressed is outside of the window or too small for a finger.
                        const small = (await map.tree()).filter(({ actions, rect: [, , w, h], state }) => actions.length > 0 && !state.includes('hidden') && w > 0 && Math.min(w, h) < 24);
                        assert.deepEqual(small.map(({ id, rect }) => [id, rect]), []);
                        assert.deepEqual(map.complaints, []);
                        await map.close();
                    });
                }
            }
        }
    });
}
