// What the module exports is what dex.h declares.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, read } from './source.mjs';

test('wasm/exports.txt lists the functions of wasm/dex.h, in its order', () => {
    const declared = [...code('wasm/dex.h').matchAll(/^DEX_API\s+[^;(]*?\b(dex_\w+)\(/gm)].map(([, name]) => name);
    const exported = read('wasm/exports.txt').split('\n').filter((line) => line !== '');
    assert.ok(declared.length > 0);
    assert.deepEqual(exported, declared);
});

test('each of them is defined', () => {
    const source = code('wasm/dex.cpp');
    for (const name of read('wasm/exports.txt').split('\n').filter(Boolean)) {
        assert.match(source, new RegExp(`\\b${name}\\(`), name);
    }
});
