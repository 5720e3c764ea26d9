// A graphics card takes over from the processor where there is one, and gives way to it: nothing of that is to be seen.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { kCard } from './chromium.mjs';
import { differing, largeColours, readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const kMinColours = 6;

// Every picture that the browser shows from now on; stop() returns them.
async function watch(map) {
    const cdp = await map.page.context().newCDPSession(map.page);
    const frames = [];
    cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
        frames.push(Buffer.from(data, 'base64'));
        cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    return async () => {
        await cdp.send('Page.stopScreencast');
        return frames.map(readPng);
    };
}

const isByCard = (map) => map.counter('gpu').then((is) => is === 1);
const contexts = (map) => map.page.evaluate(() => window.contexts.map((context) => !context.isContextLost()));
const untilBy = (map, gpu, selector = 'dex-map') =>
    map.page.waitForFunction(([selector, gpu]) => document.querySelector(selector).core.counter('gpu') === gpu, [selector, gpu]);

describe('a graphics card', () => {
    const site = served(folder, kCard);
    let map;
    beforeEach(async () => {
        // Small, for what passes for a card is slow, and every frame is looked at.
        map = await site.newPage({ viewport: { width: 800, height: 600 } });
    });
    afterEach(() => map.close());

    async function open(path) {
        await map.open(site.origin, path);
        await map.event('dex-detail');
    }
    async function isDrawn() {
        await map.settled();
        await map.page.mouse.move(0, 0);
        await map.settled();
        const picture = await map.picture();
        assert.ok(largeColours(picture) >= kMinColours, `${largeColours(picture)} colours of any size`);
        return picture;
    }

    test('takes over after the first picture, unseen', async () => {
        await map.open(site.origin);
        await map.event('dex-ready');
        const stop = await watch(map);
        await map.drawnByCard();
        assert.equal(await map.run(({ drawnBy }) => drawnBy), 'card');
        assert.equal((await map.event('dex-ready')).drawnBy, 'processor');
        const byCard = await isDrawn();
        for (const frame of await stop()) assert.ok(largeColours(frame) >= kMinColours);
        assert.deepEqual(await contexts(map), [true]);
        // The same picture as the processor's.
        await map.page.evaluate(() => window.contexts[0].getExtension('WEBGL_lose_context').loseContext());
        await untilBy(map, 0);
        assert.equal(await map.run(({ drawnBy }) => drawnBy), 'processor');
        const share = differing(byCard, await isDrawn(), 24) / (byCard.width * byCard.height);
        assert.ok(share < 0.004, `${(share * 100).toFixed(2)}% of the pixels differ`);
        assert.deepEqual(map.complaints, []);
    });

    test('one that is none by its name is let go, and not asked for again', async () => {
        await map.page.addInitScript(() => (window.cardName = 'ANGLE (Google, Vulkan (SwiftShader Device), SwiftShader driver)'));
        await open();
        await map.page.waitForFunction(() => window.contexts.length === 1 && window.contexts[0].isContextLost());
        await map.choose('theme');
        assert.equal(await isByCard(map), false);
        assert.deepEqual(await contexts(map), [false]);
        assert.deepEqual(map.complaints, []);
    });

    test('one without a name has to be faster than the processor', async () => {
        await map.page.addInitScript(() => (window.cardName = 'Mozilla'));
        await open();
        // This one is not, but a busy machine may make it seem so.
        await map.page.waitForFunction(() => window.contexts.length === 1 && (window.contexts[0].isContextLost() || document.querySelector('dex-map').core.counter('gpu') === 1));
        await isDrawn();
        assert.deepEqual(map.complaints, []);
    });

    test('refused for ever: the processor goes on', async () => {
        await map.page.addInitScript(() => {
            const { getContext } = HTMLCanvasElement.prototype;
            window.askings = 0;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                if (kind !== 'webgl2') return getContext.call(this, kind, ...rest);
                window.askings += 1;
                return null;
            };
        });
        await open();
        await map.page.waitForFunction(() => window.askings === 1);
        await map.choose('theme');
        await isDrawn();
        assert.equal(await map.page.evaluate(() => window.askings), 1);
        assert.deepEqual(map.complaints, []);
    });

    test('one that refuses our programs is let go', async () => {
        await map.page.addInitScript(() => {
            WebGL2RenderingContext.prototype.getProgramParameter = () => false;
            WebGL2RenderingContext.prototype.getShaderParameter = () => false;
        });
        await open();
        await map.page.waitForFunction(() => window.contexts.length === 1 && window.contexts[0].isContextLost());
        await isDrawn();
        assert.equal(await isByCard(map), false);
    });

    test('given only at the third asking', async () => {
        await map.page.addInitScript(() => {
            const { getContext } = HTMLCanvasElement.prototype;
            let askings = 0;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                const context = getContext.call(this, kind, ...rest);
                if (kind === 'webgl2' && (askings += 1) < 3) context.getExtension('WEBGL_lose_context').loseContext();
                return context;
            };
        });
        await open();
        await map.drawnByCard();
        assert.deepEqual(await contexts(map), [false, false, true]);
        await isDrawn();
    });

    // Each loses the context, and returns when the map is to be as it was; `free` is a place on the map.
    const moments = {
        'at rest': async (lose) => lose(),
        'under the pointer': async (lose, { x, y }) => {
            await map.page.mouse.move(x, y);
            await lose();
        },
        'with a card open': async (lose, { x, y }) => {
            await map.after('dex-select', () => map.hand.click(x, y));
            await lose();
        },
        'while dragging': (lose, { x, y }) => map.hand.drag([[x, y], [x + 20, y], [x + 40, y], [x + 80, y]], { midway: lose }),
        'while zooming': async (lose) => {
            await map.act('zoom.in');
            await lose();
        },
        'while colours change': async (lose) => {
            await map.act('theme');
            await lose();
        },
        'while another measure comes': async (lose) => {
            await map.run((element) => void (element.view = 'v=1&show=N2'));
            await lose();
        },
        'while the size changes': async (lose) => {
            await map.page.setViewportSize({ width: 700, height: 560 });
            await lose();
        },
        'in the Text view': async (lose) => {
            await map.act('text');
            await map.page.locator('dex-map >> .text').waitFor();
            await lose();
            await map.page.locator('dex-map >> .text').getByRole('button', { name: 'Show the map' }).click();
        },
        'with a dialog open': async (lose) => {
            await map.act('share');
            await map.page.locator('dex-map >> dialog .tabs').waitFor();
            await lose();
            await map.page.keyboard.press('Escape');
        },
        'while a picture is made to be taken away': async (lose) => {
            await map.act('share');
            const dialog = map.page.locator('dex-map >> dialog');
            await dialog.getByRole('button', { name: 'Picture', exact: true }).click();
            await dialog.getByLabel('File', { exact: true }).selectOption('png4');
            await lose();
            await map.page.keyboard.press('Escape');
        },
        'out of sight': async (lose) => {
            await map.run((element) => void (element.style.display = 'none'));
            await lose();
            await map.run((element) => void (element.style.display = ''));
        },
    };
    for (const [moment, play] of Object.entries(moments)) {
        test(`lost ${moment}: the picture stands, and it comes back`, async () => {
            await open();
            await map.drawnByCard();
            await map.settled();
            const free = await map.free();
            const stop = await watch(map);
            await play(() => map.loseContext(), free);
            await untilBy(map, 0);
            const view = await map.view();
            await isDrawn();
            const frames = await stop();
            if (!/Text|sight/.test(moment)) for (const frame of frames) assert.ok(largeColours(frame) >= kMinColours, `${largeColours(frame)} colours`);
            assert.equal(await map.view(), view);
            assert.ok(await map.page.locator('dex-map >> .cover').isHidden());
            assert.equal(await map.page.locator('dex-map >> .text').count(), 0);
            await map.drawnByCard();
            await isDrawn();
            assert.deepEqual(map.complaints, []);
        });
    }

    test('on somebody’s page only the map in use holds a context', async () => {
        await map.open(site.origin, '/demo/');
        await map.event('dex-detail', { id: 'first' });
        await map.loaded('#first');
        assert.deepEqual(await contexts(map), []);
        // Most of a map has to be in sight for it to be in use. A click waits until it stands still.
        const press = async (selector) => {
            await map.page.locator(selector).scrollIntoViewIfNeeded();
            const { width, height } = await map.page.locator(selector).boundingBox();
            await map.page.locator(selector).click({ position: { x: width * 0.3, y: height * 0.6 } });
        };
        await press('#first');
        await untilBy(map, 1, '#first');
        await press('#second');
        await untilBy(map, 1, '#second');
        await untilBy(map, 0, '#first');
        assert.deepEqual(await contexts(map), [false, true]);
        assert.deepEqual(map.complaints, []);
    });
});
