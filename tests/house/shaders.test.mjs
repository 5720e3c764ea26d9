// What tools/shaders.mjs makes of a shader, and what it tells C++ of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksIn, constantsIn, shorten } from '../../tools/shaders.mjs';
import { code, files, places } from './source.mjs';

test('members of a block lie where std140 puts them', () => {
    const block = `layout(std140) uniform Some {
    vec2 first;
    vec4 aligned;
    float after;  // Fills up.
    vec2 again;
    float spread[2];
    float last;
};`;
    const layout = { first: 0, aligned: 16, after: 32, again: 40, spread: 48, last: 80, size: 96 };
    assert.deepEqual(blocksIn(block), { Some: layout });
    assert.throws(() => blocksIn('layout(std140) uniform Other {\n    mat3 turn;\n};'), /mat3/);
});

test('numbers with a name cost no byte of the shader', () => {
    const shader = `const uint kMask = 15u;  // Low bits.
const int kKind = 3;
uint of(uint a, int kind) { return kind == kKind ? a & kMask : 0u; }`;
    assert.deepEqual(constantsIn(shader), { kMask: 15, kKind: 3 });
    assert.equal(shorten(shader), 'uint of(uint a, int kind) { return kind == 3 ? a & 15u : 0u; }');
});

test('what C++ packs is taken apart by name alone', () => {
    const unnamed = /(&|>>|<<)\s*\d+u?\b|\bnumber == \d|\bkind == [1-9]/;
    const shaders = files(/^shaders\/(areas\.vert|hatch\.vert|common\/(area|hatch)\.glsl)$/);
    assert.deepEqual(shaders.flatMap((file) => places(file, code(file).replaceAll('& 1u', ''), unnamed)), []);
});
