// As small as pages frame it, and with letters as large as readers set them: the legend is whole, the card says something,
// nothing lies over the headline. And a link to a place shows nothing of the whole, not for a moment.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const { name, folder } = atlases().at(-1);
const isLondon = name !== 'boroughs';
const southwark = 'place=borough:E09000028';
const view = isLondon ? `v=1&by=ward&${southwark}&area=ward:E05011095` : 'v=1&area=borough:E09000028';

const right = ([x, , width]) => x + width;
const bottom = ([, y, , height]) => y + height;
const lies = ([x, y, width, height], over) => x < right(over) && y < bottom(over) && x + width > over[0] && y + height > over[1];

describe(`in frames, ${name}`, () => {
    const site = served(folder);

    // One of each kind that a legend can have.
    const shown = isLondon ? ['overall', 'N1', 'N2.income', 'standout', 'C.imd', 'overall/D.deri', 'N2/G.low_income', 'N4/G.age65', 'moved&weights=N1:5'] : ['overall', 'N1', 'standout'];
    for (const [width, height] of [[984, 600], [700, 560]]) {
        test(`${width} × ${height}: all of the legend is in sight, whatever is shown`, async () => {
            const map = await site.opened({ viewport: { width, height } });
            for (const show of shown) {
                // The chosen class is told in words below some legends.
                for (const more of ['', `&class=${show.includes('/G.') ? 9 : 1}`]) {
                    await map.show(`v=1&show=${show}&${southwark}${more}`);
                    const parts = (await map.tree()).filter(({ id }) => /^(legend|strip)\./.test(id));
                    assert.ok(parts.length >= 5, `${show}: ${parts.length} parts`);
                    const out = parts.filter(({ state, rect }) => state.includes('hidden') || bottom(rect) > height || right(rect) > width);
                    assert.deepEqual(out.map(({ id, rect }) => `${id} ${rect}`), [], show);
                }
                await map.shot(`legend-${width}-${show.replace(/\W/g, '-')}`);
            }
            await map.close();
        });
    }

    for (const [what, viewport, size] of [['984 × 600', { width: 984, height: 600 }], ['700 × 560', { width: 700, height: 560 }], ['low', { width: 401, height: 479 }], ['with letters of twice the size', { width: 1280, height: 820 }, '200%']]) {
        test(`${what}: the search field never lies over the headline`, async () => {
            const map = await site.opened({ viewport });
            if (size) await map.page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
            await map.show(`v=1&${southwark}`);
            const field = map.page.locator('dex-map >> .find');
            const words = (await map.tree()).filter(({ id }) => id === 'headline' || id === 'subtitle');
            const over = async () => {
                const { x, y, width, height } = await field.boundingBox();
                return words.filter(({ rect }) => lies([x, y, width, height], rect)).map(({ id }) => id);
            };
            assert.deepEqual(await over(), []);
            await field.locator('input').focus();
            await field.locator('input').pressSequentially('south');
            await map.page.locator('dex-map >> .found li').first().waitFor();
            assert.deepEqual(await over(), [], 'while it is in use');
            const { x, y, width, height } = await map.page.locator('dex-map >> .found').boundingBox();
            assert.ok(x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height, 'all of its list can be reached');
            await map.shot(`search-over-${what.replaceAll(' ', '-')}`);
            await map.close();
        });
    }

    // What of the card is in sight without scrolling.
    const seen = async (map) => {
        const tree = await map.tree();
        const { rect: card } = tree.find(({ id }) => id === 'card');
        const end = tree.find(({ id }) => id === 'card.scroll')?.rect ?? card;
        return tree.filter(({ id, state, rect }) => /^card\.\w+$/.test(id) && !state.includes('hidden') && bottom(rect) <= bottom(end) + 0.5).map(({ id }) => id);
    };

    test('400 × 300: the card says where the area stands', async () => {
        const map = await site.opened({ viewport: { width: 400, height: 300 }, path: `/#${view}` });
        await map.settled();
        const there = await seen(map);
        assert.deepEqual(['card.name', 'card.rank', 'card.value', 'card.close'].filter((id) => !there.includes(id)), []);
        assert.match((await map.node('card.rank')).name, /(highest|lowest) .* of \d+/i);
        await map.shot('card-400x300');
        await map.close();
    });

    test('400 × 300: the Text view says how steady the area is, and not for ever that it tries', async () => {
        const map = await site.opened({ viewport: { width: 400, height: 300 }, path: `/#${view}` });
        await map.run((element) => element.showText());
        const steadiness = map.page.locator('dex-map >> .text [data-id="card.steadiness"]');
        await steadiness.filter({ hasNotText: /^Trying/ }).waitFor();
        assert.match(await steadiness.textContent(), /^(Steady|Varies somewhat|Depends on the weights): /);
        await map.close();
    });

    test('letters of twice the size in 1280 × 820: the card says at once what it says first at the usual size', async () => {
        const map = await site.opened({ viewport: { width: 1280, height: 820 } });
        await map.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        await map.show(view);
        const there = await seen(map);
        assert.deepEqual(['card.name', 'card.detail', 'card.sentence', 'card.value', 'card.rank'].filter((id) => !there.includes(id)), []);
        await map.shot('card-200-percent');
        await map.close();
    });

    test('a link to a place says and shows nothing of the whole', async () => {
        const map = await site.newPage({ viewport: { width: 984, height: 600 } });
        await map.page.addInitScript(() => {
            window.said = new Set();
            window.looks = 0;
            // What is drawn, what stands in the page, and what is read out.
            const look = () => {
                const map = document.querySelector('dex-map');
                window.said.add(map?.core?.tree.find(({ id }) => id === 'headline')?.name);
                const all = [...(map?.shadowRoot?.querySelectorAll('h1, h2, [aria-live]') ?? []), ...document.querySelectorAll('main h1, dex-map > img')];
                for (const one of all.filter((one) => one.checkVisibility({ visibilityProperty: true }))) window.said.add(one.alt ?? one.textContent);
                window.looks += 1;
                requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
        });
        // The names of the places come when all that the first picture of the whole would need has been here for a while.
        const letGo = await map.holdBack('**/names.*.dex');
        await map.open(site.origin, `/embed.html#v=1&${southwark}`);
        await map.page.waitForFunction(() => ['tile', 'classes', 'head'].every((kind) => performance.getEntriesByType('resource').some(({ name }) => name.includes(`/${kind}.`))));
        const looks = await map.page.evaluate(() => window.looks);
        await map.page.waitForFunction((looks) => document.querySelector('dex-map').core && window.looks > looks + 30, looks);
        letGo();
        await map.event('dex-detail');
        const said = (await map.page.evaluate(() => [...window.said])).filter(Boolean);
        assert.ok(said.some((words) => /Southwark/.test(words)));
        assert.deepEqual(said.filter((words) => !/Southwark|%$|^Loading/.test(words)), []);
        await map.close();
    });
});
