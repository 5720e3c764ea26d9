// A whole journey, watched: nothing is stored, nobody but the map's own address is asked for anything, and the first view
// is small. What was transferred is printed.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const kFirstBytes = 300_000;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

for (const { name, folder } of atlases()) {
    describe(`a journey, watched, ${name}`, () => {
        const site = served(folder);
        let map, addresses;
        // address → bytes that came over the line.
        const transfers = new Map();
        before(async () => {
            map = await site.newPage();
            const cdp = await map.page.context().newCDPSession(map.page);
            await cdp.send('Network.enable');
            addresses = new Map();
            cdp.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
            cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
                const url = addresses.get(requestId);
                transfers.set(url, (transfers.get(url) ?? 0) + encodedDataLength);
            });
            await map.open(site.origin);
            await map.event('dex-ready');
        });

        const total = () => [...transfers.values()].reduce((sum, bytes) => sum + bytes, 0);

        test('the first view comes in 300 kB', async () => {
            // The rest of the program is asked for as soon as the picture stands.
            const asked = [...addresses.values()];
            const until = asked.findIndex((url) => url.endsWith('/dex.rest.wasm'));
            const isFirst = (url) => !/\/posters?\//.test(url) && (until < 0 || asked.indexOf(url) < until);
            const first = [...transfers].filter(([url]) => isFirst(url)).reduce((sum, [, bytes]) => sum + bytes, 0);
            console.log(`${name}: ${transfers.size} files, ${kB(first)} to the first picture`);
            assert.ok(first > 50_000 && first <= kFirstBytes, kB(first));
        });

        test('from the first view to the Text view', async () => {
            await map.event('dex-detail');
            await map.settled();
            const { x, y } = await map.free();
            await map.after('dex-select', () => map.hand.click(x, y));
            await map.after('dex-view', () => map.hand.doubleClick(x, y), { where: 'at=' });
            await map.settled();
            const field = map.page.locator('dex-map >> #find');
            await field.fill('Southwark');
            await map.page.locator('dex-map >> #found li').first().click();
            await map.settled();
            await map.run((element) => void (element.view = { show: 'standout', theme: 'dark' }));
            await map.settled();
            await map.page.goBack();
            await map.settled();
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text tbody tr').first().waitFor();
            await map.page.reload();
            await map.event('dex-detail');
            console.log(`${name}: ${kB(total())} for all of the journey, ${map.requests.length} requests`);
        });

        test('nobody else was asked, and what was typed went nowhere', () => {
            const others = map.requests.filter((url) => !url.startsWith(`${site.origin}/`) && !url.startsWith('data:'));
            assert.deepEqual(others, []);
            assert.deepEqual(map.requests.filter((url) => /[?]|Southwark/i.test(url)), []);
        });

        test('nothing is stored', async () => {
            assert.deepEqual(await map.page.context().cookies(), []);
            assert.deepEqual((await map.page.context().storageState()).origins, []);
            const kept = await map.page.evaluate(async () => ({
                local: window.localStorage.length,
                session: window.sessionStorage.length,
                databases: (await window.indexedDB.databases()).length,
                caches: (await window.caches.keys()).length,
                workers: (await navigator.serviceWorker.getRegistrations()).length,
                directory: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
            }));
            assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0, workers: 0, directory: [] });
            assert.deepEqual(map.complaints, []);
        });
    });
}
