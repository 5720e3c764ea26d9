// Every journey that the other tests make by hand, made with the keyboard alone: from the top of the page by Tab, Enter,
// Space, arrows, Escape and letters. After each key the focus is on something that is in sight and has its ring.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cameraIn } from './chromium.mjs';
import { Keyboard } from './keyboard.mjs';
import { atlases } from './site.mjs';
import * as visit from './visit.mjs';

const [boroughs, london] = atlases();
const kShapes = { wide: { width: 1280, height: 820 }, narrow: { width: 390, height: 844 } };

// Maps of an atlas, each with its keyboard.
function served(folder) {
    const site = visit.served(folder);
    return async (options) => {
        const map = await site.opened({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'], ...options });
        await map.settled();
        return { map, keys: new Keyboard(map) };
    };
}

// Presses and waits for what it leads to; the view, or what was selected.
const leads = (type) => async (map, keys, key, options) => {
    const detail = await map.after(type, () => keys.press(key), options);
    await map.settled();
    await keys.seen();
    return detail;
};
const views = async (...rest) => (await leads('dex-view')(...rest)).view;
const selects = leads('dex-select');

for (const [shape, viewport] of Object.entries(kShapes)) {
    describe(`by keyboard, ${shape}`, () => {
        const opened = served(boroughs.folder);

        function journey(name, work) {
            test(name, async () => {
                const { map, keys } = await opened({ viewport });
                await work(map, keys);
                assert.deepEqual(map.complaints, []);
                await map.close();
            });
        }
        const focused = async (keys, id) => assert.equal((await keys.at()).id, id);

        journey('a measure under Need, Group and More', async (map, keys) => {
            await keys.to('tabs.need');
            await keys.to('measure.overall');
            assert.match(await views(map, keys, 'ArrowDown'), /show=standout/);
            await focused(keys, 'measure.standout');
            for (const [tab, before, show] of [['tabs.group', 'tabs.need', /show=G\./], ['tabs.more', 'tabs.group', /show=N1\/G\./]]) {
                await keys.to(before, 'Shift+Tab');
                await keys.press('ArrowRight');
                await focused(keys, tab);
                assert.ok((await map.node(tab)).state.includes('checked'));
                const { id } = await keys.press('Tab');
                const { name } = await map.node(id);
                assert.match(await views(map, keys, 'Space'), show);
                // Where the panel is low the list has made room for two more, and is a select.
                const list = await map.node('measure');
                assert.equal(list ? list.value : (await map.tree()).find((node) => node.id.startsWith('measure.') && node.state.includes('checked')).name, name);
                await focused(keys, list ? 'measure' : id);
            }
            await keys.to('two-way.need');
            assert.match(await views(map, keys, 'ArrowDown'), /show=N2\/G\./);
            await focused(keys, 'two-way.need');
        });

        journey('a place, and how classes are made', async (map, keys) => {
            await keys.to('where');
            const { view } = await map.after('dex-view', () => keys.type('Southwark'), { where: 'E09000028' });
            assert.match(view, /place=borough:E09000028/);
            await map.settled();
            assert.match((await map.node('headline')).name, /Southwark/);
            await focused(keys, 'where');
            await keys.press('Tab');
            await focused(keys, 'scope');
            await keys.to('by');
            await keys.to('method');
            assert.match(await views(map, keys, 'ArrowDown'), /classes=equal-steps/);
            await keys.to('classes.5');
            assert.match(await views(map, keys, 'ArrowLeft'), /classes=.*4/);
            await focused(keys, 'classes.4');
            assert.ok((await map.node('classes.4')).state.includes('checked'));
        });

        journey('a class of the legend, and all again', async (map, keys) => {
            const { id } = await keys.to(/^(legend|strip)\.4$/);
            assert.match(await views(map, keys, 'Enter'), /class=5/);
            assert.ok((await map.node(id)).state.includes('pressed'));
            await focused(keys, id);
            assert.doesNotMatch(await views(map, keys, 'Space'), /class=/);
        });

        journey('from a name to its card, and away from it', async (map, keys) => {
            await keys.to('find');
            await keys.type('hack');
            await map.page.locator('dex-map >> .find').getByRole('option').first().waitFor();
            await keys.press('Escape');
            assert.equal(await map.page.locator('dex-map >> #find').inputValue(), 'hack');
            await keys.press('ArrowDown');
            const { name } = await selects(map, keys, 'Enter', { where: 'code' });
            assert.equal(name, 'Hackney');
            assert.equal((await map.node('card.name')).name, 'Hackney');
            assert.match((await map.node('card.value')).name, /out of 10$/);
            await focused(keys, 'find');
            await keys.to('card.close');
            assert.equal(await selects(map, keys, 'Enter'), null);
            assert.equal(await map.node('card'), undefined);
            // On in the sheet, where the card was; else in the map.
            await focused(keys, shape === 'wide' ? 'stage' : 'sheet.size');
            await keys.to('find', 'Shift+Tab');
            await keys.press('Escape');
            await keys.press('Escape');
            assert.equal(await map.page.locator('dex-map >> #find').inputValue(), '');
            await keys.to('share', 'Shift+Tab');
        });

        journey('the area at the cross-hair, its neighbours, and back out', async (map, keys) => {
            await keys.to('stage');
            const first = await selects(map, keys, 'Enter');
            const second = await selects(map, keys, ']');
            assert.notEqual(second.code, first.code);
            assert.equal((await map.node('card.name')).name, second.name);
            const third = await selects(map, keys, ']');
            assert.notEqual(third.code, second.code);
            assert.equal((await selects(map, keys, '[')).code, second.code);
            assert.equal(await selects(map, keys, 'Escape'), null);
            await focused(keys, 'stage');
        });

        journey('pans, zooms and shows all, by the map’s own keys and by buttons', async (map, keys) => {
            await keys.to('stage');
            const zoomed = cameraIn(await views(map, keys, '+'));
            const east = cameraIn(await views(map, keys, 'ArrowRight'));
            assert.ok(east[1] > zoomed[1]);
            const north = cameraIn(await views(map, keys, 'ArrowUp'));
            assert.ok(north[0] > east[0]);
            assert.ok(cameraIn(await views(map, keys, '-'))[2] < north[2]);
            assert.equal(cameraIn(await views(map, keys, 'Home')), undefined);
            await keys.to('zoom.in');
            const nearer = cameraIn(await views(map, keys, 'Enter'));
            await keys.to('zoom.out');
            assert.ok(cameraIn(await views(map, keys, 'Space'))[2] < nearer[2]);
            await keys.to('moves.toggle');
            await keys.press('Enter');
            await keys.to('pan.right');
            const right = cameraIn(await views(map, keys, 'Enter'));
            await focused(keys, 'pan.right');
            assert.ok(right[1] > nearer[1]);
            await keys.press('Escape');
            await focused(keys, 'moves.toggle');
            await keys.to('home', 'Shift+Tab');
            assert.equal(cameraIn(await views(map, keys, 'Enter')), undefined);
        });

        journey('compares two areas, and clears', async (map, keys) => {
            await keys.to('stage');
            const first = await selects(map, keys, 'Enter');
            await keys.to('card.compare');
            assert.match(await views(map, keys, 'Enter'), new RegExp(`compare=borough:${first.code}`));
            await keys.to('stage', 'Shift+Tab');
            const second = await selects(map, keys, ']');
            await keys.to('card.compare');
            assert.match(await views(map, keys, 'Enter'), new RegExp(`compare=.*${first.code}.*${second.code}`));
            await keys.to('compare.close');
            await keys.press('Enter');
            await focused(keys, 'compare.toggle');
            await keys.press('Enter');
            assert.ok(await map.node('compare.row0'), 'it opens again');
            await keys.to('compare.clear');
            assert.doesNotMatch(await views(map, keys, 'Enter'), /compare=/);
            assert.equal(await map.node('compare'), undefined);
            await keys.seen();
        });

        journey('own weights by slider and by step, another arithmetic, and back to the published ones', async (map, keys) => {
            await keys.to('page.adjust');
            await keys.press('Enter');
            await focused(keys, 'page.back');
            await keys.to('weight.N2');
            assert.match(await views(map, keys, 'ArrowUp'), /weights=N2:7/);
            await focused(keys, 'weight.N2');
            assert.match(await views(map, keys, 'End'), /weights=N2:10/);
            await keys.to('weight.N3.less');
            assert.match(await views(map, keys, 'Enter'), /weights=N2:10,N3:4/);
            await keys.to('arithmetic.rank');
            assert.match(await views(map, keys, 'ArrowDown'), /score=min-max/);
            await keys.to('banner.changed');
            assert.match(await views(map, keys, 'Enter'), /show=moved/);
            await keys.to('banner.reset');
            assert.equal(await views(map, keys, 'Enter'), 'v=1');
            await keys.to('page.back', 'Shift+Tab');
            await keys.press('Enter');
            await focused(keys, 'page.adjust');
            await keys.press('Enter');
            await keys.to('weight.N1');
            await keys.press('Escape');
            await focused(keys, 'page.adjust');
        });

        journey('the ranked list: its order, a name in it, a card from it', async (map, keys) => {
            await keys.to('page.ranked');
            await keys.press('Enter');
            await focused(keys, 'page.back');
            const first = await map.rows();
            await keys.to('ranked.find');
            await keys.type('Ham');
            await map.loaded();
            assert.ok((await map.rows()).every(({ name }) => /ham/i.test(name)));
            await keys.press('Escape');
            await focused(keys, 'ranked.find');
            assert.deepEqual((await map.rows()).map(({ id }) => id), first.map(({ id }) => id));
            assert.equal(first.length, 33, 'all boroughs on one page');
            await keys.to('order.highest', 'Shift+Tab');
            await keys.press('ArrowRight');
            await focused(keys, 'order.lowest');
            const [{ id }] = await map.rows();
            await keys.to(id);
            const { code } = await selects(map, keys, 'Enter');
            assert.ok(id.endsWith(code));
            assert.ok(await map.node('card.name'));
            // On a narrow screen the card has come in the list's place, and so has the focus.
            await focused(keys, shape === 'wide' ? id : 'card.close');
        });

        journey('colours, help and sources', async (map, keys) => {
            await keys.to('theme');
            assert.match(await views(map, keys, 'Enter'), /theme=dark/);
            await focused(keys, 'theme');
            for (const id of ['help', 'sources']) {
                if (!(await map.node(id))?.actions.length) continue;
                await keys.to(id);
                for (const close of ['Escape', 'Enter']) {
                    await keys.press('Enter');
                    await focused(keys, 'dialog.close');
                    // What lies behind is out of reach.
                    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
                        const { id: at, isOut } = await keys.press(key);
                        assert.ok(isOut || /^dialog\.(close|about)$/.test(at), at);
                    }
                    if ((await keys.at()).isOut) await keys.press('Tab');
                    await keys.press(close);
                    assert.equal(await map.node('dialog'), undefined);
                    await focused(keys, id);
                }
            }
            await keys.press('?');
            await focused(keys, 'dialog.close');
        });

        journey('shares: link and code are copied, what is chosen stands in the code', async (map, keys) => {
            const clipboard = () => map.page.evaluate(() => navigator.clipboard.readText());
            await keys.to('share');
            const list = map.page.waitForResponse(/posters\.json/);
            await keys.press('Enter');
            await map.page.locator('dex-map >> dialog').waitFor();
            await list;
            await keys.to('Copy link');
            await keys.press('Enter');
            await map.page.getByText('Copied.').waitFor();
            assert.match(await clipboard(), /#v=1/);
            await keys.to('Place');
            await keys.type('Southwark');
            await keys.to('Frame');
            await keys.press('ArrowDown');
            await keys.to('Copy code');
            await keys.press('Enter');
            await map.page.waitForFunction(async () => /host\.js/.test(await navigator.clipboard.readText()));
            assert.match(await clipboard(), /place=borough:E09000028/);
            await keys.press('Escape');
            await focused(keys, 'share');
        });

        journey('the Text view: choose, sort, filter, open, and back to the map', async (map, keys) => {
            const text = map.page.locator('dex-map >> .text');
            await keys.to('text');
            await keys.press('Enter');
            await text.locator('tbody tr').filter({ hasText: /\d/ }).first().waitFor();
            await keys.to('Show the map');
            await keys.to('measure.overall');
            assert.match(await views(map, keys, 'ArrowDown'), /show=standout/);
            await focused(keys, 'measure.standout');
            await views(map, keys, 'ArrowUp');
            await keys.to('where');
            await keys.to('Risk rank');
            await keys.press('Enter');
            await focused(keys, 'Risk rank');
            assert.equal(await text.locator('tbody th').first().textContent(), 'Enfield');
            await keys.press('Enter');
            assert.equal(await text.locator('[aria-sort]').first().getAttribute('aria-sort'), 'descending');
            await keys.to(/^Filter/, 'Shift+Tab');
            await keys.type('south');
            assert.deepEqual(await text.locator('tbody th').allTextContents(), ['Southwark']);
            await keys.to('table.E09000028');
            assert.equal((await selects(map, keys, 'Enter')).name, 'Southwark');
            await text.locator('[data-id=card]').waitFor();
            await focused(keys, 'table.E09000028');
            await keys.to('ranked');
            await keys.press('Enter');
            await keys.to('ranked.find');
            await keys.to('adjust', 'Shift+Tab');
            await keys.press('Enter');
            await keys.to('weight.N2');
            assert.match(await views(map, keys, 'ArrowUp'), /weights=N2:7/);
            await focused(keys, 'weight.N2');
            await keys.to('adjust.reset', 'Shift+Tab');
            assert.doesNotMatch(await views(map, keys, 'Enter'), /weights/);
            await focused(keys, 'adjust');
            await keys.to('Show the map', 'Shift+Tab');
            await keys.press('Enter');
            await text.waitFor({ state: 'detached' });
            await focused(keys, 'text');
            await keys.to('stage', 'Shift+Tab');
            await keys.press('t');
            await text.waitFor();
            await keys.to('Show the map');
            await keys.press('Space');
            await focused(keys, 'stage');
        });

        journey('past the map, and to the Text view before it', async (map, keys) => {
            await keys.to('Skip the map');
            await keys.press('Enter');
            assert.equal((await keys.press('Tab')).id, 'zoom.in');
            await keys.to('Text view', 'Shift+Tab');
            await keys.press('Enter');
            await map.page.locator('dex-map >> .text').waitFor();
        });
    });
}

describe('the keyboard', () => {
    const opened = served(boroughs.folder);

    const shapes = { ...kShapes, middle: { width: 760, height: 700 }, small: { width: 360, height: 320 } };
    for (const [shape, viewport] of Object.entries(shapes)) {
        test(`comes in, goes through and leaves, in both directions, its ring in the picture: ${shape}`, async () => {
            const { map, keys } = await opened({ viewport });
            const stops = [];
            for (let stop; !(stop = await keys.press('Tab')).isOut; stops.push(stop.id)) {
                assert.ok(stops.length < 100, `never out of it: ${stops.join(' ')}`);
                const share = await keys.ringInPicture(stop);
                assert.ok(share > 0.9, `${Math.round(share * 100)}% of the ring of ${stop.id}`);
            }
            assert.ok(stops.includes('stage') && stops.length > 5, stops.join(' '));
            const back = (await keys.untilOut('Shift+Tab')).map(({ id }) => id);
            assert.deepEqual(back.slice(0, stops.length), [...stops].reverse());
            await map.close();
        });
    }

    test('a folded panel opens, and the focus is at its button again when it has closed', async () => {
        const { map, keys } = await opened({ viewport: shapes.middle });
        await keys.to('panel.toggle');
        await keys.press('Enter');
        await keys.to('measure');
        assert.match(await views(map, keys, 'ArrowDown'), /show=standout/);
        await keys.press('Escape');
        assert.equal((await keys.at()).id, 'panel.toggle');
        await map.close();
    });

    test('the smallest map leads to the whole one', async () => {
        const { map, keys } = await opened({ viewport: shapes.small });
        await keys.to('full');
        const popup = map.page.waitForEvent('popup');
        await keys.press('Enter');
        assert.match((await popup).url(), /index\.html#v=1/);
        await map.close();
    });
});

describe('by keyboard, over small areas', { skip: !london && 'the boroughs alone are here' }, () => {
    const opened = served(london.folder);

    test('larger and smaller levels, by key and by list', async () => {
        const { map, keys } = await opened({ viewport: kShapes.wide });
        const level = async () => (await map.node('by')).value;
        await keys.to('by');
        const smallest = await level();
        await views(map, keys, 'ArrowDown', { where: 'by=' });
        const larger = await level();
        assert.notEqual(larger, smallest);
        await keys.to('stage');
        await views(map, keys, 'PageDown');
        assert.equal(await level(), smallest);
        await views(map, keys, 'PageUp');
        assert.equal(await level(), larger);
        await map.close();
    });

    test('the pages of a long list, and one of need and group that can be read', async () => {
        const { map, keys } = await opened({ viewport: kShapes.wide });
        await keys.to('page.ranked');
        await keys.press('Enter');
        const first = await map.rows();
        assert.equal(first.length, 40);
        await keys.to('ranked.next');
        await keys.press('Enter');
        await map.loaded();
        assert.notEqual((await map.rows())[0].id, first[0].id);
        await keys.seen();
        await map.page.evaluate(() => (document.querySelector('dex-map').view = 'v=1&show=N2/G.low_income&by=ward&place=borough:E09000028'));
        await map.loaded();
        assert.equal((await map.rows()).length, 23, 'all wards of Southwark');
        assert.equal((await map.node('ranked.among')).name, 'Ranks are by need for help with affordability, among London’s 684 wards.');
        for (const { name, rect: [x, , w] } of await map.rows()) assert.ok(x >= 0 && w > 200 && /need, .* share of /.test(name), name);
        await map.close();
    });

    test('areas of three levels stand side by side, put away and brought back', async () => {
        const { map, keys } = await opened({ viewport: kShapes.wide, path: '/#v=1&compare=borough:E09000028,ward:E05011095' });
        await keys.to('find');
        await keys.type('SE15 4AA');
        await selects(map, keys, 'Enter', { where: 'small-area' });
        await keys.to('card.compare');
        assert.match(await views(map, keys, 'Enter'), /compare=borough:E09000028,ward:E05011095,small-area:E01/);
        const tree = await map.tree();
        const among = tree.filter(({ id }) => /^compare\..*\.among$/.test(id)).map(({ name }) => name);
        assert.deepEqual(among, ['33 boroughs', '684 wards', '4,994 small areas'].map((of) => `Scores ranked among London’s ${of}`));
        assert.equal(tree.find(({ id }) => id === 'compare.row1').name, 'Residents in London’s highest-risk fifth');
        await keys.to('compare.close');
        await keys.press('Enter');
        assert.equal((await keys.at()).id, 'compare.toggle');
        assert.equal(await map.node('compare.row1'), undefined);
        await keys.press('Enter');
        assert.ok(await map.node('compare.row1'));
        await map.close();
    });

    test('a postcode leads to its card', async () => {
        const { map, keys } = await opened({ viewport: kShapes.narrow });
        await keys.to('find');
        await keys.type('SW1A 2AA');
        await selects(map, keys, 'Enter', { where: 'small-area' });
        assert.match((await map.node('card.postcode')).name, /^SW1A 2AA is in this small area/);
        await map.close();
    });

    test('a borough opens in the Text view, and an area of it', async () => {
        const { map, keys } = await opened({ viewport: kShapes.wide });
        await keys.to('Text view');
        await keys.press('Enter');
        await map.page.locator('dex-map >> .text tbody tr').filter({ hasText: /\d/ }).first().waitFor();
        await keys.to(/^Filter/);
        await keys.type('southwark');
        await keys.to('table.E09000028');
        await views(map, keys, 'Enter', { where: 'E09000028' });
        assert.equal((await keys.at()).id, 'table.E09000028');
        await keys.to(/^inner\./);
        assert.match((await selects(map, keys, 'Enter')).code, /^E01/);
        await map.close();
    });
});
