// In other people's pages: one iframe line, whatever the page forbids.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { colours, readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const title = 'Map of digital exclusion in London';
const line = (origin, { attributes = '', hash = '', query = '' } = {}) =>
    `<iframe src="${origin}/embed.html${query}#${hash}" title="${title}" width="100%" height="600" style="border:0" ${attributes}></iframe>`;

// Somebody's page, from a server of its own.
async function host(html, headers = {}) {
    const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html));
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return { origin: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))) };
}

const article = (inside, head = '') => `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><h1>A page</h1>${inside}<p id="end">What follows.</p></body></html>`;

describe('a frame on somebody’s page', () => {
    const site = served(folder);

    // The map stands in the frame, and the page around it is whole.
    async function shown(html, { headers = {} } = {}) {
        const page = await host(html, headers);
        const map = await site.newPage({ viewport: { width: 900, height: 900 } });
        await map.open(page.origin);
        const { page: tab } = map;
        const isOurs = (frame) => frame.url().includes('embed.html');
        const frame = tab.frames().find(isOurs) ?? (await tab.waitForEvent('framenavigated', isOurs));
        await frame.waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        assert.equal(await tab.locator('#end').textContent(), 'What follows.');
        const picture = readPng(await tab.screenshot());
        assert.ok(colours(picture).size > 10, 'a picture');
        return { map, frame, close: async () => (await map.close(), await page.close()) };
    }

    const cases = {
        'a plain page': () => [article(line(site.origin))],
        'a sandbox that allows scripts alone': () => [article(line(site.origin, { attributes: 'sandbox="allow-scripts"' }))],
        'a sandbox that allows what is ours and downloads': () => [article(line(site.origin, { attributes: 'sandbox="allow-scripts allow-same-origin allow-downloads"' }))],
        'a page with a strict policy': () => [article(line(site.origin).replace(/ style="[^"]*"/, '')), { headers: { 'Content-Security-Policy': `default-src 'none'; frame-src ${site.origin}` } }],
        'a page in quirks mode': () => [article(line(site.origin)).replace('<!doctype html>', '')],
        'an ancestor that is transformed': () => [article(`<div style="transform: scale(0.9) rotate(0.5deg)">${line(site.origin)}</div>`)],
        'a frame within a frame': () => [article(`<iframe title="Outer" width="100%" height="700" srcdoc='${line(site.origin).replaceAll("'", '&#39;')}'></iframe>`)],
        'lazy loading': () => [article(line(site.origin, { attributes: 'loading="lazy"' }))],
    };
    for (const [name, make] of Object.entries(cases)) {
        test(`draws on ${name}`, async () => {
            const [html, options] = make();
            const { map, close } = await shown(html, options);
            assert.deepEqual(map.complaints, []);
            await close();
        });
    }

    test('a hidden frame draws once it is shown', async () => {
        const page = await host(article(`<div id="fold" style="display:none">${line(site.origin)}</div>`));
        const map = await site.newPage();
        await map.open(page.origin);
        const frame = map.page.frames()[1];
        // All that can come without being seen has come.
        await frame.waitForFunction(() => document.querySelector('dex-map')?.core);
        assert.equal(await frame.evaluate(() => document.querySelector('dex-map').core.counter('frames')), 0);
        await map.page.evaluate(() => (document.getElementById('fold').style.display = ''));
        await frame.waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        await map.close();
        await page.close();
    });

    test('the hash says what is shown, and `locked=1` takes the choices away', async () => {
        const { frame, close } = await shown(article(line(site.origin, { hash: 'v=1&place=borough:E09000028&locked=1' })));
        const tree = await frame.evaluate(() => document.querySelector('dex-map').core.tree);
        assert.match(tree.find(({ id }) => id === 'headline').name, /Southwark/);
        assert.ok(!tree.some(({ id }) => id === 'where'));
        assert.ok(tree.some(({ id, role }) => id === 'full' && role === 'link'));
        await close();
    });

    test('it says how high it is in four ways, the same for the same width', async () => {
        const heard = `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`;
        const { map, frame, close } = await shown(article(line(site.origin, { query: '?childId=one' }), heard));
        // It says them more than once, for hosts that come late.
        const messages = () => map.page.evaluate(() => [...new Set(window.heard.filter((data) => data.type !== 'dex-view').map((data) => JSON.stringify(data)))].map((text) => JSON.parse(text)));
        const first = await messages();
        assert.equal(first.length, 4);
        const [{ height, width }] = first;
        assert.deepEqual(first[1], { sentinel: 'amp', type: 'embed-size', height });
        const resize = JSON.parse(first[2]);
        assert.deepEqual([resize.context, resize.height], ['iframe.resize', height]);
        assert.equal(first[3], `pymxPYMxonexPYMxheightxPYMx${height}`);
        await map.page.evaluate((height) => (document.querySelector('iframe').style.height = `${height}px`), height);
        await frame.waitForFunction((height) => document.documentElement.clientHeight === height, height);
        await map.page.setViewportSize({ width: 420, height: 900 });
        await map.page.waitForFunction((width) => window.heard.some((data) => data.type === 'dex-height' && data.width < width), width);
        await map.page.waitForFunction(() => /^pym/.test(window.heard.findLast((data) => data.type !== 'dex-view')));
        assert.ok((await messages())[4].width < width);
        assert.equal((await messages()).length, 8);
        await close();
    });

    test('host.js gives many frames their heights, and believes nobody else', async () => {
        const frames = line(site.origin) + line(site.origin, { hash: 'v=1&locked=1' });
        const page = await host(article(`${frames}<iframe id="liar" title="Another" srcdoc="&lt;p>…"></iframe><script src="${site.origin}/host.js"></script>`));
        const map = await site.newPage({ viewport: { width: 900, height: 1600 } });
        await map.open(page.origin);
        await map.page.waitForFunction(() => [...document.querySelectorAll('iframe')].slice(0, 2).every(({ style }) => style.height));
        const heights = await map.page.evaluate(() => [...document.querySelectorAll('iframe')].map(({ style }) => style.height));
        assert.notEqual(heights[0], heights[1]);
        assert.equal(heights[2], '');
        await map.page.evaluate(() => {
            for (const height of [-1, 0, 1e9, NaN, '500', null, {}, 500.5]) window.postMessage({ type: 'dex-height', version: 1, height }, '*');
            // Messages are heard in turn.
            return new Promise((done) => {
                window.addEventListener('message', ({ data }) => data === 'the last' && done());
                window.postMessage('the last', '*');
            });
        });
        assert.deepEqual(await map.page.evaluate(() => [...document.querySelectorAll('iframe')].map(({ style }) => style.height)), heights);
        assert.ok(readFileSync(join(folder, 'host.js')).length <= 2048);
        await map.close();
        await page.close();
    });

    test('host.js that comes when all has been said asks for the height', async () => {
        const { map, close } = await shown(article(line(site.origin)));
        // The frame says nothing by itself any more.
        await map.page.clock.install();
        const asked = await map.page.evaluate(
            (src) =>
                new Promise((done) => {
                    addEventListener('message', ({ data }) => data.type === 'dex-height' && done(data.height));
                    document.body.append(Object.assign(document.createElement('script'), { src }));
                }),
            `${site.origin}/host.js`,
        );
        await map.page.waitForFunction((height) => document.querySelector('iframe').style.height === `${height}px`, asked);
        await close();
    });

    test('pym and iframe-resizer that come late are answered', async () => {
        const { map, close } = await shown(article(line(site.origin, { query: '?childId=map' })));
        const answered = (question, answer) =>
            map.page.evaluate(
                ([question, answer]) =>
                    new Promise((done) => {
                        const heard = ({ data }) => typeof data === 'string' && new RegExp(answer).test(data) && (removeEventListener('message', heard), done(data));
                        addEventListener('message', heard);
                        document.querySelector('iframe').contentWindow.postMessage(question, '*');
                    }),
                [question, answer],
            );
        await answered('pymxPYMxmapxPYMxwidthxPYMx1000', '^pymxPYMxmapxPYMxheightxPYMx\\d+$');
        await answered('[iFrameSizer]one:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true', '^\\[iFrameSizer\\]one:\\d+:\\d+:init$');
        await close();
    });

    // What WordPress makes of the answer about a place, and what its wp-embed.js does with a frame's height.
    test('WordPress shows the place that its editor named, as high as it wants to be', async () => {
        const { html } = await (await fetch(`${site.origin}/oembed/E09000028.json`)).json();
        const kept = html.replace(/ (loading|style)="[^"]*"/g, '').replace(/ src="([^"]*)"/, ' src="$1#?secret=fxbk1Qz9aB" data-secret="fxbk1Qz9aB"').replace('<iframe', '<iframe sandbox="allow-scripts" security="restricted"');
        const listener = `<script>addEventListener('message', ({ data, source }) => {
            if (!data.secret || /[^a-zA-Z0-9]/.test(data.secret) || data.message !== 'height') return;
            for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) if (frame.contentWindow === source) frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
        });</script>`;
        const { map, frame, close } = await shown(article(kept.replace('height="640"', 'height="200"'), listener));
        const tree = await frame.evaluate(() => document.querySelector('dex-map').core.tree);
        assert.match(tree.find(({ id }) => id === 'headline').name, /Southwark/);
        await map.page.waitForFunction(() => Number(document.querySelector('iframe').height) > 500);
        assert.deepEqual(map.complaints, []);
        await close();
    });

    test('a message of the host page changes the view, and 1,000 that are none do not', async () => {
        const { map, frame, close } = await shown(article(line(site.origin)));
        const say = (data) => map.page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), data);
        const view = () => frame.evaluate(() => document.querySelector('dex-map').core.view);
        const first = await view();
        await map.page.evaluate(() => {
            const to = document.querySelector('iframe').contentWindow;
            const odd = [null, 1, 'x', [], {}, { type: 'dex-view' }, { type: 'dex-view', version: 2, view: 'v=1&theme=dark' }, { type: 'dex-view', version: 1, view: 7 }, { type: 'dex-view', version: 1, view: 'x'.repeat(2049) }, { type: 'dex-height', version: 1, height: 9 }];
            for (let i = 0; i < 1000; i += 1) to.postMessage(odd[i % odd.length], '*');
        });
        await say({ type: 'dex-view', version: 1, view: 'v=1&theme=dark' });
        await frame.waitForFunction((first) => document.querySelector('dex-map').core.view !== first, first);
        assert.equal(await view(), 'v=1&theme=dark');
        await close();
    });

    test('nothing is stored, and nobody else is asked', async () => {
        const { map, close } = await shown(article(line(site.origin)));
        const hosts = new Set(map.requests.map((url) => new URL(url).origin));
        assert.deepEqual([...hosts].filter((origin) => origin !== site.origin).length, 1);
        const context = map.page.context();
        assert.deepEqual(await context.cookies(), []);
        assert.deepEqual((await context.storageState()).origins, []);
        await close();
    });

    test('without the program the table stands in the page itself', async () => {
        const context = await site.browser.newContext({ javaScriptEnabled: false });
        const page = await context.newPage();
        await page.goto(`${site.origin}/`);
        assert.equal(await page.locator('main tbody tr').count(), 33);
        assert.match(await page.locator('main h1').textContent(), /London/);
        assert.ok(await page.locator('main table').isVisible());
        await context.close();
    });
});
