// The program in two files: the first does all that comes before the rest, and whatever needs the rest waits for it or brings it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, describe, test } from 'node:test';
import { playFirstPictures, readAtlas } from '../../tools/first_pictures.mjs';
import { dataSize } from '../../tools/wasm_data.mjs';
import { Core, EventKind, Status } from '../../web/core.js';

const root = resolve(import.meta.dirname, '..', '..');
const fileOf = (name) => readFileSync(join(root, 'build', 'split', name));
const nameOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);
const faces = ['regular', 'semibold'].map((name) => [`face.${name}`, readFileSync(join(root, 'build', 'faces', `${name}.otf`))]);
const boroughs = join(root, 'build', 'split-work', 'boroughs');
const london = join(root, 'build', 'atlas');

let createModule, first, rest;
before(async () => {
    ({ default: createModule } = await import(pathToFileURL(join(root, 'build', 'wasm', 'bin', 'dex.mjs'))));
    first = await WebAssembly.compile(fileOf('dex.wasm'));
    rest = await WebAssembly.compile(fileOf('dex.rest.wasm'));
});

// A map on the first file, and what it says of itself. `now` answers a function that is called too early.
async function begin({ now = () => rest, later = async () => rest } = {}) {
    const said = { trapped: [], wanted: 0, early: 0 };
    const program = {
        rest: later,
        restNow: (isNamed) => {
            said.early += 1;
            return now(isNamed);
        },
    };
    const tell = { trapped: (error) => said.trapped.push(error), wantsRest: () => (said.wanted += 1) };
    return { core: await Core.create(createModule, first, program, tell), said };
}

// The first picture of the boroughs, and all that belongs to it.
function draw(core) {
    const { head, first: names, bytesOf } = readAtlas(boroughs, {});
    core.resize(1280, 800, 1, 1);
    for (const [name, bytes] of faces) core.supply(name, bytes);
    for (const name of [head, ...names]) core.supply(name, bytesOf(name));
    return settle(core, bytesOf);
}

function settle(core, bytesOf) {
    const kinds = [];
    for (let nowMs = 0; nowMs < 3000; nowMs += 16) {
        core.frame(nowMs);
        for (let event; (event = core.next()); ) {
            kinds.push(event.kind);
            if (event.kind === EventKind.want) core.supply(event.text, bytesOf(event.text));
        }
    }
    return kinds;
}

