// The text of a view as the page reads and writes it without the program: as the program does.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { editText, valueIn, viewText, withValue } from '../../web/view.js';

// tests/map/view_pairs_test.cpp reads the same.
const shared = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'map', 'views.json'), 'utf8'));

test('a page reads the values that the program reads', () => {
    assert.ok(shared.read.length > 0);
    for (const { text, values } of shared.read) {
        for (const [key, value] of Object.entries(values)) assert.equal(valueIn(text, key), value ?? undefined, `${text} ${key}`);
    }
});

test('a page writes the view that the program writes', () => {
    assert.ok(shared.write.length > 0);
    for (const { view, key, value, gives } of shared.write) assert.equal(withValue(view, key, value), gives);
});

test('what is no pair is left away, and so is a second one of the key that is set', () => {
    assert.equal(withValue('#v=1&nonsense&by=a&by=b', 'by', 'ward'), 'v=1&by=ward');
    assert.equal(withValue('', 'theme', 'dark'), 'theme=dark');
    assert.equal(withValue('theme=dark', 'theme'), '');
});

test('a view may be an object: lists by commas, pairs by colons, and nothing for what is not set', () => {
    assert.equal(viewText('v=1&show=overall'), 'v=1&show=overall');
    assert.equal(viewText({ place: 'borough:E09000028', at: [51.5, -0.1, 10], weights: { N1: 3, N2: 0 } }), 'place=borough:E09000028&at=51.5,-0.1,10&weights=N1:3,N2:0');
    assert.equal(viewText({ show: undefined, by: null, theme: '', class: 0 }), 'class=0');
    assert.deepEqual([null, undefined, {}, 7].map(viewText), ['', '', '', '']);
});

test('choices keep their order, and an empty one says that a key goes back to its default', () => {
    assert.equal(editText({ place: 'borough:E1', area: '', show: 'N2/old er' }), 'place=borough:E1&area=&show=N2/old%20er');
    assert.equal(editText({}), '');
});
