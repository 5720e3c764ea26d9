// Twenty-four maps on one page: all show a picture, and few hold a context.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { launch, newPage } from './chromium.mjs';
import { readPng } from './png.mjs';
import { atlases, open } from './site.mjs';

const [{ folder }] = atlases();
const kFrames = 24;
const kMostLive = 8;
const kWidth = 360;
const kHeight = 300;
const kLeastColours = 10;
const kRounds = 10;

// Megabytes of all processes of a browser, shared pages counted once.
async function megabytesOf(browser) {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const kilobytes = processInfo.map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]));
    return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

const isRested = () => Boolean(document.querySelector('dex-map')?.shadowRoot.querySelector('.still'));

describe('a page with 24 frames', () => {
    let server, browser, page, origin;
    before(async () => {
        server = await open(folder);
        const frame = `<iframe src="${server.origin}/embed.html#v=1&amp;locked=1" title="Map" width="${kWidth}" height="${kHeight}" style="border:0;float:left"></iframe>`;
        const html = `<!doctype html><html lang="en"><title>Many</title><body style="margin:0">${frame.repeat(kFrames)}</body></html>`;
        page = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
        await new Promise((done) => page.listen(0, '127.0.0.1', done));
        origin = `http://127.0.0.1:${page.address().port}`;
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        page?.closeAllConnections();
        page?.close();
        await server?.close();
    });

    // A window that shows so many frames side by side, and so many below each other.
    async function opened(columns, rows) {
        const map = await newPage(browser, { viewport: { width: kWidth * columns, height: kHeight * rows } });
        // Two dozen maps take their time in software.
        map.page.setDefaultTimeout(240_000);
        await map.open(origin);
        return map;
    }
    const frames = (map) => map.page.frames().filter((frame) => frame.url().includes('embed.html'));
    async function live(map) {
        const all = await Promise.all(frames(map).map((frame) => frame.evaluate(() => window.contexts.filter((context) => !context.isContextLost()).length)));
        return all.reduce((sum, one) => sum + one, 0);
    }
    // The frames of which the window shows nothing, or a plain rectangle.
    async function blanks(map) {
        const picture = readPng(await map.page.screenshot());
        const boxes = await map.page.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => frame.getBoundingClientRect().toJSON()));
        const isWhole = ({ top, bottom }) => top >= 0 && bottom <= picture.height;
        const isBlank = ({ left, top, right, bottom }) => {
            const seen = new Set();
            for (let y = top; y < bottom; y += 2) for (let x = left; x < right; x += 2) seen.add(picture.data.readUIntBE((y * picture.width + x) * 3, 3));
            return seen.size <= kLeastColours;
        };
        return boxes.flatMap((box, i) => (isWhole(box) && isBlank(box) ? [i] : []));
    }

    describe('one below the other', () => {
        let map;
        before(async () => (map = await opened(1, 3)));
        after(() => map?.close());

        const stops = Array.from({ length: kFrames / 3 }, (_, i) => i * 3);
        // Scrolls to a frame and the two below it, and waits until each has been shown.
        async function scrollTo(first) {
            await map.page.evaluate((top) => window.scrollTo(0, top), first * kHeight);
            const shown = frames(map).slice(first, first + 3);
            await Promise.all(shown.map((frame) => frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))));
            return shown;
        }

        test('each shows a picture and then gives its context back', async () => {
            for (const stop of stops) {
                for (const frame of await scrollTo(stop)) await frame.waitForFunction(isRested);
                assert.deepEqual(await blanks(map), []);
            }
            const count = await live(map);
            console.log(`${count} contexts are live of ${kFrames} maps, ${await megabytesOf(browser)} MB in all processes`);
            assert.ok(count <= kMostLive, `${count} contexts`);
        });

        test('scrolled up and down ten times none is blank', async () => {
            for (let round = 0; round < kRounds; round += 1) {
                // Every other stop, in turns: each frame is seen five times on each way.
                const some = stops.filter((_, i) => i % 2 === round % 2);
                for (const stop of [...some, ...some.toReversed()]) {
                    await scrollTo(stop);
                    assert.deepEqual(await blanks(map), [], `round ${round}, from frame ${stop}`);
                }
            }
            const count = await live(map);
            console.log(`${count} contexts are live after ${kRounds} rounds, ${await megabytesOf(browser)} MB`);
            assert.ok(count <= kMostLive, `${count} contexts`);
        });

        test('a pointer brings one back on a fresh canvas, and it rests again', async () => {
            const [frame] = frames(map);
            await map.page.evaluate(() => window.scrollTo(0, 0));
            const before = await frame.evaluate(() => window.contexts.length);
            await map.page.mouse.move(150, 150);
            await frame.waitForFunction((before) => window.contexts.length > before, before);
            await map.page.mouse.click(150, 150);
            await frame.waitForFunction(() => window.seen.some(({ type }) => type === 'dex-select'));
            // In use it holds its canvas.
            await frame.waitForFunction(() => {
                const { shadowRoot } = document.querySelector('dex-map');
                return !shadowRoot.querySelector('.still') && shadowRoot.querySelector('canvas');
            });
            await map.page.mouse.click(150, kHeight + 150);
            await frame.waitForFunction(isRested);
            assert.deepEqual(map.complaints, []);
        });
    });

    test('all in sight at once, each gets its turn and shows a picture', async () => {
        const map = await opened(4, 6);
        for (const frame of frames(map)) await frame.waitForFunction(isRested);
        assert.deepEqual(await blanks(map), []);
        const count = await live(map);
        console.log(`${count} contexts are live of ${kFrames} maps in sight, ${await megabytesOf(browser)} MB`);
        assert.ok(count <= kMostLive, `${count} contexts`);
        // The browser says that it takes contexts away; nothing else is said.
        assert.deepEqual(map.complaints.filter((said) => !/Too many active WebGL contexts/.test(said)), []);
        await map.close();
    });
});
