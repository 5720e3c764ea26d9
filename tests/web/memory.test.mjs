// Memory runs out at any moment of a map's life: it ends, its page is told once, and a new one shows the same view. What is said to
// be done is done right: nothing is ever written where there is no memory.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, mock, test } from 'node:test';
import { readAtlas } from '../../tools/first_pictures.mjs';
import { Again, Core, EventKind, Mail, Status } from '../../web/core.js';
import { scoresOf } from '../../web/scores.js';
import { withCountdown } from './allocations.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const fileOf = (name) => readFileSync(join(root, 'build', 'split', name));
const faces = ['regular', 'semibold'].map((name) => [`face.${name}`, readFileSync(join(root, 'build', 'faces', `${name}.otf`))]);
const town = join(root, 'build', 'split-work', 'town');
const kSize = [320, 300];
const kView = 'v=1&place=district:D1&area=ward:W1&weights=N1:9';
const kFirst = 2000;
// Of the first ones one in so many; DEX_EVERY=1 takes minutes.
const kEvery = Number(process.env.DEX_EVERY ?? 9);
// Of the later ones, so many.
const kSpread = 60;
// What lies below the program's data is nobody's.
const kNobodys = 1024;

let createModule, first, rest, atlas;
// Each map that ends says so to whoever develops the page.
const said = mock.method(console, 'error', () => {});
after(() => said.mock.restore());
before(async () => {
    ({ default: createModule } = await import(pathToFileURL(join(root, 'build', 'wasm', 'bin', 'dex.mjs'))));
    const plain = await WebAssembly.compile(fileOf('dex.wasm'));
    rest = await WebAssembly.compile(fileOf('dex.rest.wasm'));
    const module = await createModule({
        instantiateWasm(imports, receive) {
            WebAssembly.instantiate(plain, { ...imports, placeholder: new Proxy({}, { get: () => assert.fail }) }).then(receive);
            return {};
        },
    });
    // The first call puts the function itself, whose name is its index, in the place of what looks it up.
    module._dex_room(0, 1);
    first = await WebAssembly.compile(withCountdown(fileOf('dex.wasm'), Number(module._dex_room.name)));
    atlas = readAtlas(town, {});
});

// A map on the first file, its exports, and what it tells its page. `arm` is called before anything of the program has run.
async function begin(arm = () => {}) {
    const made = { trapped: [] };
    const create = (module) => {
        const received = (receive) => (instance) => {
            made.exports = instance.exports;
            made.memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
            arm(made);
            return receive(instance);
        };
        return createModule({ instantiateWasm: (imports, receive) => module.instantiateWasm(imports, received(receive)) });
    };
    const program = { rest: async () => rest, restNow: () => rest };
    made.core = await Core.create(create, first, program, { trapped: (error) => made.trapped.push(error), wantsRest: () => {} });
    return made;
}

// Opens the atlas, draws its first picture, joins the rest, and goes on to a card, a search and scores. Returns what came of it:
// pixels, view and answers.
async function play(core, view = kView) {
    const found = {};
    core.resize(...kSize, 1, 1);
    for (const [name, bytes] of faces) core.supply(name, bytes);
    for (const name of [atlas.head, ...atlas.first]) core.supply(name, atlas.bytesOf(name));
    settle(core);
    found.first = lookOf(core);
    await core.bringRest().catch(() => {});
    core.setView(view);
    settle(core);
    found.card = lookOf(core);
    core.find('upper');
    settle(core);
    found.search = JSON.stringify(core.find('upper'));
    found.scores = JSON.stringify(Object.values(scoresOf(core) ?? {}).map((each) => [...each]));
    found.text = JSON.stringify(core.text);
    found.view = core.view;
    return found;
}

let nowMs = 0;
function settle(core) {
    for (let bits = Again, frames = 0; bits & (Again | Mail) && frames < 200; frames += 1) {
        bits = core.frame((nowMs += 16));
        for (let event; (event = core.next()); ) if (event.kind === EventKind.want) core.supply(event.text, atlas.bytesOf(event.text));
    }
}

function lookOf(core) {
    const pixels = core.picture?.pixels;
    return pixels ? createHash('sha256').update(pixels).digest('hex') : '';
}

const nobodys = ({ memory }) => Buffer.from(memory.buffer, 0, kNobodys);

