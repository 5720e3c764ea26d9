// What goes wrong on the way: a sentence, Try again, and the rest goes on.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();

describe('files that fail', () => {
    const site = served(folder);
    let map;
    beforeEach(async () => {
        map = await site.newPage();
    });
    afterEach(() => map.close());

    // Answers requests for `pattern` with `answer` until it is lifted. Returns the lifting.
    async function spoil(pattern, answer) {
        await map.page.route(pattern, answer);
        return () => map.page.unroute(pattern);
    }
    const missing = (route) => route.fulfill({ status: 404, body: 'no' });
    const cut = async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
    };
    const damaged = async (route) => {
        const response = await route.fetch();
        const body = Buffer.from(await response.body());
        body[body.length >> 1] ^= 0x40;
        await route.fulfill({ response, body });
    };
    const html = (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Oops</title>' });
    const cover = () => map.page.locator('dex-map >> .cover');
    const retry = () => map.page.locator('dex-map >> .cover >> button').click();

    for (const [what, answer] of Object.entries({ missing, damaged: html })) {
        test(`atlas.json ${what}: a sentence with its name, and Try again brings the map`, async () => {
            const lift = await spoil('**/atlas.json', answer);
            await map.open(site.origin);
            const { sentence, status } = await map.event('dex-error');
            assert.match(sentence, /atlas\.json/);
            assert.equal(status, 0);
            assert.match(await cover().innerText(), /atlas\.json/);
            await lift();
            await retry();
            await map.event('dex-detail');
            assert.ok(await cover().isHidden());
        });
    }

    for (const [what, answer] of Object.entries({ missing, cut, damaged, 'of the wrong type': html })) {
        test(`the head ${what}: a sentence, and Try again brings the map`, async () => {
            const lift = await spoil('**/head.*.dex', answer);
            await map.open(site.origin);
            const { sentence } = await map.event('dex-error');
            assert.ok(sentence.length > 20, sentence);
            assert.ok(await cover().isVisible());
            await lift();
            await retry();
            await map.event('dex-detail');
        });

        test(`a column ${what}: the map stands, says so, and Try again completes it`, async () => {
            const lift = await spoil('**/column.*.dex', answer);
            await map.open(site.origin);
            await map.event('dex-ready');
            const { sentence, status } = await map.event('dex-error');
            assert.ok(sentence.length > 20 && status > 0, sentence);
            await map.still();
            assert.ok(await cover().isHidden());
            const again = (await map.tree()).find(({ id }) => id.startsWith('retry.'));
            assert.ok(again, 'Try again on the map');
            await lift();
            await map.after('dex-detail', () => map.act(again.id));
            await map.still();
            assert.ok(!(await map.tree()).some(({ role }) => role === 'alert'));
        });

        test(`the first tile ${what}: a sentence, and Try again brings the map`, async () => {
            const lift = await spoil('**/tile.*.dex', answer);
            await map.open(site.origin);
            await map.event('dex-error');
            // A hatched patch stands for the tile, and the map itself says why.
            await map.page.waitForFunction(() => document.querySelector('dex-map').core?.tree.some(({ id }) => id.startsWith('retry.')));
            await map.page.locator('dex-map >> .note').waitFor({ state: 'hidden' });
            await lift();
            await map.act((await map.tree()).find(({ id }) => id.startsWith('retry.')).id);
            await map.event('dex-detail');
        });
    }

    test('the program missing: a sentence, and Try again brings the map', async () => {
        const lift = await spoil('**/*.wasm', missing);
        await map.open(site.origin);
        await map.event('dex-error');
        assert.ok(await cover().isVisible());
        await lift();
        await retry();
        await map.event('dex-detail');
    });

    test('the program as another type: slower, and not wrong', async () => {
        await spoil('**/*.wasm', async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
        });
        await map.open(site.origin);
        await map.event('dex-detail');
        assert.deepEqual(map.complaints, []);
    });

    test('a server that recovers is asked again without a word', async () => {
        let refused = 0;
        await spoil('**/*.dex', (route) => (refused < 3 ? ((refused += 1), route.fulfill({ status: 503, body: '' })) : route.continue()));
        await map.open(site.origin);
        await map.event('dex-detail');
        assert.equal(refused, 3);
        assert.ok(!(await map.page.evaluate(() => window.seen.some(({ type }) => type === 'dex-error'))));
    });

    test('a slow line shows how far it has come', async () => {
        const letGo = await map.holdBack('**/tile.*.dex');
        await map.open(site.origin);
        await map.page.waitForFunction(() => {
            const bar = document.querySelector('dex-map')?.shadowRoot.querySelector('.bar');
            return bar && !bar.hidden && Number(bar.getAttribute('aria-valuenow')) > 30;
        });
        assert.ok(await cover().isVisible());
        letGo();
        await map.event('dex-detail');
        await map.page.locator('dex-map >> .bar').waitFor({ state: 'hidden' });
    });

    test('a face missing: a sentence in the page’s own letters, and Try again brings the panels', async () => {
        const lift = await spoil('**/faces/regular.otf', missing);
        await map.open(site.origin);
        await map.event('dex-ready');
        const { sentence } = await map.event('dex-error');
        const note = map.page.locator('dex-map >> .note');
        assert.equal(await note.locator('p').innerText(), sentence);
        assert.deepEqual(await map.tree(), []);
        await lift();
        await note.locator('button.main').click();
        await map.event('dex-detail');
        assert.ok(await note.isHidden());
        assert.ok(await map.node('head'));
    });

    test('without a source there is a sentence', async () => {
        await map.open(site.origin);
        await map.event('dex-detail');
        const { sentence } = await map.after('dex-error', () => map.run((element) => void (element.src = '')));
        assert.match(sentence, /src/);
    });
});
