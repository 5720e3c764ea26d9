// A walk through what can be done with a map, the same each time: after every step the tree, the elements over the
// canvas, the Text view and the picture say the same.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choose, dice, kindOf } from './choose.mjs';
import { differing, kSameAgain, readPng } from './png.mjs';
import { atlases } from './site.mjs';
import { kSettled, still } from './still.mjs';
import { compare, twin } from './twin.mjs';
import { served } from './visit.mjs';

const kSeed = 9;
const kMaxNodes = 300;
const kPictureEach = 12;
const kTextEach = 20;
const [boroughs, london] = atlases();
// The areas of it, size, steps, and the fewest states and kinds of control that they lead to.
const walks = [
    { name: 'wide', atlas: boroughs, size: [1280, 820], steps: 70, states: 45, kinds: 20 },
    { name: 'narrow', atlas: boroughs, size: [390, 844], steps: 60, states: 40, kinds: 20 },
    { name: 'middle', atlas: boroughs, size: [760, 700], steps: 40, states: 25, kinds: 15 },
    { name: 'small', atlas: boroughs, size: [360, 320], steps: 20, states: 4, kinds: 2 },
    { name: 'wide, over small areas', atlas: london, size: [1280, 820], steps: 25, states: 15, kinds: 12 },
];

// Runs in a page, once: how long the elements take to follow a change of the tree.
function watch() {
    const { core } = document.querySelector('dex-map');
    const prototype = Object.getPrototypeOf(core);
    const { get } = Object.getOwnPropertyDescriptor(prototype, 'tree');
    let begunMs = 0;
    window.tookMs = [];
    Object.defineProperty(prototype, 'tree', {
        get() {
            const tree = get.call(this);
            begunMs = performance.now();
            return tree;
        },
    });
    // The element says so as soon as it has followed.
    window.addEventListener('dex-tree', () => window.tookMs.push(performance.now() - begunMs));
}

// Runs in a page: does it, and waits until nothing moves and nothing is loading.
async function step({ id, key, value, settled }, twin, still) {
    const map = document.querySelector('dex-map');
    const { core } = map;
    const status = key ? core.key(key, 0) : core.act(id, value);
    map.wake();
    await still(settled);
    return {
        status,
        view: core.view,
        tree: core.tree,
        text: core.text,
        elements: twin(),
        count: map.shadowRoot.querySelectorAll('.twin *').length,
    };
}

// What both say of one thing. The picture says some of it shorter, or in two places.
const kShorter = /^(subtitle|sources|legend\.chosen|classes\.\d|weight\.[^.]+(\.[^.]+)?)$/;
const kStates = new Set(['checked', 'pressed', 'expanded']);
// What is drawn may be pressed where the text only says it.
const kOf = ({ role }) => (/button|row|img|text/.test(role) ? 'words' : role);

function compareText(tree, text, isWide) {
    const said = new Map(text.map((node) => [node.id, node]));
    const stateOf = ({ state }) => state.filter((one) => kStates.has(one)).sort();
    for (const node of tree) {
        // A class of the legend stands in the strip too.
        const other = said.get(node.id.replace(/^strip\.(\d|none)$/, 'legend.$1'));
        if (!other || kOf(node) !== kOf(other)) continue;
        const isShorter = kShorter.test(node.id) || (!isWide && node.id === 'headline') || node.id === 'strip.none';
        // How far the trials are is another share a moment later.
        const isTried = node.id === 'card.steadiness' && /^Trying/.test(node.name);
        if (!isShorter && !isTried) assert.equal(node.name, other.name, node.id);
        if (/combobox|slider|searchbox/.test(node.role)) assert.equal(node.value, other.value, node.id);
        if (node.role === 'radio' || /^(card\.compare|ranked\.)/.test(node.id)) assert.deepEqual(stateOf(node), stateOf(other), node.id);
    }
    const there = (nodes, pattern) => nodes.filter(({ id }) => pattern.test(id)).map(({ id }) => id);
    const has = (nodes, wanted) => nodes.some(({ id }) => id === wanted);
    const compares = has(tree, 'compare.row0');
    // In the sheet a page stands in the place of both, and the smallest map has no room for a comparison.
    if (!has(tree, 'full') && !(has(tree, 'sheet.size') && has(tree, 'page.back'))) {
        // One that was put away is still all there in the text.
        assert.equal(compares || has(tree, 'compare.toggle'), has(text, 'compare.row0'), 'a comparison');
        if (!compares) assert.equal(has(tree, 'card'), has(text, 'card'), 'a card');
    }
    const ranked = there(tree, /^ranked\..*:/);
    if (ranked.length > 0) assert.deepEqual(ranked, there(text, /^ranked\..*:/), 'the ranked list');
    // The measure, whether the panel has room for all of them or for one at a time.
    const chosen = text.find(({ id, state }) => id.startsWith('measure.') && state.includes('checked'));
    const shown = tree.find(({ id, state }) => id.startsWith('measure.') && state.includes('checked'));
    const list = tree.find(({ id }) => id === 'measure');
    if (shown) assert.equal(shown.id, chosen?.id, 'the measure');
    if (list?.options.some(({ label }) => label === list.value)) assert.equal(list.value, chosen?.name, 'the measure');
}

// Runs in a page: what the Text view's own elements say, by id.
function textSays() {
    const box = document.querySelector('dex-map').shadowRoot.querySelector('.text');
    const labelOf = (element) => element.closest('label')?.querySelector('span').textContent;
    return [...box.querySelectorAll('[data-id]')].map((element) => ({
        id: element.dataset.id,
        name: { select: labelOf(element), input: labelOf(element), table: element.caption?.textContent, fieldset: element.firstChild?.textContent }[element.localName] ?? (element.children.length === 0 ? element.textContent : undefined),
        value: element.localName === 'select' ? element.selectedOptions[0]?.textContent : element.type === 'range' ? element.value : undefined,
        checked: element.type === 'radio' ? element.checked : undefined,
        cells: element.closest('tr') ? [...element.closest('tr').cells].slice(1).map(({ textContent }) => textContent) : undefined,
    }));
}

