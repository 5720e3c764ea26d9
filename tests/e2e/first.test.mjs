// From the address to the first picture, and what happens then: nothing.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { differing, largeColours } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

for (const { name, folder } of atlases()) {
    describe(`first picture, ${name}`, () => {
        const site = served(folder);
        const map = site.visit();

        test('a map is drawn, and not a plain rectangle', async () => {
            const picture = await map.picture();
            const large = largeColours(picture);
            assert.ok(large >= 6, `${large} colours of any size`);
            assert.ok((await map.counter('triangles')) > 0);
        });

        test('the area under the pointer has a name', async () => {
            const { x, y } = await map.free();
            assert.notEqual(await map.areaAt(x, y), '');
        });

        test('nothing was said on the console', () => assert.deepEqual(map.complaints, []));

        test('nobody else was asked for anything', () => {
            const others = map.requests.filter((url) => !url.startsWith(map.origin) && !url.startsWith('data:'));
            assert.deepEqual(others, []);
            const programs = map.requests.filter((url) => url.endsWith('.wasm')).map((url) => url.split('/').at(-1));
            assert.deepEqual(programs, ['dex.wasm', 'dex.rest.wasm']);
            assert.equal(new Set(map.requests).size, map.requests.length, 'a file was fetched twice');
        });

        test('it runs under the policy that hosts are told to send', async () => {
            const policy = map.response.headers()['content-security-policy'].split('; ');
            assert.deepEqual(policy.slice(0, 2), ["default-src 'none'", `script-src 'self' ${map.origin} 'wasm-unsafe-eval'`]);
            assert.ok(policy.includes("require-trusted-types-for 'script'"));
            assert.deepEqual(await map.page.evaluate(() => window.violations), []);
        });

        test('nothing is kept on the reader’s device', async () => {
            assert.deepEqual(await map.page.context().cookies(), []);
            const kept = await map.page.evaluate(async () => [window.localStorage.length, window.sessionStorage.length, (await window.indexedDB.databases()).length]);
            assert.deepEqual(kept, [0, 0, 0]);
        });

        test('an idle map draws nothing for two seconds', async () => {
            await map.page.mouse.move(0, 0);
            await map.still();
            const before = await map.counter('frames');
            await map.page.evaluate(() => new Promise((done) => setTimeout(done, 2000)));
            assert.equal(await map.counter('frames'), before);
        });

        test('the picture is the same after a reload', async () => {
            const first = await map.picture();
            await map.page.reload();
            await map.event('dex-detail');
            await map.still();
            assert.ok(differing(first, await map.picture()) < 50);
        });

        const late = {
            faces: ['**/faces/*', () => window.seen.some(({ type }) => type === 'dex-ready')],
            outlines: ['**/tile.*.dex', () => document.querySelector('dex-map')?.core?.tree.length > 0],
            'files of the program': ['**/*.wasm', () => performance.getEntriesByType('resource').filter(({ name }) => /\/faces\/|\.dex$/.test(name)).length >= 5],
        };
        for (const [what, [pattern, rest]] of Object.entries(late)) {
            test(`the picture is the same when ${what} come late`, async () => {
                const other = await site.newPage();
                const letGo = await other.holdBack(pattern);
                await other.open(site.origin);
                await other.page.waitForFunction(rest);
                letGo();
                await other.event('dex-detail');
                await other.still();
                assert.ok(differing(await map.picture(), await other.picture()) < 50);
                assert.deepEqual(other.complaints, []);
                await other.close();
            });
        }

        test('a change of pixel ratio draws the same map with more pixels', async () => {
            const view = await map.view();
            const cdp = await map.page.context().newCDPSession(map.page);
            // Two css px wider too: Chromium tells a page nothing of an emulated ratio alone.
            await cdp.send('Emulation.setDeviceMetricsOverride', { width: 1282, height: 800, deviceScaleFactor: 1.5, mobile: false });
            await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.querySelector('canvas').width === 1282 * 1.5);
            await map.still();
            assert.equal(await map.view(), view);
            assert.deepEqual(map.complaints, []);
        });

        test('a change of size keeps canvas and window in step', async () => {
            const cdp = await map.page.context().newCDPSession(map.page);
            await cdp.send('Emulation.clearDeviceMetricsOverride');
            await map.page.setViewportSize({ width: 701, height: 533 });
            await map.page.waitForFunction(() => {
                const { width, height } = document.querySelector('dex-map').shadowRoot.querySelector('canvas');
                return width === 701 && height === 533;
            });
            await map.still();
            assert.deepEqual(map.complaints, []);
        });
    });
}
