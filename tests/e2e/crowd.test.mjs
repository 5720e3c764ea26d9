// Twenty-four maps on one page: all show a picture, and few hold a context.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { launch, newPage } from './chromium.mjs';
import { colours, readPng } from './png.mjs';
import { atlases, open } from './site.mjs';

const [{ folder }] = atlases();
const kFrames = 24;
const kMostLive = 8;

describe('a page with 24 frames', () => {
    let server, browser, page, map;
    before(async () => {
        server = await open(folder);
        const frame = `<iframe src="${server.origin}/embed.html#v=1&amp;locked=1" title="Map" width="360" height="300" style="border:0;display:block"></iframe>`;
        const html = `<!doctype html><html lang="en"><title>Many</title><body>${frame.repeat(kFrames)}</body></html>`;
        page = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
        await new Promise((done) => page.listen(0, '127.0.0.1', done));
        browser = await launch();
        map = await newPage(browser, { viewport: { width: 800, height: 900 } });
        map.page.setDefaultTimeout(240_000);
    });
    after(async () => {
        await browser?.close();
        page?.closeAllConnections();
        page?.close();
        await server?.close();
    });

    const frames = () => map.page.frames().filter((frame) => frame.url().includes('embed.html'));
    const live = async () => {
        const all = await Promise.all(frames().map((frame) => frame.evaluate(() => window.contexts.filter((context) => !context.isContextLost()).length)));
        return all.reduce((sum, one) => sum + one, 0);
    };
    async function look(i) {
        const element = await frames()[i].frameElement();
        await element.scrollIntoViewIfNeeded();
        await frames()[i].waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        await frames()[i].waitForFunction(() => document.querySelector('dex-map').shadowRoot.querySelector('.still'));
        return colours(readPng(await element.screenshot())).size;
    }

    test('each shows a picture and then gives its context back', async () => {
        await map.page.goto(`http://127.0.0.1:${page.address().port}/`);
        for (let i = 0; i < kFrames; i += 1) assert.ok((await look(i)) > 10, `frame ${i}`);
        const count = await live();
        console.log(`${count} contexts are live of ${kFrames} maps`);
        assert.ok(count <= kMostLive, `${count} contexts`);
    });

    test('scrolled up and down none is blank', async () => {
        for (const i of [0, 12, 23, 11, 0]) assert.ok((await look(i)) > 10, `frame ${i}`);
        assert.ok((await live()) <= kMostLive);
    });

    test('a pointer brings one back on a fresh canvas, and it rests again', async () => {
        const element = await frames()[0].frameElement();
        await element.scrollIntoViewIfNeeded();
        const { x, y } = await element.boundingBox();
        await map.page.mouse.move(x + 150, y + 150);
        await frames()[0].waitForFunction(() => !document.querySelector('dex-map').shadowRoot.querySelector('.still') && document.querySelector('dex-map').shadowRoot.querySelector('canvas'));
        await map.page.mouse.click(x + 150, y + 150);
        await frames()[0].waitForFunction(() => window.seen.some(({ type }) => type === 'dex-select'));
        await map.page.mouse.click(700, 10);
        await frames()[0].waitForFunction(() => document.querySelector('dex-map').shadowRoot.querySelector('.still'));
        assert.deepEqual(map.complaints, []);
    });
});
