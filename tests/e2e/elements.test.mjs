// Twenty maps as elements on one page, with a graphics card and without: all show a picture and can be used, and no context is
// lost. The page is that of a public bug report. Maps in frames: crowd.test.mjs.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kCard, kProcessor } from './chromium.mjs';
import { host } from './host.mjs';
import { readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const kElements = 20;
const kHeight = 600;
const kMinColours = 10;
const kQuietMs = 10_000;

for (const [name, renderer] of [['the processor', kProcessor], ['a graphics card', kCard]]) {
    describe(`twenty elements, drawn by ${name}`, () => {
        const site = served(folder, renderer);
        let server, map;
        before(async () => {
            const element = `<h2>Map</h2><dex-map src="${site.origin}/atlas/atlas.json" style="height:${kHeight}px"></dex-map>`;
            server = await host(
                `<!doctype html><html lang="en"><head><title>Many</title><script type="module" src="${site.origin}/dex-map.js"></script></head>` +
                    `<body>${element.repeat(kElements)}<p id="end">What follows.</p></body></html>`,
                {},
            );
            map = await site.newPage({ viewport: { width: 1000, height: 700 } });
            // Each context that is ever lost, whether it came back or not.
            await map.page.addInitScript(() => {
                window.lost = 0;
                const { getContext } = HTMLCanvasElement.prototype;
                HTMLCanvasElement.prototype.getContext = function (...given) {
                    this.addEventListener('webglcontextlost', () => (window.lost += 1), { once: true });
                    return getContext.apply(this, given);
                };
            });
            await map.open(server.origin);
        });
        after(async () => {
            await map?.close();
            await server?.close();
        });

        // Scrolls to one and waits until it is there and shown; then its middle is no plain rectangle.
        async function isShown(i) {
            const { x, y, width, height } = await map.page.evaluate((i) => {
                const element = document.querySelectorAll('dex-map')[i];
                element.scrollIntoView({ block: 'center' });
                return element.getBoundingClientRect().toJSON();
            }, i);
            await map.page.waitForFunction((i) => document.querySelectorAll('dex-map')[i].shadowRoot?.querySelector('.cover')?.hidden, i);
            await map.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            const picture = readPng(await map.page.screenshot());
            const colours = new Set();
            for (let row = Math.max(0, Math.ceil(y + height / 4)); row < y + (3 * height) / 4; row += 2)
                for (let column = Math.ceil(x + width / 3); column < x + width - 8; column += 2) colours.add(picture.at(column, row).join());
            assert.ok(colours.size > kMinColours, `map ${i}: ${colours.size} colours`);
        }
        async function isQuiet() {
            assert.equal(await map.page.evaluate(() => window.seen.filter(({ type }) => type === 'dex-error').length), 0);
            const texts = await map.page.evaluate(() => [...document.querySelectorAll('dex-map')].filter(({ shadowRoot }) => shadowRoot?.querySelector('.text')).length);
            assert.equal(texts, 0, 'none has turned into its text');
            assert.deepEqual(map.complaints, []);
        }

        test('scrolled down and up twice, each shows its picture', async () => {
            const down = [...Array(kElements).keys()];
            for (const i of [...down, ...down.toReversed(), ...down, ...down.toReversed()]) await isShown(i);
            await isQuiet();
        });

        test('each selects and pans, and what is left behind loses nothing', async () => {
            for (let i = 0; i < kElements; i += 3) {
                await isShown(i);
                const box = await map.page.locator('dex-map').nth(i).boundingBox();
                const [x, y] = [box.x + box.width * 0.55, box.y + box.height / 2];
                const heard = (type) =>
                    map.page.evaluate(([i, type]) => {
                        const element = document.querySelectorAll('dex-map')[i];
                        element.heard = new Promise((done) => element.addEventListener(type, done, { once: true }));
                    }, [i, type]);
                const comes = () => map.page.evaluate((i) => document.querySelectorAll('dex-map')[i].heard.then(() => true), i);
                await heard('dex-view');
                await map.hand.drag([[x, y], [x + 20, y], [x + 40, y]]);
                await comes();
                await heard('dex-select');
                await map.hand.click(x + 40, y);
                await comes();
            }
            await isQuiet();
        });

        test('ten quiet seconds: no context is lost, and one map at most holds one', async () => {
            const lost = await map.page.evaluate(() => window.lost);
            await map.page.waitForTimeout(kQuietMs);
            assert.equal(await map.page.evaluate(() => window.lost), lost);
            const live = await map.page.evaluate(() => window.contexts.filter((context) => !context.isContextLost()).length);
            assert.ok(live <= 1, `${live} contexts`);
            await isQuiet();
        });
    });
}
