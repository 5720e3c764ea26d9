// Ten thousand links that mean well and ten thousand that do not, through the program that ships.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { Core } from '../../web/core.js';
import { valueIn, viewText, withValue } from '../../web/view.js';

const bin = join(resolve(import.meta.dirname, '..', '..'), 'build', 'wasm', 'bin');
const kLongest = 2048;
const runs = { numRuns: 10_000, seed: 1, verbose: true };

let core;
before(async () => {
    const { default: createModule } = await import(pathToFileURL(join(bin, 'dex.mjs')));
    const wasm = await WebAssembly.compile(readFileSync(join(bin, 'dex.wasm')));
    const trapped = (error) => {
        throw error;
    };
    core = await Core.create(createModule, wasm, undefined, { trapped });
    core.resize(800, 600, 1, 1);
});

// Takes a link over as a page does, and drains what the program has to say.
function open(link) {
    const status = core.setView(link);
    core.frame(0);
    const said = [];
    for (let event; (event = core.next()); ) said.push(event);
    return { status, said, view: core.view };
}

const letters = [...'ABCxyz019._-~'];
const odd = [...' &=+#%?"<>é’ŵ…日🗺'];
const word = (units, maxLength = 12) => fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength });
const id = word(letters);
const name = fc.oneof({ weight: 4, arbitrary: id }, { weight: 1, arbitrary: word([...letters, ...odd]) });
const area = fc.tuple(id, name).map((parts) => parts.join(':'));
const list = (item, maxLength, selector) => fc.uniqueArray(item, { minLength: 1, maxLength, selector });
const degrees = (max) => fc.double({ min: -max, max: max, noNaN: true });
const methods = ['quantile', 'equal-steps', 'natural-breaks'];

// In the order in which the program writes them; what is absent is not written.
const keys = {
    show: fc.oneof(fc.constantFrom('overall', 'standout', 'moved'), name, fc.tuple(id, name).map((parts) => parts.join('/'))),
    by: id,
    place: area,
    classes: fc.oneof(fc.constantFrom(...methods), fc.integer({ min: 3, max: 5 }).map(String), fc.tuple(fc.constantFrom(...methods), fc.integer({ min: 3, max: 5 })).map((parts) => parts.join('.'))),
    area,
    at: fc.tuple(degrees(85), degrees(180), fc.double({ min: 0, max: 24, noNaN: true })).map((parts) => parts.map((number) => number.toFixed(6)).join()),
    class: fc.oneof(fc.integer({ min: 1, max: 9 }).map(String), fc.constant('none')),
    theme: fc.constantFrom('light', 'dark', 'grey'),
    score: fc.constantFrom('rank', 'min-max', 'winsorised', 'iod'),
    weights: list(fc.tuple(id, fc.integer({ min: 0, max: 10 })), 6, ([key]) => key).map((pairs) => pairs.map((pair) => pair.join(':')).join()),
    within: list(area, 6).map(String),
    compare: list(area, 4).map(String),
};
const links = fc.record(keys, { requiredKeys: [] });

// Also what web/view.js writes and reads is what the program does.
const written = (link) => viewText({ v: 1, ...Object.fromEntries(Object.keys(keys).filter((key) => key in link).map((key) => [key, link[key]])) });

test('10,000 links come back as they were, and once more', () => {
    fc.assert(
        fc.property(links, (link) => {
            const text = written(link);
            const { status, view } = open(text);
            assert.equal(status, 0);
            // A place on the ground is written as exactly as a quarter of a pixel needs.
            assert.equal(withValue(view, 'at'), withValue(text, 'at'));
            for (const key of Object.keys(keys)) if (key !== 'at') assert.equal(valueIn(view, key), link[key]);
            const [read, meant] = [view, text].map((one) => valueIn(one, 'at')?.split(',').map(Number));
            (meant ?? []).forEach((number, i) => assert.ok(Math.abs(number - read[i]) < [1, 1, 0.006][i], `${meant} → ${read}`));
            assert.equal(open(view).view, view);
        }),
        runs,
    );
});

const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.string({ unit: fc.constantFrom('&', '=', '%', ':', ',', '.', '#', '-', 'e', '9', '\0', '\ud800', '日'), maxLength: 400 }),
    fc.tuple(fc.constantFrom(...Object.keys(keys), 'v', '__proto__', 'constructor'), fc.string({ unit: 'binary', maxLength: 80 })).map((parts) => parts.join('=')),
    fc.tuple(links, fc.nat(400), fc.string({ unit: 'binary', maxLength: 4 })).map(([link, at, more]) => written(link).slice(0, at) + more + written(link).slice(at)),
    fc.tuple(fc.constantFrom('at', 'class', 'classes', 'weights'), fc.constantFrom('NaN', 'Infinity', '-0', '1e999', '0x10', '9'.repeat(400), '1,2,3,4', ',,', '-1', '1e-400')).map(([key, value]) => `${key}=${value}`),
    fc.tuple(fc.constantFrom('within', 'compare', 'weights'), fc.nat(900)).map(([key, count]) => `${key}=${Array.from({ length: count }, (_, i) => `a:${i}`)}`),
);

test('10,000 hostile links are refused in words or read as far as they go, and leave a view that holds', () => {
    fc.assert(
        fc.property(hostile, (text) => {
            const { status, said, view } = open(text);
            assert.ok(view.startsWith('v=1') && view.length <= kLongest, view);
            assert.equal(status !== 0, said.some(({ status }) => status !== 0), 'what is refused is said');
            assert.deepEqual(open(view), { status: 0, said: [], view });
        }),
        runs,
    );
});
