// What the module of the page makes is what the command line makes: tables, outlines, pictures and briefings of a dozen views,
// over the boroughs and over all of London.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { readAtlas } from '../../tools/first_pictures.mjs';
import { Core, EventKind } from '../../web/core.js';
import { Maker } from '../../web/take/maker.js';
import { PngPacker } from '../../web/take/png.js';
import { valueIn, withValue } from '../../web/view.js';
import { readPng } from '../e2e/png.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const faces = join(root, 'build', 'faces');
const kDay = '2026-11-29';
const kAddress = 'https://maps.example.org/';

const ofBoroughs = [
    'v=1',
    'v=1&show=standout&theme=dark',
    'v=1&show=moved&weights=N2:9',
    'v=1&show=N2&theme=grey',
    'v=1&show=N2/G.older&area=borough:E09000028',
    'v=1&show=N2.income&classes=equal-steps.4',
    'v=1&show=G.older&classes=natural-breaks.3&class=2',
    'v=1&show=overall/C.imd',
    'v=1&place=borough:E09000028&area=borough:E09000022',
    'v=1&score=min-max&weights=N1:0,N2.income:10&theme=dark',
    'v=1&within=borough:E09000022,borough:E09000028,borough:E09000030&show=N4',
    'v=1&at=51.47,-0.07,11.5&show=N5.age65',
];
const ofLondon = [
    'v=1',
    'v=1&show=standout&by=ward&theme=dark',
    'v=1&show=moved&weights=N2:9&by=neighbourhood',
    'v=1&show=N2&by=borough&theme=grey',
    'v=1&show=N2/G.older&area=small-area:E01003987',
    'v=1&show=N2.income&classes=equal-steps.4&by=ward',
    'v=1&show=G.older&classes=natural-breaks.3&class=2&place=borough:E09000033',
    'v=1&show=overall/C.imd&by=small-area',
    'v=1&place=borough:E09000028&area=borough:E09000022',
    'v=1&score=winsorised&weights=N1:0,N2.income:10&theme=dark&by=small-area&place=borough:E09000028',
    'v=1&within=borough:E09000022,borough:E09000028,borough:E09000030&show=N4&by=neighbourhood',
    'v=1&at=51.47,-0.07,13.5&show=N5.age65&by=small-area',
];
// Areas of three levels, with other weights.
const ofLondonCompared = ['v=1&weights=N2:9&compare=ward:E05011095,borough:E09000028,small-area:E01000001'];

const boroughs = join(root, 'build', 'split-work', 'boroughs');
const london = join(root, 'build', 'atlas');
const hasLondon = existsSync(london) && existsSync(boroughs) && readAtlas(london, {}).head !== readAtlas(boroughs, {}).head;

let createModule, first, rest, work;
before(async () => {
    work = mkdtempSync(join(tmpdir(), 'dex-making-'));
    ({ default: createModule } = await import(pathToFileURL(join(root, 'build', 'wasm', 'bin', 'dex.mjs'))));
    [first, rest] = await Promise.all(['dex', 'dex.rest'].map((name) => WebAssembly.compile(readFileSync(join(root, 'build', 'split', `${name}.wasm`)))));
});
after(() => rmSync(work, { recursive: true, force: true }));

// A map of an atlas, and the maker that the dialog has. Whatever the map wants is brought at once.
async function opened(folder) {
    const program = { rest: async () => rest, restNow: () => rest };
    const core = await Core.create(createModule, first, program, { trapped: (error) => assert.fail(error), wantsRest: () => {} });
    const { head, first: names, bytesOf } = readAtlas(folder, {});
    core.resize(800, 600, 1, 1);
    for (const face of ['regular', 'semibold']) core.supply(`face.${face}`, readFileSync(join(faces, `${face}.otf`)));
    for (const name of [head, ...names]) core.supply(name, bytesOf(name));
    await core.bringRest();
    let nowMs = 0;
    const bring = () => {
        core.frame((nowMs += 16));
        for (let event; (event = core.next()); ) if (event.kind === EventKind.want) core.supply(event.text, bytesOf(event.text));
    };
    return new Maker(core, bring);
}

function written(verb, atlas, ...args) {
    const out = join(work, 'written');
    execFileSync(join(root, 'build', 'dex'), [verb, atlas, ...args, '--out', out], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(out);
}

// Each thing to take away: the order of the page, and what the command line is asked for.
const things = {
    CSV: (view, isOfPlace) => [{ as: 'csv', view, shown: true, place: isOfPlace }, ['export', '--csv', '--bom', '--view', view]],
    GeoJSON: (view, isOfPlace) => [{ as: 'geojson', view, shown: true, place: isOfPlace }, ['export', '--geojson', '--view', view, ...(isOfPlace ? [] : ['--lod', '0'])]],
    SVG: (view) => [{ as: 'svg', view, size: 'square', card: hasCard(view), made: kDay, address: kAddress }, ['picture', '--format', 'svg', ...pictured(view, 'square')]],
    briefing(view) {
        const area = valueIn(view, 'area') || 'borough:E09000001';
        return [{ as: 'briefing', view: withValue(view, 'area', area), made: kDay, address: kAddress }, ['briefing', '--view', view, '--area', area.split(':')[1], ...dated]];
    },
};
const hasCard = (view) => Boolean(valueIn(view, 'area'));
const dated = ['--date', kDay, '--address', kAddress, '--faces', faces];
const pictured = (view, size) => ['--view', view, '--size', size, ...(hasCard(view) ? ['--card'] : []), ...dated];

// Files of a map can be megabytes: two that differ are told by where, and not shown.
function assertSame(ours, theirs, what) {
    if (ours.equals(theirs)) return;
    const at = ours.findIndex((byte, i) => byte !== theirs[i]);
    assert.fail(`${what}: ${ours.length} and ${theirs.length} bytes, other from ${at} on: ${ours.subarray(at, at + 60)} for ${theirs.subarray(at, at + 60)}`);
}

for (const [name, atlas, views, compared, skip] of [
    ['the boroughs', boroughs, ofBoroughs, [], false],
    ['all of London', london, ofLondon, ofLondonCompared, !hasLondon && 'the published data is not here'],
]) {
    describe(name, { skip }, () => {
        let maker;
        before(async () => (maker = await opened(atlas)));
        for (const view of views) {
            test(view, async () => {
                for (const [thing, asked] of Object.entries(things)) {
                    const [order, [verb, ...args]] = asked(view, Boolean(valueIn(view, 'place')));
                    assertSame(Buffer.from(await maker.make(order)), written(verb, atlas, ...args), thing);
                }
                const packer = new PngPacker();
                await maker.make({ as: 'png', view, size: 'social', card: hasCard(view), made: kDay, address: kAddress }, { taken: (bytes) => packer.put(bytes) });
                const ours = readPng(Buffer.from(await (await packer.finish()).arrayBuffer()));
                const theirs = readPng(written('picture', atlas, '--format', 'png', ...pictured(view, 'social')));
                assert.deepEqual([ours.width, ours.height], [1200, 630]);
                assertSame(ours.data, theirs.data, 'the pixels of a PNG');
            });
        }
        for (const view of compared) {
            test(view, async () => {
                const order = { as: 'briefing', view, compared: true, made: kDay, address: kAddress };
                assertSame(Buffer.from(await maker.make(order)), written('briefing', atlas, '--compared', '--view', view, ...dated), 'a briefing');
            });
        }
    });
}
