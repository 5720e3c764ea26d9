// On somebody else's page: two maps in an article that scrolls.

import assert from 'node:assert/strict';
import { beforeEach, afterEach, describe, test } from 'node:test';
import { cameraIn } from './chromium.mjs';
import { colours } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();

describe('an article with two maps', () => {
    const site = served(folder);
    let map;
    beforeEach(async () => {
        map = await site.newPage({ viewport: { width: 800, height: 700 }, hasTouch: true });
        await map.open(site.origin, '/demo/');
        await map.event('dex-detail', { id: 'first' });
        await map.loaded('#first');
    });
    afterEach(() => map.close());

    const scrolled = () => map.page.evaluate(() => window.scrollY);
    const box = (selector) => map.page.locator(selector).boundingBox();
    // Where keys, card and hints leave the map free.
    const spot = async (selector) => {
        const { x, y, width, height } = await box(selector);
        return { x: Math.round(x + width * 0.3), y: Math.round(y + height * 0.6) };
    };
    const frames = (count) =>
        map.page.evaluate(
            (count) =>
                new Promise((done) => {
                    const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
                    next();
                }),
            count,
        );
    // A page that a finger has thrown goes on for a while.
    const standsStill = async () => {
        for (let top = -1; top !== (await scrolled()); ) {
            top = await scrolled();
            await frames(10);
        }
    };
    // A hint is gone again before a busy machine has made a picture of it.
    const listenForHint = () =>
        map.page.evaluate(() => {
            window.hint = undefined;
            window.addEventListener('dex-tree', ({ target }) => (window.hint ??= target.core.tree.find(({ id }) => id === 'hint')?.name));
        });
    const hint = async () => (await map.page.waitForFunction(() => window.hint)).jsonValue();
    const inUse = () => map.page.evaluate(() => document.querySelector('#first').core.inUse);

    test('both are drawn, and each file of the program is fetched and compiled once', async () => {
        await map.page.locator('#second').scrollIntoViewIfNeeded();
        await map.event('dex-detail', { id: 'second' });
        await map.loaded('#second');
        for (const selector of ['#first', '#second']) {
            await map.page.locator(selector).scrollIntoViewIfNeeded();
            await map.loaded(selector);
            assert.ok(colours(await map.picture(selector)).size > 10, selector);
        }
        assert.deepEqual(map.requests.filter((url) => url.endsWith('.wasm')).map((url) => url.split('/').at(-1)), ['dex.wasm', 'dex.rest.wasm']);
        assert.equal(await map.page.evaluate(() => window.compiled.count), 2);
        assert.deepEqual(map.complaints, []);
    });

    test('each has its own state', async () => {
        await map.page.locator('#second').scrollIntoViewIfNeeded();
        await map.event('dex-detail', { id: 'second' });
        const before = await map.view('#first');
        await map.after('dex-view', () => map.act('zoom.in', '', '#second'), { id: 'second' });
        assert.equal(await map.view('#first'), before);
    });

    test('the address of somebody’s page is left alone', async () => {
        const { x, y } = await spot('#first');
        await map.after('dex-view', () => map.hand.doubleClick(x, y), { id: 'first', where: 'at=' });
        assert.equal(await map.page.evaluate(() => location.hash), '');
    });

    test('a map out of sight draws nothing', async () => {
        await map.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        await frames(3);
        const before = await map.counter('frames', '#first');
        await map.page.evaluate(() => {
            document.querySelector('#first').view = 'v=1&at=51.5,-0.1,12';
        });
        await frames(6);
        assert.equal(await map.counter('frames', '#first'), before);
        await map.page.evaluate(() => window.scrollTo(0, 0));
        await map.page.waitForFunction((before) => document.querySelector('#first').core.counter('frames') > before, before);
    });

    test('the plain wheel scrolls the page and shows how to begin; Ctrl with it is the map’s', async () => {
        const { x, y } = await spot('#first');
        const view = await map.view('#first');
        await map.page.mouse.move(x, y);
        await map.loaded('#first');
        await listenForHint();
        await map.page.mouse.wheel(0, 60);
        await map.page.waitForFunction(() => window.scrollY > 0);
        assert.match(await hint(), /Ctrl/);
        assert.equal(await map.view('#first'), view);
        assert.equal(await inUse(), false);

        const top = await scrolled();
        await map.page.keyboard.down('Control');
        const { view: zoomed } = await map.after('dex-view', () => map.page.mouse.wheel(0, -200), { id: 'first' });
        await map.page.keyboard.up('Control');
        assert.ok(cameraIn(zoomed));
        assert.equal(await scrolled(), top);
        assert.equal(await inUse(), true);
        assert.equal(await map.page.evaluate(() => visualViewport.scale), 1);
    });

    test('a click puts it in use, then the wheel is the map’s; a click elsewhere gives it back', async () => {
        const { x, y } = await spot('#first');
        await map.hand.click(x, y);
        await map.page.waitForFunction(() => document.querySelector('#first').core.inUse);
        await map.page.mouse.move(x, y);
        const top = await scrolled();
        await map.after('dex-view', () => map.page.mouse.wheel(0, -200), { id: 'first', where: 'at=' });
        assert.equal(await scrolled(), top);
        await map.hand.click(20, 20);
        await map.page.waitForFunction(() => !document.querySelector('#first').core.inUse);
        await map.page.mouse.move(x, y);
        await map.page.mouse.wheel(0, 60);
        await map.page.waitForFunction((top) => window.scrollY > top, top);
    });

    test('Escape gives the page its wheel back', async () => {
        await map.page.locator('#first >> .stage').focus();
        assert.equal(await inUse(), true);
        await map.page.keyboard.press('Escape');
        assert.equal(await inUse(), false);
    });

    test('scrolled mostly away, it is no longer in use', async () => {
        await map.page.locator('#first >> .stage').focus();
        assert.equal(await inUse(), true);
        const { y, height } = await box('#first');
        await map.page.evaluate((by) => window.scrollBy(0, by), y + height * 0.8);
        await map.page.waitForFunction(() => !document.querySelector('#first').core.inUse);
    });

    test('one finger scrolls the page, two fingers are always the map’s', async () => {
        const { x, y } = await spot('#first');
        const view = await map.view('#first');
        await listenForHint();
        await map.hand.touch([[[x, y]], [[x, y - 20]], [[x, y - 60]], [[x, y - 120]], []], { restMs: 200 });
        await map.page.waitForFunction(() => window.scrollY > 20);
        assert.match(await hint(), /finger/);
        assert.equal(await map.view('#first'), view);
        assert.equal(await inUse(), false);
        await standsStill();
        const now = await spot('#first');
        const pinch = () =>
            map.hand.touch([
                [[now.x - 30, now.y]],
                [[now.x - 30, now.y], [now.x + 30, now.y]],
                [[now.x - 50, now.y], [now.x + 50, now.y]],
                [[now.x - 90, now.y], [now.x + 90, now.y]],
                [[now.x - 90, now.y]],
                [],
            ]);
        const top = await scrolled();
        const { view: zoomed } = await map.after('dex-view', pinch, { id: 'first' });
        assert.ok(cameraIn(zoomed));
        assert.equal(await scrolled(), top);
        assert.equal(await map.page.evaluate(() => visualViewport.scale), 1);
    });

    test('a tap puts it in use, then one finger drags the map', async () => {
        const { x, y } = await spot('#first');
        await map.hand.tap(x, y);
        await map.page.waitForFunction(() => document.querySelector('#first').core.inUse);
        await map.loaded('#first');
        const top = await scrolled();
        await map.after('dex-view', () => map.hand.touch([[[x, y]], [[x, y - 20]], [[x, y - 60]], [[x, y - 100]], []]), { id: 'first', where: 'at=' });
        assert.equal(await scrolled(), top);
    });

    test('hidden at first, then shown', async () => {
        await map.page.evaluate(() => {
            const late = document.createElement('dex-map');
            late.id = 'late';
            late.src = '../atlas/atlas.json';
            late.hidden = true;
            document.querySelector('main').prepend(late);
        });
        await map.page.waitForFunction(() => document.querySelector('#late').core);
        assert.equal(await map.counter('frames', '#late'), 0);
        await map.page.evaluate(() => (document.querySelector('#late').hidden = false));
        await map.event('dex-detail', { id: 'late' });
    });

    test('taken out of the page it frees its canvas, and put back it draws the same view', async () => {
        const view = 'v=1&at=51.5,-0.1,12';
        await map.page.evaluate((view) => {
            window.kept = document.querySelector('#first');
            window.kept.view = view;
        }, view);
        await map.loaded('#first');
        await map.page.evaluate(() => window.kept.remove());
        assert.deepEqual(await map.page.evaluate(() => [window.kept.core, window.kept.shadowRoot.querySelector('canvas')]), [undefined, null]);
        await map.after('dex-detail', () => map.page.evaluate(() => document.querySelector('main').prepend(window.kept)), { id: 'first' });
        assert.match(await map.page.evaluate(() => window.kept.core.view), /at=51\.5/);
        assert.deepEqual(map.complaints, []);
    });

    test('another atlas in the same element', async () => {
        await map.after('dex-detail', () => map.page.evaluate(() => (document.querySelector('#first').src = '../atlas/atlas.json?2')), { id: 'first' });
    });

    test('a reader who wants little motion gets none', async () => {
        await map.page.emulateMedia({ reducedMotion: 'reduce' });
        await map.page.locator('#first >> .stage').focus();
        const before = await map.counter('mapPictures', '#first');
        await map.after('dex-view', () => map.page.keyboard.press('+'), { id: 'first' });
        await map.loaded('#first');
        assert.ok((await map.counter('mapPictures', '#first')) - before <= 3);
    });
});
