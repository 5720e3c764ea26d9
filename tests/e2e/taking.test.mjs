// The words of the picture, taken along with a mouse.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

describe('the words of the picture', () => {
    const site = served(atlases()[0].folder);
    const map = site.visit({ path: '/#v=1&area=borough:E09000028' });

    // What lands on the clipboard, as the page hears it after the map.
    const copied = () =>
        map.page.evaluate(() => {
            let text = '';
            document.addEventListener('copy', ({ clipboardData }) => (text = clipboardData.getData('text/plain')), { once: true });
            document.execCommand('copy');
            return text;
        });

    // From the beginning of one node to the end of another.
    async function drag(from, to) {
        const [a, b] = [await map.node(from), await map.node(to)];
        await map.page.mouse.move(a.rect[0] + 1, a.rect[1] + 8);
        await map.page.mouse.down();
        await map.page.mouse.move(b.rect[0] + b.rect[2] / 2, b.rect[1] + b.rect[3] / 2);
        await map.page.mouse.move(b.rect[0] + b.rect[2] - 1, b.rect[1] + b.rect[3] - 3, { steps: 12 });
        await map.page.mouse.up();
    }

    test('of the headline', async () => {
        const { name } = await map.node('headline');
        await drag('headline', 'headline');
        assert.equal(await copied(), name);
    });

    test('of the card, line by line', async () => {
        const names = [];
        for (const id of ['card.sentence', 'card.value', 'card.rank']) names.push((await map.node(id)).name);
        await drag('card.sentence', 'card.rank');
        const text = await copied();
        assert.deepEqual(text.split('\n').filter((line) => names.includes(line)), names);
    });

    test('of the legend, with its rows', async () => {
        await drag('legend.title', 'legend.explanation');
        const text = await copied();
        assert.ok(text.includes((await map.node('legend.title')).name), text);
    });

    test('a press on them is one of what lies below, and the wheel scrolls it', async () => {
        const { rect } = await map.node('card.sentence');
        const before = await map.view();
        await map.page.mouse.click(rect[0] + 5, rect[1] + 5);
        assert.equal(await map.view(), before);
        const { rect: row } = await map.node('card.drivers');
        await map.page.mouse.move(rect[0] + 5, rect[1] + 5);
        await map.page.mouse.wheel(0, 200);
        await map.page.waitForFunction((top) => document.querySelector('dex-map').core.tree.find(({ id }) => id === 'card.drivers').rect[1] < top, row[1]);
    });

    test('what is found in the page shows where it is drawn', async () => {
        const { rect } = await map.node('card');
        await map.page.mouse.move(rect[0] + 60, rect[1] + rect[3] / 2);
        await map.page.mouse.wheel(0, -2000);
        await map.loaded();
        const found = await map.page.evaluate(() => {
            const element = document.querySelector('dex-map').shadowRoot.querySelector('[data-id="card.sentence"]');
            const { left, top, width, height } = element.getBoundingClientRect();
            return { box: [left, top, width, height], opacity: getComputedStyle(element).opacity };
        });
        assert.deepEqual(found.box.map(Math.round), (await map.node('card.sentence')).rect);
        assert.equal(found.opacity, '1');
    });
});