describe('two files', () => {
    test('the words of everything else come with the rest', () => {
        assert.ok(dataSize(fileOf('dex.rest.wasm')) > 4_000);
        assert.ok(!fileOf('dex.wasm').includes('They differ most in'));
    });

    test('files of ours are named from the root on, so that the bytes are the same wherever they were made', () => {
        const texts = ['dex.wasm', 'dex.rest.wasm'].map((name) => fileOf(name).toString('latin1'));
        const named = texts.flatMap((text) => text.match(/[\w./-]*\bsrc\/\w+\/\w+\.(cpp|h)\b/g) ?? []);
        assert.ok(named.length > 0);
        assert.deepEqual(named.filter((name) => !name.startsWith('src/')), []);
    });

    test('the first alone draws the boroughs, and says so', async () => {
        const { core, said } = await begin();
        const kinds = draw(core);
        assert.ok(kinds.includes(EventKind.firstPicture) && kinds.includes(EventKind.detail));
        assert.ok(core.tree.length > 20);
        assert.deepEqual([core.isWhole, said.early, said.wanted], [false, 0, 0]);
    });

    const isLondon = existsSync(london) && JSON.parse(readFileSync(join(london, 'atlas.json'), 'utf8')).head !== readAtlas(boroughs, {}).head;
    test("so it does with London's small areas, in all shapes and on all ways", { skip: !isLondon && 'the published data is not here' }, async () => {
        const ids = { need: 'N2', group: 'G.older', indicator: 'N2.income', context: 'C.deprived', comparator: 'C.imd', place: 'borough:E09000028', level: 'borough' };
        const early = [];
        const program = { restNow: () => (early.push(new Error().stack), rest) };
        const tell = { trapped: (error) => assert.fail(error), wantsRest: () => {} };
        await playFirstPictures(() => Core.create(createModule, first, program, tell), [readAtlas(london, ids)], faces);
        assert.deepEqual(early.slice(0, 1), []);
    });

    test('inputs wait for the rest, and are done in their order', async () => {
        const { core, said } = await begin();
        draw(core);
        const before = core.view;
        assert.equal(core.act('theme'), 0);
        core.setView('v=1&place=borough:E09000028');
        core.setView('v=1&place=borough:E09000007');
        assert.equal(core.view, before);
        assert.deepEqual([said.wanted > 0, said.early], [true, 0]);
        await core.bringRest();
        assert.ok(core.isWhole);
        assert.match(core.view, /place=borough:E09000007/);
        assert.deepEqual([said.early, said.trapped], [0, []]);
    });

    test('a view that needs the rest waits for it', async () => {
        const { core } = await begin();
        const view = 'v=1&area=borough:E09000028';
        assert.ok(core.needsRest(view) && core.needsRest('v=1&show=N2/G.older') && core.needsRest('v=1&classes=natural.3') && !core.needsRest('v=1&place=borough:E09000028&show=N2'));
        core.setView(view);
        assert.doesNotMatch(core.view, /area=/);
        await core.bringRest();
        assert.match(core.view, /area=borough:E09000028/);
        assert.ok(!core.needsRest(view));
    });

    test('a function that is called too early brings the rest in that call, and goes on', async () => {
        const { core, said } = await begin();
        draw(core);
        const text = core.text;
        assert.equal(said.early, 1);
        assert.ok(text.filter(({ role }) => role === 'row').length >= 33);
        assert.ok(text.every(({ name }) => !/\0/.test(name)));
        assert.ok(core.isWhole && said.trapped.length === 0);
    });

    test('a word that is not here is never read as blank', async () => {
        const { core, said } = await begin();
        const texts = Array.from({ length: Status.noGpu + 1 }, (_, status) => core.statusText(status));
        assert.ok(texts.slice(1).every((text) => text.length > 10 && !text.includes('\0')), texts.join('\n'));
        assert.ok(said.early > 0, 'not all of them are of the first picture');
    });

    test('where the rest cannot be loaded in that call, the map ends as after any mistake', async () => {
        const error = new Error('blocked');
        const { core, said } = await begin({
            now: () => {
                throw error;
            },
        });
        draw(core);
        assert.deepEqual(core.text, []);
        assert.deepEqual(said.trapped, [error]);
        assert.equal(core.view, '');
    });

    test('so it does where the sentence for a status cannot be loaded', async () => {
        const error = new Error('blocked');
        const { core, said } = await begin({
            now: () => {
                throw error;
            },
        });
        const texts = Array.from({ length: Status.noGpu + 1 }, (_, status) => core.statusText(status));
        assert.equal(texts.at(-1), '');
        assert.deepEqual(said.trapped, [error]);
    });

    test('what could not be fetched is fetched again when it is asked for again, and nothing that waits is lost', async () => {
        let isBroken = true;
        const { core } = await begin({ later: async () => (isBroken ? Promise.reject(new Error('no line')) : rest) });
        draw(core);
        core.setView('v=1&area=borough:E09000028');
        await assert.rejects(core.bringRest(), /no line/);
        isBroken = false;
        await core.bringRest();
        assert.match(core.view, /area=/);
    });

    test('the engine itself tells whether bytes are what they are named', async () => {
        const bytes = fileOf('dex.rest.wasm');
        const other = Buffer.from(bytes);
        other[other.length >> 1] ^= 1;
        const answers = [];
        const { core } = await begin({
            now: (isNamed) => {
                answers.push(isNamed(bytes, nameOf(bytes)), isNamed(other, nameOf(bytes)), isNamed(bytes.subarray(0, -1), nameOf(bytes)), isNamed(Buffer.alloc(0), nameOf(Buffer.alloc(0))));
                return rest;
            },
        });
        draw(core);
        void core.text;
        assert.deepEqual(answers, [true, false, false, true]);
    });
});