function compareTextElements(text, elements) {
    const there = new Map(elements.map((element) => [element.id, element]));
    assert.deepEqual([...there.keys()].sort(), text.map(({ id }) => id).sort());
    for (const node of text) {
        const { name, value, checked, cells } = there.get(node.id);
        if (name !== undefined) assert.equal(name, node.role === 'slider' ? `${node.name}: ${node.value}` : node.name, node.id);
        if (value !== undefined) assert.equal(value, node.value, node.id);
        if (checked !== undefined) assert.equal(checked, node.state.includes('checked'), node.id);
        if (node.role === 'row' && node.options) assert.deepEqual(cells, node.options.map(({ label }) => label), node.id);
    }
}

const kDrawn = /^(headline|subtitle|legend\.(title|\d)|strip\.\d|card\.(name|value)|page\.title)$/;

// Where words are, there are pixels of more than one colour: as many as thin letters have at least.
function comparePicture(tree, picture) {
    if (tree.some(({ role, state }) => role === 'listbox' || state.includes('modal'))) return 0;
    const isPart = (rect, outer) => rect[0] >= outer[0] && rect[1] >= outer[1] && rect[0] + rect[2] <= outer[0] + outer[2] && rect[1] + rect[3] <= outer[1] + outer[3];
    const drawn = tree.filter(({ id, state, rect }) => kDrawn.test(id) && !state.includes('hidden') && isPart(rect, [0, 0, picture.width, picture.height]));
    for (const { id, name, role, rect: [x, y, width, height] } of drawn) {
        const counts = new Map();
        for (let row = y; row < y + height; row += 1) {
            for (let column = x; column < x + width; column += 1) {
                const key = picture.at(column, row).join();
                counts.set(key, (counts.get(key) ?? 0) + 1);
            }
        }
        const others = width * height - Math.max(...counts.values());
        const min = role === 'heading' || role === 'text' ? 4 * name.replaceAll(' ', '').length : 1;
        assert.ok(others >= min, `${id}: ${others} pixels of “${name}” are not of the ground's colour`);
    }
    return drawn.length;
}

for (const { name, atlas, size: [width, height], steps, states, kinds } of walks) {
    describe(`a walk, ${name}`, { skip: !atlas && 'the boroughs alone are here' }, () => {
        const site = served(atlas.folder);

        test(`${steps} steps: tree, elements, Text view and picture say the same`, async (t) => {
            const map = await site.opened({ viewport: { width, height }, reducedMotion: 'reduce' });
            await map.settled();
            await map.page.evaluate(watch);
            const roll = dice(kSeed);
            const used = new Set();
            const seen = new Set();
            let tree = await map.tree();
            let max = 0;
            let words = 0;
            for (let number = 1; number <= steps; number += 1) {
                const { node, value } = choose(tree, roll, used);
                used.add(kindOf(node));
                const said = `seed ${kSeed}, ${name}, step ${number}: ${node.id} ${value}`;
                const now = await map.page.evaluate(`(${step})(${JSON.stringify({ id: node.id, key: node.key, value, settled: kSettled })}, ${twin}, ${still})`);
                tree = now.tree;
                seen.add(`${now.view} ${tree.map(({ id }) => id).join()}`);
                max = Math.max(max, now.count);
                try {
                    if (!node.key) assert.equal(now.status, 0, 'what is offered is done');
                    compare(tree, now.elements);
                    assert.ok(now.count <= kMaxNodes, `${now.count} elements`);
                    compareText(tree, now.text, width >= 900);
                    if (number % kPictureEach === 0) {
                        const picture = readPng(await map.page.screenshot());
                        words += comparePicture(tree, picture);
                        await map.page.evaluate(() => document.querySelector('dex-map').wake());
                        await map.loaded();
                        assert.equal(differing(picture, readPng(await map.page.screenshot()), kSameAgain), 0, 'another frame is another picture');
                    }
                    if (number % kTextEach === 0) {
                        await map.page.evaluate(() => document.querySelector('dex-map').showText());
                        await map.page.locator('dex-map >> .text [data-id=headline]').waitFor();
                        // While other weights are tried, the sentence grows between two looks at it.
                        await map.page.waitForFunction((trying) => !document.querySelector('dex-map').shadowRoot.querySelector('.text [data-id="card.steadiness"]')?.textContent.startsWith(trying), kSettled.trying);
                        const { text, elements } = await map.page.evaluate(`({ text: document.querySelector('dex-map').core.text, elements: (${textSays})() })`);
                        compareTextElements(text, elements);
                        await map.page.evaluate(() => document.querySelector('dex-map').showText(false));
                        await map.loaded();
                    }
                } catch (error) {
                    error.message = `${said}: ${error.message}`;
                    throw error;
                }
            }
            const tookMs = (await map.page.evaluate(() => window.tookMs)).sort((a, b) => a - b);
            const figure = (ms) => `${ms.toFixed(1)} ms`;
            t.diagnostic(`${seen.size} states, ${used.size} kinds of control, at most ${max} elements, ${words} words looked at in the picture`);
            t.diagnostic(`the elements follow a change in ${figure(tookMs[tookMs.length >> 1])} (median of ${tookMs.length}), ${figure(tookMs.at(-1))} at max`);
            assert.ok(seen.size >= states, `${seen.size} states`);
            assert.ok(used.size >= kinds, [...used].join(', '));
            assert.deepEqual(map.complaints, []);
            await map.close();
        });
    });
}
