// The elements over the canvas: the same as the tree, reachable by keyboard, and what they do is done.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { atlases } from './site.mjs';
import { compare, twin } from './twin.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const shapes = { wide: [1280, 900], middle: [760, 700], narrow: [390, 844], small: [360, 320] };

describe('the twin', () => {
    const site = served(folder);

    async function opened([width, height], path = '/') {
        const map = await site.opened({ path, viewport: { width, height } });
        return map;
    }
    const check = async (map) => {
        const { tree, elements } = await map.page.evaluate(`({ tree: document.querySelector('dex-map').core.tree, elements: (${twin})() })`);
        compare(tree, elements);
    };

    for (const [name, size] of Object.entries(shapes)) {
        test(`${name}: says what the tree says, in every state that a press leads to`, async () => {
            const map = await opened(size);
            const seen = new Set();
            const complaints = [];
            await check(map);
            complaints.push(...(await violations(map.page)));
            for (let step = 0; step < 40; step += 1) {
                const pressable = (await map.tree()).filter(({ id, actions }) => actions.includes('press') && !seen.has(id) && !/^(full|text|zoom\.|pan\.|home|option\.)/.test(id));
                if (pressable.length === 0) break;
                const { id } = pressable.find(({ id }) => !/close/.test(id)) ?? pressable[0];
                seen.add(id);
                await map.choose(id);
                await check(map);
                if (/^(help|sources|where|moves\.toggle|panel\.toggle|sheet\.size)$/.test(id)) complaints.push(...(await violations(map.page)));
                if ((await map.tree()).some(({ role }) => /dialog|listbox/.test(role))) {
                    await map.run((element) => void (element.core.key('Escape', 0), document.querySelector('dex-map').wake()));
                    await map.loaded();
                    await check(map);
                }
            }
            assert.ok(seen.size >= (name === 'small' ? 1 : 8), [...seen].join(' '));
            assert.deepEqual(complaints, []);
            assert.deepEqual(map.complaints, []);
            const nodes = await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.querySelectorAll('.twin *').length);
            assert.ok(nodes <= 300, `${nodes} elements`);
            await map.close();
        });
    }

    const focused = (map) =>
        map.page.evaluate(() => {
            const { activeElement } = document;
            const inner = activeElement?.shadowRoot?.activeElement;
            return inner ? (inner.dataset.id ?? inner.className) : activeElement.localName;
        });

    test('Tab goes through title, choices, map, legend and sources, and out', async () => {
        const map = await opened(shapes.wide);
        const stops = [];
        for (let i = 0; i < 60; i += 1) {
            await map.page.keyboard.press('Tab');
            const at = await focused(map);
            if (at === 'body') break;
            stops.push(at);
        }
        assert.ok(stops.length < 60, stops.join(' '));
        const order = ['measure.', 'where', 'by', 'skip', 'stage', 'zoom.in', 'legend.', 'help'];
        const places = order.map((id) => stops.findIndex((stop) => stop.startsWith(id)));
        assert.deepEqual([...places].sort((a, b) => a - b), places, stops.join(' '));
        assert.ok(places.every((place) => place >= 0), stops.join(' '));
        await map.close();
    });

    test('keys choose: a radio by arrow, a place by letter, a class by Enter', async () => {
        const map = await opened(shapes.wide);
        const focus = (id) => map.page.locator(`dex-map >> .twin [data-id="${id}"]`).focus();
        const checked = (await map.tree()).find(({ role, state, id }) => role === 'radio' && id.startsWith('measure.') && state.includes('checked'));
        await focus(checked.id);
        const { view } = await map.after('dex-view', () => map.page.keyboard.press('ArrowDown'));
        assert.match(view, /show=/);
        await map.loaded();
        await focus('where');
        const place = await map.after('dex-view', () => map.page.keyboard.type('Southwark'), { where: 'place=' });
        assert.match(place.view, /place=borough:/);
        assert.equal(await focused(map), 'where');
        await map.loaded();
        await focus('legend.4');
        await map.after('dex-view', () => map.page.keyboard.press('Enter'), { where: 'class=' });
        await map.loaded();
        assert.equal(await map.page.locator('dex-map >> .twin [data-id="legend.4"]').getAttribute('aria-pressed'), 'true');
        assert.equal(await focused(map), 'legend.4');
        await map.shot('twin-focus');
        await map.close();
    });

    test('a dialog takes the focus, Escape closes it and the focus goes back', async () => {
        const map = await opened(shapes.wide);
        await map.page.locator('dex-map >> .twin [data-id="help"]').focus();
        await map.page.keyboard.press('Enter');
        await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.activeElement?.dataset.id === 'dialog.close');
        await map.page.keyboard.press('Escape');
        await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.activeElement?.dataset.id === 'help');
        await map.page.locator('dex-map >> .stage').focus();
        await map.page.keyboard.press('?');
        await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.activeElement?.dataset.id === 'dialog.close');
        await map.page.keyboard.press('Enter');
        await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.activeElement?.className === 'stage');
        await map.close();
    });

    test('what is scrolled out of sight comes into sight with the focus', async () => {
        const map = await opened([1280, 480]);
        const hidden = (await map.tree()).find(({ state, actions }) => state.includes('hidden') && actions.length > 0);
        assert.ok(hidden);
        await map.page.locator(`dex-map >> .twin [data-id="${hidden.id}"]`).focus();
        await map.page.waitForFunction((id) => !document.querySelector('dex-map').core.tree.find((node) => node.id === id).state.includes('hidden'), hidden.id);
        await map.close();
    });

    test('pointers go through to the picture', async () => {
        const map = await opened(shapes.wide);
        const { rect } = await map.node('zoom.in');
        await map.after('dex-view', () => map.page.mouse.click(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2), { where: 'at=' });
        await map.close();
    });

    test('a change touches what has changed, and nothing else', async () => {
        const map = await opened(shapes.wide);
        const touched = await map.page.evaluate(async () => {
            const map = document.querySelector('dex-map');
            const records = [];
            const observer = new MutationObserver((some) => records.push(...some));
            for (const root of map.shadowRoot.querySelectorAll('.twin')) observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
            map.core.act('legend.4');
            map.wake();
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
            return { attributes: records.filter(({ type }) => type === 'attributes').length, others: records.filter(({ type, target }) => type !== 'attributes' && target.dataset.id !== 'headline').map(({ target }) => target.dataset.id) };
        });
        assert.deepEqual(touched.others, []);
        assert.ok(touched.attributes > 0 && touched.attributes <= 12, `${touched.attributes} attributes`);
        await map.close();
    });
});
