// What other people's pages are like, and what the map makes of it: isolated pages, CSS zoom, pages that know no dark mode,
// other languages, styles that are handed down, translators.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { host } from './host.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();

describe('other people’s pages', () => {
    const site = served(folder);
    const element = () => `<dex-map src="${site.origin}/atlas/atlas.json" style="height:600px"></dex-map>`;
    const page = (inside, { head = '', html = 'lang="en"' } = {}) =>
        `<!doctype html><html ${html}><head><title>A page</title>${head}<script type="module" src="${site.origin}/dex-map.js"></script></head><body><h1>A page</h1>${inside}</body></html>`;

    // A page from a server of its own, open in a browser.
    async function visited(html, { headers = {}, options = {} } = {}) {
        const server = await host(html, headers);
        const map = await site.newPage({ viewport: { width: 1300, height: 900 }, ...options });
        await map.open(server.origin);
        return { map, close: async () => (await map.close(), await server.close()) };
    }

    // The same, with its element drawn.
    async function drawn(html, more) {
        const visit = await visited(html, more);
        await visit.map.event('dex-detail');
        await visit.map.loaded();
        return visit;
    }

    test('a page that is isolated from others shows frame, picture and element', async () => {
        const html = page(`<iframe src="${site.origin}/embed.html" title="Map" width="800" height="300"></iframe><img src="${site.origin}/atlas/posters/whole.png" alt="">${element()}`);
        const { map, close } = await drawn(html, { headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } });
        const frame = map.page.frames().find((one) => one.url().includes('embed.html'));
        await frame.waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        await map.page.locator('img[alt=""]').evaluate((image) => image.decode());
        assert.deepEqual(map.complaints, []);
        await close();
    });

    for (const zoom of [1.25, 0.8]) {
        test(`an ancestor with CSS zoom: what is pointed at is what is chosen: ${zoom}`, async () => {
            const { map, close } = await drawn(page(`<div style="zoom:${zoom}">${element()}</div>`));
            const { x, y } = await map.free();
            const wanted = await map.areaAt(x, y);
            assert.ok(wanted);
            const box = await map.page.locator('dex-map').boundingBox();
            const { name } = await map.after('dex-select', () => map.hand.click(box.x + x * zoom, box.y + y * zoom));
            assert.equal(name, wanted);
            const [buffer, shown] = await map.run(({ shadowRoot: root }) => [root.querySelector('canvas').width, root.querySelector('.stage').getBoundingClientRect().width]);
            assert.ok(Math.abs(buffer - shown) <= 1, `${buffer} pixels for ${shown}: it is as sharp as the page`);
            await close();
        });
    }

    const paper = (map) => map.page.locator('dex-map').evaluate((element) => getComputedStyle(element).backgroundColor);
    const isDark = (map) => map.run(({ shadowRoot: root }) => /^rgb\((\d\d?), /.test(getComputedStyle(root.host).backgroundColor));

    test('an element on a light page is light, whatever the system prefers, and follows the page', async () => {
        const { map, close } = await drawn(page(element()), { options: { colorScheme: 'dark' } });
        const light = await paper(map);
        assert.equal(await isDark(map), false);
        await map.page.evaluate(() => (document.documentElement.style.colorScheme = 'light dark'));
        await map.page.waitForFunction((light) => getComputedStyle(document.querySelector('dex-map')).backgroundColor !== light, light);
        assert.equal(await isDark(map), true);
        await map.page.emulateMedia({ colorScheme: 'light' });
        await map.page.waitForFunction((light) => getComputedStyle(document.querySelector('dex-map')).backgroundColor === light, light);
        await close();
        const own = await drawn(page(element(), { head: '<style>:root { color-scheme: light dark }</style>' }), { options: { colorScheme: 'dark' } });
        assert.equal(await isDark(own.map), true);
        await own.close();
    });

    test('it is in English and runs from left to right on every page', async () => {
        const { map, close } = await drawn(page(element(), { html: 'lang="ar" dir="rtl"' }));
        await map.page.evaluate(() => document.querySelector('dex-map').showText());
        await map.page.locator('dex-map >> .text tbody tr').first().waitFor();
        const said = await map.run(({ shadowRoot: root }) =>
            ['.stage', '.text h2', '#find', '.skip', '.twin', '.note', '#keys'].map((one) => {
                const found = root.querySelector(one);
                return [one, found.closest('[lang]')?.lang, getComputedStyle(found).direction];
            }),
        );
        assert.deepEqual(said, said.map(([one]) => [one, 'en-GB', 'ltr']));
        await close();
    });

    test('what a page hands down to its parts stays outside', async () => {
        const handed = 'white-space:pre;text-transform:uppercase;letter-spacing:.3em;word-spacing:1em;text-indent:3em;hyphens:auto;text-shadow:0 0 2px red;-webkit-text-fill-color:#fff;text-align:right;font-style:italic;cursor:wait;list-style:square;font-size:20px';
        const looks = async (style) => {
            const { map, close } = await drawn(page(`<div style="${style}">${element()}</div>`));
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text tbody tr').first().waitFor();
            const found = await map.run(({ shadowRoot: root }) => {
                const names = 'whiteSpaceCollapse textWrapMode textTransform letterSpacing wordSpacing textIndent hyphens textShadow webkitTextFillColor textAlign fontStyle cursor listStyleType fontSize'.split(' ');
                return ['.text p', '.text h2', '.text td', '.text button', '.cover p'].map((one) => names.map((name) => `${one} ${name}: ${getComputedStyle(root.querySelector(one))[name]}`));
            });
            await close();
            return found.flat();
        };
        assert.deepEqual(await looks(handed), await looks('font-size:20px'));
        // What is hidden stays hidden.
        const { map, close } = await drawn(page(`<div id="box">${element()}</div>`));
        await map.page.evaluate(() => (document.getElementById('box').style.visibility = 'hidden'));
        assert.equal(await map.run(({ shadowRoot: root }) => getComputedStyle(root.querySelector('.stage')).visibility), 'hidden');
        await close();
    });

    test('words that a translator has wrapped can be pressed, and stand until there are others', async () => {
        const { map, close } = await drawn(page(element()));
        await map.page.evaluate(() => document.querySelector('dex-map').showText());
        await map.page.locator('dex-map >> .text tbody tr').first().waitFor();
        await map.run(({ shadowRoot: root }) => {
            for (const part of root.querySelectorAll('.text :is(button, td, caption, h2, legend, span)')) {
                for (const node of [...part.childNodes]) {
                    if (node.nodeType !== 3 || !node.data.trim()) continue;
                    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                    node.replaceWith(outer);
                    outer.append(inner);
                    inner.append(node.data.toUpperCase());
                }
            }
        });
        const row = map.page.locator('dex-map >> .text tr', { hasText: 'BARKING AND DAGENHAM' }).first();
        const words = row.locator('th font font');
        const { name } = await map.after('dex-select', () => words.click());
        assert.equal(name, 'Barking and Dagenham');
        // Sorted by another column, nothing falls back.
        await map.page.locator('dex-map >> .text thead th:nth-child(2) button font font').first().click();
        await map.page.locator('dex-map >> .text thead th:nth-child(2)[aria-sort=ascending]').first().waitFor();
        assert.equal(await map.page.locator('dex-map >> .text thead').first().locator('button:not(:has(font))').count(), 0);
        assert.equal(await row.locator('td:not(:has(font))').count(), 0);
        await map.page.locator('dex-map >> .text .top button font font').click();
        await map.page.locator('dex-map >> .text').waitFor({ state: 'detached' });
        await close();
    });
});
