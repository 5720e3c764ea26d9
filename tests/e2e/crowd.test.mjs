// The dialog's line pasted 24 times into one page: all maps show a picture and can be used, and what follows is whole.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { frameCode } from '../../web/share/snippets.js';
import { readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const kFrames = 24;
const kWidth = 320;
const kHeight = 240;
// So many stand in the window that is scrolled.
const kRows = 8;
const kMinColours = 10;
const kRounds = 10;

// Megabytes of all processes of a browser, shared pages counted once.
async function megabytesOf(site) {
    const session = await site.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const kilobytes = processInfo.map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]));
    return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

const hasPicture = () => window.seen.some(({ type }) => type === 'dex-ready');

describe('a page with 24 frames', () => {
    const site = served(folder);
    let page, origin;
    before(async () => {
        const setting = { view: 'v=1', title: 'Map', locked: true, theme: '', width: String(kWidth), height: kHeight };
        const cell = `<div style="float:left;height:${kHeight}px">${frameCode(setting, { frame: `${site.origin}/embed.html` })}</div>`;
        const html = `<!doctype html><html lang="en"><title>Many</title><body style="margin:0">${cell.repeat(kFrames)}<p id="end" style="clear:both">What follows.</p></body></html>`;
        page = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
        await new Promise((done) => page.listen(0, '127.0.0.1', done));
        origin = `http://127.0.0.1:${page.address().port}`;
    });
    after(async () => {
        page?.closeAllConnections();
        page?.close();
    });

    // A window that shows so many frames side by side, and so many below each other.
    async function opened(columns, rows) {
        const map = await site.newPage({ viewport: { width: kWidth * columns, height: kHeight * rows } });
        // Two dozen maps take their time in software.
        map.page.setDefaultTimeout(240_000);
        await map.open(origin);
        const end = map.page.locator('#end');
        assert.equal(await end.textContent(), 'What follows.');
        assert.equal(await end.evaluate(({ parentElement }) => parentElement.localName), 'body');
        const frames = await Promise.all((await map.page.locator('iframe').elementHandles()).map((element) => element.contentFrame()));
        assert.equal(frames.length, kFrames);
        return { map, frames };
    }
    // What none of them does: show its text in place of the picture, or ask for a graphics card before it is used.
    async function isQuiet(map, frames) {
        for (const frame of frames) {
            const found = await frame.evaluate(() => [window.contexts.length, Boolean(document.querySelector('dex-map').shadowRoot.querySelector('.text'))]);
            assert.deepEqual(found, [0, false]);
        }
        assert.deepEqual(map.complaints, []);
    }
    // The frames of which the window shows nothing, or a plain rectangle.
    async function blanks(map) {
        const picture = readPng(await map.page.screenshot());
        const boxes = await map.page.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => frame.getBoundingClientRect().toJSON()));
        const isWhole = ({ top, bottom }) => top >= 0 && bottom <= picture.height;
        const isBlank = ({ left, top, right, bottom }) => {
            const seen = new Set();
            for (let y = top; y < bottom; y += 2) for (let x = left; x < right; x += 2) seen.add(picture.data.readUIntBE((y * picture.width + x) * 3, 3));
            return seen.size <= kMinColours;
        };
        return boxes.flatMap((box, i) => (isWhole(box) && isBlank(box) ? [i] : []));
    }

    describe('one below the other', () => {
        let map, frames;
        before(async () => ({ map, frames } = await opened(1, kRows)));
        after(() => map?.close());

        const stops = Array.from({ length: kFrames / kRows }, (_, i) => i * kRows);
        // Scrolls to a frame and those below it, and waits until each is there, for it loads lazily, and has been shown.
        async function scrollTo(first) {
            await map.page.evaluate((top) => window.scrollTo(0, top), first * kHeight);
            const shown = frames.slice(first, first + kRows);
            await Promise.all(
                shown.map(async (frame) => {
                    await frame.waitForFunction(() => document.querySelector('dex-map:defined'));
                    await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
                }),
            );
            return shown;
        }

        test('each that comes into sight shows its picture', async () => {
            for (const stop of stops) {
                for (const frame of await scrollTo(stop)) await frame.waitForFunction(hasPicture);
                assert.deepEqual(await blanks(map), []);
            }
            console.log(`${kFrames} maps, ${await megabytesOf(site)} MB in all processes`);
            await isQuiet(map, frames);
        });

        test('scrolled up and down ten times none is blank', async () => {
            for (let round = 0; round < kRounds; round += 1) {
                for (const stop of [...stops, ...stops.toReversed()]) {
                    await scrollTo(stop);
                    assert.deepEqual(await blanks(map), [], `round ${round}, from frame ${stop}`);
                }
            }
            console.log(`${await megabytesOf(site)} MB after ${kRounds} rounds`);
            await isQuiet(map, frames);
        });
    });

    test('all in sight at once: each shows its picture, selects and pans', async () => {
        const { map, frames } = await opened(4, 6);
        for (const frame of frames) await frame.waitForFunction(hasPicture);
        assert.deepEqual(await blanks(map), []);
        console.log(`${kFrames} maps in sight, ${await megabytesOf(site)} MB`);
        await isQuiet(map, frames);
        for (const [i, frame] of frames.entries()) {
            const [x, y] = [(i % 4) * kWidth + kWidth / 2, Math.floor(i / 4) * kHeight + kHeight / 2];
            await map.hand.drag([[x, y], [x + 20, y], [x + 40, y]]);
            await frame.waitForFunction(() => window.seen.some(({ type, detail }) => type === 'dex-view' && /at=/.test(detail.view)));
            await map.hand.click(x + 40, y);
            await frame.waitForFunction(() => window.seen.some(({ type }) => type === 'dex-select'));
        }
        assert.deepEqual(await blanks(map), []);
        assert.deepEqual(map.complaints, []);
        await map.close();
    });
});
