// The golden pictures of tests/golden by the module that ships: the bits that the same code draws natively
// (tests/abi/frames_test.cpp).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { readAtlas } from '../../tools/first_pictures.mjs';
import { Again, Core, EventKind, Mail } from '../../web/core.js';
import { readPng } from '../e2e/png.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const goldens = join(root, 'tests', 'golden');
const views = JSON.parse(readFileSync(join(goldens, 'views.json'), 'utf8'));
const recipes = { boroughs: ['data/recipes/london-boroughs.json', 'data'], mini: ['tests/data/mini/recipe.json', 'tests/data/mini'] };
// Longer than any movement of the camera.
const kMaxFrames = 200;

const programOf = (name) => WebAssembly.compile(readFileSync(join(root, 'build', 'split', name)));
const facesOf = () => ['regular', 'semibold'].map((name) => [`face.${name}`, readFileSync(join(root, 'build', 'faces', `${name}.otf`))]);

// The picture of a view, RGBA, once nothing of it moves any more.
function draw(core, { head, first, bytesOf }, { width, height, ratio, dark, view }) {
    core.setPreferences({ dark });
    core.setOwnPage(true);
    core.setView(view);
    core.resize(width * ratio, height * ratio, ratio, 1);
    for (const [name, bytes] of facesOf()) core.supply(name, bytes);
    for (const name of [head, ...first]) core.supply(name, bytesOf(name));
    for (let bits = Again, frames = 0; bits & (Again | Mail) && frames < kMaxFrames; frames += 1) {
        bits = core.frame(frames * 16);
        for (let event; (event = core.next()); ) if (event.kind === EventKind.want) core.supply(event.text, bytesOf(event.text));
    }
    return core.picture.pixels;
}

function countOthers(rgba, rgb) {
    let count = 0;
    for (let i = 0, j = 0; i < rgba.length; i += 4, j += 3) {
        if (rgba[i] !== rgb[j] || rgba[i + 1] !== rgb[j + 1] || rgba[i + 2] !== rgb[j + 2]) count += 1;
    }
    return count;
}

describe('the module draws the goldens to the bit', () => {
    let createModule, first, rest, atlases;
    before(async () => {
        ({ default: createModule } = await import(pathToFileURL(join(root, 'build', 'wasm', 'bin', 'dex.mjs'))));
        [first, rest] = await Promise.all(['dex.wasm', 'dex.rest.wasm'].map(programOf));
        atlases = mkdtempSync(join(tmpdir(), 'dex-pixels-'));
        for (const [name, [recipe, from]] of Object.entries(recipes)) {
            execFileSync(join(root, 'build', 'dex'), ['compile', recipe, '--from', from, '--out', join(atlases, name)], { cwd: root, stdio: 'ignore' });
        }
    });
    after(() => rmSync(atlases, { recursive: true, force: true }));

    for (const view of views) {
        test(view.name, async () => {
            const program = { rest: async () => rest, restNow: () => rest };
            const trapped = (error) => {
                throw error;
            };
            const core = await Core.create(createModule, first, program, { trapped, wantsRest: () => {} });
            await core.bringRest();
            const picture = draw(core, readAtlas(join(atlases, view.atlas), {}), view);
            const golden = readPng(readFileSync(join(goldens, `${view.name}.png`)));
            assert.equal(picture.length / 4, golden.width * golden.height);
            assert.equal(countOthers(picture, golden.data), 0, 'so many pixels are others');
            core.destroy();
        });
    }
});