describe('a map without memory', () => {
    test(`one in ${kEvery} of its first ${kFirst} allocations fails, and one in many of the later ones`, async (t) => {
        const whole = await begin();
        const expected = await play(whole.core);
        const count = -whole.exports.mallocsLeft.value;
        assert.ok(nobodys(whole).every((byte) => byte === 0) && count > kFirst, `${count} allocations`);
        assert.match(expected.view, /area=ward:W1/);
        assert.ok(JSON.parse(expected.search).places.length > 0 && expected.scores.length > 50, expected.scores);

        const other = await begin();
        const step = Math.ceil((count - kFirst) / kSpread);
        const ends = { unborn: 0, ended: 0, told: 0 };
        for (let k = 1; k <= count; k += k < kFirst ? kEvery : step) {
            const made = await begin(({ exports }) => (exports.mallocsLeft.value = exports.mallocsEach.value = k)).catch((error) => ({ error }));
            if (made.error) {
                // The page says that there is no memory for a map.
                assert.ok(made.error instanceof RangeError || made.error instanceof WebAssembly.RuntimeError, made.error);
                ends.unborn += 1;
                continue;
            }
            const found = await play(made.core);
            assert.ok(made.trapped.length <= 1, `${k}: told more than once`);
            assert.ok(nobodys(made).every((byte) => byte === 0), `${k}: something was written to nowhere`);
            if (made.trapped.length === 1) {
                assert.ok(made.trapped[0] instanceof WebAssembly.RuntimeError, made.trapped[0]);
                assert.equal(made.core.view, '');
                assert.deepEqual([made.core.tree, made.core.frame(nowMs), made.core.picture], [[], 0, undefined]);
                ends.ended += 1;
            } else {
                assert.ok(found.view, `${k}: neither ended nor there`);
                ends.told += 1;
            }
        }
        t.diagnostic(`${count} allocations; ${JSON.stringify(ends)}`);
        assert.ok(ends.unborn > 0 && ends.ended > kFirst / kEvery / 2);
        // Others of the page, and one that begins again, know nothing of it.
        assert.deepEqual(await play(other.core), expected);
        assert.deepEqual(await play((await begin()).core), expected);
    });

    test('a file for which there is no room is refused, and comes in when it is asked for again', async () => {
        const made = await begin();
        const { core, exports } = made;
        core.resize(...kSize, 1, 1);
        for (const [name, bytes] of faces) core.supply(name, bytes);
        const refused = (name) => {
            exports.mallocsLeft.value = 1;
            assert.equal(core.supply(name, atlas.bytesOf(name)), Status.noMemory);
        };
        refused(atlas.head);
        core.supply(atlas.head, atlas.bytesOf(atlas.head));
        atlas.first.forEach(refused);
        core.retry();
        const found = await play(core);
        assert.deepEqual(made.trapped, []);
        assert.deepEqual(found, await play((await begin()).core));
    });

    test('memory that may not grow any more ends it, whichever time that is', async (t) => {
        const { grow } = WebAssembly.Memory.prototype;
        const expected = await play((await begin()).core, 'v=1');
        const large = async (core) => {
            const found = await play(core, 'v=1');
            core.resize(2400, 1800, 1, 1);
            settle(core);
            return { ...found, large: lookOf(core) };
        };
        let refusals = 0;
        try {
            for (let allowed = 0; ; allowed += 1) {
                let left = allowed;
                let isRefused = false;
                const made = await begin(({ memory }) => {
                    WebAssembly.Memory.prototype.grow = function (pages) {
                        if (this !== memory) return grow.call(this, pages);
                        left -= 1;
                        isRefused ||= left < 0;
                        if (left < 0) throw new RangeError('no more');
                        return grow.call(this, pages);
                    };
                });
                const found = await large(made.core);
                assert.ok(nobodys(made).every((byte) => byte === 0));
                if (!isRefused) {
                    assert.equal(found.first, expected.first);
                    break;
                }
                refusals += 1;
                assert.equal(made.trapped.length, 1);
                assert.equal(made.core.view, '');
            }
        } finally {
            WebAssembly.Memory.prototype.grow = grow;
        }
        t.diagnostic(`it grows ${refusals} times`);
        assert.ok(refusals > 0);
    });
});
