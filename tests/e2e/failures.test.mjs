// What goes wrong on the way: a sentence, Try again, and the rest goes on.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { textOfAtlas } from '../../tools/text.mjs';
import { differing, kSameAgain } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();

// Runs in a page before anything of its own: holds the memory of each map, of which those that are refused cannot grow; the second of
// the page's maps gets none at all where that is refused.
function hold() {
    window.memories = [];
    window.refused = new Set();
    let begun = 0;
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async function (...given) {
        begun += 1;
        if (window.refusesSecond && begun === 2) throw new RangeError('no memory for another instance');
        const made = await instantiate.apply(WebAssembly, given);
        window.memories.push(...Object.values((made.instance ?? made).exports).filter((one) => one instanceof WebAssembly.Memory));
        return made;
    };
    const { grow } = WebAssembly.Memory.prototype;
    WebAssembly.Memory.prototype.grow = function (pages) {
        if (window.refused.has(this)) throw new RangeError('no more memory');
        return grow.call(this, pages);
    };
}

describe('memory that runs out for one of two maps', () => {
    const site = served(folder);
    const stored = join(folder, 'atlas', 'text.json');
    let map;
    before(async () => writeFileSync(stored, JSON.stringify((await textOfAtlas(join(folder, 'atlas'))).nodes)));
    after(() => rmSync(stored));
    beforeEach(async () => {
        map = await site.newPage({ reducedMotion: 'reduce' });
        await map.page.addInitScript(hold);
    });
    afterEach(() => map.close());

    // The text that was stored with the atlas stands in its place.
    const text = (id) => map.page.locator(`${id} >> .text`);
    const hasEnded = async (id) => {
        await text(id).locator('tbody tr').first().waitFor();
        assert.ok((await text(id).locator('.why').innerText()).length > 20);
        assert.equal(await map.run((map) => map.core, undefined, id), undefined);
    };
    const retry = (id) => text(id).getByRole('button', { name: 'Try again' }).click();
    // A map without memory says so to whoever develops the page.
    const isQuiet = () => assert.deepEqual(map.complaints.filter((said) => !/abort|memory|unreachable|bad_alloc/i.test(said)), []);
    const seen = async (id) => {
        await map.page.locator(id).scrollIntoViewIfNeeded();
        await map.loaded(id);
    };

    test('while it is used: it ends with a sentence, the other goes on, and Try again shows the same view', async () => {
        await map.open(site.origin, '/demo/');
        for (const id of ['#first', '#second']) await seen(id);
        await map.show('v=1&show=N2&place=borough:E09000028', '#second');
        const view = await map.view('#second');
        const picture = await map.picture('#second');
        await map.after('dex-error', () =>
            map.run((second) => {
                const { buffer } = second.core.picture.pixels;
                window.refused.add(window.memories.find((memory) => memory.buffer === buffer));
                Object.assign(second.style, { width: '2400px', height: '2000px' });
            }, undefined, '#second'), { id: 'second' });
        await hasEnded('#second');

        await seen('#first');
        await map.after('dex-view', () => map.choose('theme', '', '#first'), { id: 'first' });
        assert.equal(await map.page.evaluate(() => window.seen.filter(({ type, id }) => type === 'dex-error' && id === 'first').length), 0);

        await map.run((second) => Object.assign(second.style, { width: '', height: '' }), undefined, '#second');
        await map.after('dex-detail', () => retry('#second'), { id: 'second' });
        await seen('#second');
        assert.equal(await map.view('#second'), view);
        assert.equal(differing(await map.picture('#second'), picture, kSameAgain), 0);
        isQuiet();
    });

    test('at its beginning: the other is drawn, and Try again brings it', async () => {
        await map.page.addInitScript(() => (window.refusesSecond = true));
        await map.open(site.origin, '/demo/');
        await map.event('dex-error');
        const ended = await map.page.evaluate(() => `#${window.seen.find(({ type }) => type === 'dex-error').id}`);
        const other = ended === '#first' ? '#second' : '#first';
        await seen(other);
        await hasEnded(ended);
        await map.page.locator(ended).scrollIntoViewIfNeeded();
        await map.after('dex-detail', () => retry(ended), { id: ended.slice(1) });
        await seen(ended);
        isQuiet();
    });
});

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
