// The rest of the program is held back, called for too early, and spoilt: nothing that a reader does is lost, and there is always a way on.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launch, newPage } from './chromium.mjs';
import { atlases, open } from './site.mjs';
import { textOfAtlas } from '../../tools/text.mjs';

const [{ folder }] = atlases();
const kRest = '**/dex.rest.wasm';
const kPlace = 'place=borough:E09000028';

describe('the rest of the program', () => {
    let server, browser, map;
    before(async () => {
        const atlas = join(folder, 'atlas');
        writeFileSync(join(atlas, 'text.json'), JSON.stringify((await textOfAtlas(atlas)).nodes));
        server = await open(folder);
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });
    beforeEach(async () => {
        map = await newPage(browser);
    });
    afterEach(() => map.close());

    const waitFor = (what) => map.page.waitForFunction(what);
    const hasPicture = () => waitFor(() => window.seen.some(({ type }) => type === 'dex-ready'));
    const isLoaded = () => waitFor(() => window.seen.some(({ type }) => type === 'dex-detail'));
    const isWhole = () => waitFor(() => document.querySelector('dex-map').core?.isWhole);
    const part = (name) => map.page.locator(`dex-map >> .${name}`);
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
    // Answers only what asks in the call itself; what fetches in the background is held back. Returns what lets all go.
    async function onlyAtOnce(answer) {
        let letGo;
        const released = new Promise((done) => (letGo = done));
        let isFree = false;
        await map.page.route(kRest, async (route) => {
            if (!isFree && route.request().resourceType() === 'xhr') return answer(route);
            await released;
            return route.continue();
        });
        return () => {
            isFree = true;
            letGo();
        };
    }
    const callTooEarly = () => map.page.evaluate(() => document.querySelector('dex-map').core.text.filter(({ role }) => role === 'row').length);

    test('is asked for once the picture stands, and not before', async () => {
        await map.open(server.origin);
        await isWhole();
        const order = map.requests.map((url) => url.split('/').at(-1));
        const before = order.slice(0, order.indexOf('dex.rest.wasm'));
        assert.ok(['tile.', 'classes.', 'head.'].every((name) => before.some((one) => one.startsWith(name))), order.join(' '));
        assert.equal(order.filter((name) => name === 'dex.rest.wasm').length, 1);
        assert.deepEqual(map.complaints, []);
    });

    test('held back, what a reader does waits, in order, and is done when it comes', async () => {
        const letGo = await map.holdBack(kRest);
        await map.open(server.origin);
        await isLoaded();
        const { x, y } = await map.free();
        await map.page.mouse.move(x, y);
        await map.page.mouse.down();
        await map.page.mouse.up();
        await map.page.keyboard.press('+');
        assert.equal(await map.page.evaluate(() => document.querySelector('dex-map').core.isWhole), false);
        assert.ok(!(await map.view()).includes('area='));
        letGo();
        await waitFor(() => window.seen.some(({ type }) => type === 'dex-select'));
        await waitFor(() => /area=/.test(document.querySelector('dex-map').view) && /at=/.test(document.querySelector('dex-map').view));
        assert.deepEqual(map.complaints, []);
    });

    test('an area in a link is shown from the first picture on', async () => {
        await map.open(server.origin, '/#v=1&area=borough:E09000028');
        await hasPicture();
        assert.ok(await map.page.evaluate(() => document.querySelector('dex-map').core.isWhole));
        await waitFor(() => document.querySelector('dex-map').core.tree.some(({ id }) => id === 'card'));
    });

    test('a function that is called too early brings it in that call, and goes on', async () => {
        await onlyAtOnce((route) => route.continue());
        await map.open(server.origin);
        await isLoaded();
        assert.ok((await callTooEarly()) >= 33);
        assert.ok(await map.page.evaluate(() => document.querySelector('dex-map').core.isWhole));
        await map.page.evaluate(() => document.querySelector('dex-map').core.act('theme'));
        await waitFor(() => /theme=/.test(document.querySelector('dex-map').core.view));
    });

    for (const [what, answer] of Object.entries({ missing, cut, damaged })) {
        test(`called for too early and ${what}: the map ends, with its text and Try again, and the view is kept`, async () => {
            const letGo = await onlyAtOnce(answer);
            await map.open(server.origin, `/#v=1&${kPlace}`);
            await isLoaded();
            assert.equal(await callTooEarly(), 0);
            const { sentence, status } = await map.event('dex-error');
            assert.deepEqual([sentence.length > 10, status], [true, 0]);
            await part('text').getByRole('table').waitFor();
            letGo();
            await part('text').getByRole('button', { name: 'Try again' }).click();
            await isWhole();
            assert.ok((await map.view()).includes(kPlace));
            await part('cover').waitFor({ state: 'hidden' });
        });

        test(`${what}: the picture stays, a sentence says so, and Try again brings it`, async () => {
            await map.page.route(kRest, answer);
            await map.open(server.origin);
            const note = part('note');
            await note.getByRole('button', { name: 'Try again' }).waitFor();
            assert.ok(await part('cover').isHidden());
            // The text is that which was made with the atlas.
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await part('text').getByRole('table').waitFor();
            await map.page.evaluate(() => document.querySelector('dex-map').showText(false));
            const { x, y } = await map.free();
            await map.page.mouse.click(x, y);
            await note.getByRole('button', { name: 'Try again' }).waitFor();
            await map.page.unroute(kRest);
            await note.getByRole('button', { name: 'Try again' }).click();
            await isWhole();
            // The click from before.
            await waitFor(() => window.seen.some(({ type }) => type === 'dex-select'));
            await note.waitFor({ state: 'hidden' });
        });
    }

    test('where the host forbids calls that wait, one that is too early ends the map like any other mistake', async () => {
        const letGo = await onlyAtOnce((route) => route.continue());
        await map.page.route('**/index.html', async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'sync-xhr=()' } });
        });
        await map.open(server.origin, `/index.html#v=1&${kPlace}`);
        await isLoaded();
        assert.equal(await callTooEarly(), 0);
        await map.event('dex-error');
        await part('text').getByRole('table').waitFor();
        letGo();
        await part('text').getByRole('button', { name: 'Try again' }).click();
        await isWhole();
        assert.ok((await map.view()).includes(kPlace));
    });
});
