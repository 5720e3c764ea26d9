// What the module exports is what dex.h declares.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, read } from './source.mjs';

// What ships, and what `npm run dev` exports besides.
const kLists = ['wasm/exports.txt', 'wasm/exports_dev.txt'];
const listed = (file) => read(file).split('\n').filter((line) => line !== '');

test('the exports are the functions of wasm/dex.h, in its order', () => {
    const declared = [...code('wasm/dex.h').matchAll(/^DEX_API\s+[^;(]*?\b(dex_\w+)\(/gm)].map(([, name]) => name);
    assert.ok(declared.length > 0);
    assert.deepEqual(kLists.flatMap(listed), declared);
});

test('each of them is defined, in that order, and promises something', () => {
    const defined = [...code('wasm/dex.cpp').matchAll(/^\w[\w *]*?\b(dex_\w+)\([^;]*\{/gm)].map(([, name]) => name);
    assert.deepEqual(defined, kLists.flatMap(listed));
    const silent = [...read('wasm/dex.h').matchAll(/^(?!\/\/).*\nDEX_API\s+[^;(]*?\b(dex_\w+)\(/gm)].map(([, name]) => name);
    assert.deepEqual(silent, [], 'no comment stands above it');
});

test('every number of wasm/dex.h is held against ours', () => {
    const numbers = [...code('wasm/dex.h').matchAll(/enum[^{;]*\{([^}]*)\}/g)].flatMap(([, body]) => [...body.matchAll(/\bDEX_\w+/g)].map(([name]) => name));
    const asserted = [...code('wasm/dex.cpp').matchAll(/\bDEX_SAME\((DEX_\w+),/g)].map(([, name]) => name);
    // What a frame returns, and whether there is a GPU, is made in dex.cpp itself.
    assert.deepEqual(numbers.filter((name) => !asserted.includes(name)), ['DEX_AGAIN', 'DEX_MAIL', 'DEX_DRAWN', 'DEX_COUNTER_GPU']);
});
