// Includes point left: the order of rooms, read from where CMake has it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, places, code, read } from './source.mjs';

const native = ['compile'];
const rooms = /set\(DEX_ROOMS ([a-z ]+)\)/.exec(read('cmake/rooms.cmake'))[1].split(' ');
const order = [...rooms, 'wasm'];

const includes = (file) => [...code(file).matchAll(/^\s*#include\s+"([^"]+)"/gm)].map(([, path]) => path);

// Where a file of `room` may take headers from.
function allowed(room) {
    // The command line draws posters with the app itself (docs/decisions/0008-posters.md).
    if (native.includes(room)) return [...rooms, room];
    return order.slice(0, order.indexOf(room) + 1);
}

test('the rooms stand in the order of the house', () => {
    assert.deepEqual(rooms, 'base table geo archive find stats risk text map words look model gpu ui output app'.split(' '));
});

test('a room includes only from rooms on its left and from itself', () => {
    const wrong = [];
    for (const file of files(/^(src\/[a-z]+|wasm)\/.*\.(h|cpp|def|inc)$/)) {
        const room = file.startsWith('wasm/') ? 'wasm' : file.split('/')[1];
        assert.ok(order.includes(room) || native.includes(room), `${file}: no such room`);
        for (const path of includes(file)) {
            const from = path.split('/')[0];
            if (!allowed(room).includes(from)) wrong.push(`${file} includes ${path}`);
        }
    }
    assert.deepEqual(wrong, []);
});

test('our headers are included by their path from src/', () => {
    const wrong = files(/^(src|wasm)\/.*\.(h|cpp)$/).flatMap((file) => places(file, code(file), /#include\s+"(\.|[^/"]+")/));
    assert.deepEqual(wrong, []);
});

test('a header begins with #pragma once, the door of C apart', () => {
    const wrong = files(/^(src|wasm)\/.*\.h$/).filter((file) => file !== 'wasm/dex.h' && !/^\s*#pragma once$/m.test(code(file)));
    assert.deepEqual(wrong, []);
});
