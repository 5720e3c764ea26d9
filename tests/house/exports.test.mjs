// What the module exports is what dex.h declares.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, read } from './source.mjs';

const kLists = { 'wasm/exports.txt': 'DEX_API', 'wasm/exports_dev.txt': 'DEX_DEV_API' };
const listed = (file) => read(file).split('\n').filter((line) => line !== '');

for (const [file, mark] of Object.entries(kLists)) {
    test(`${file} lists the functions of wasm/dex.h, in its order`, () => {
        const declared = [...code('wasm/dex.h').matchAll(new RegExp(`^${mark}\\s+[^;(]*?\\b(dex_\\w+)\\(`, 'gm'))].map(([, name]) => name);
        assert.ok(declared.length > 0);
        assert.deepEqual(listed(file), declared);
    });
}

test('each of them is defined', () => {
    const source = code('wasm/dex.cpp');
    for (const name of Object.keys(kLists).flatMap(listed)) assert.match(source, new RegExp(`\\b${name}\\(`), name);
});
