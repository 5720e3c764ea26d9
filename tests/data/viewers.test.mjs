// An SVG looks the same in programs of other people: as our own PNG of the same picture.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { which } from '../../tools/run.mjs';
import { readPng } from '../e2e/png.mjs';
import { differences } from './look.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const hasFaces = existsSync(join(root, 'build', 'faces'));
const kSize = [1200, 630];
const kFirefoxMs = 120_000; // A busy machine is slow and not wrong.

// What shows all that an SVG may hold: two ways at once, lines that tell classes apart in grey, an area that is outlined.
const views = {
    'in colours, two measures': 'show=N2/G.older&area=borough:E09000028',
    'in grey, with lines': 'show=N2/G.older&theme=grey&area=borough:E09000028',
};

// Measured: 0.0001 of all pixels differ apart from words, in all four. The words of the two that know `font-variant` differ in
// 0.0001 to 0.0003; the others draw digits of different widths, and with them the rest of a line: 0.008 to 0.011.
const kShapes = 0.0005;
const kWords = 0.001;
const kWordsOfOthers = 0.015;

const viewers = {
    'rsvg-convert': { words: kWordsOfOthers, args: (svg, png) => [svg, '-o', png] },
    inkscape: { words: kWordsOfOthers, args: (svg, png) => ['--export-type=png', `--export-filename=${png}`, svg] },
    'chromium-headless-shell': { words: kWords, args: (svg, png) => ['--no-sandbox', '--hide-scrollbars', `--window-size=${kSize}`, `--screenshot=${png}`, `file://${svg}`] },
    'firefox-esr': { words: kWords, args: (svg, png) => ['--headless', `--window-size=${kSize}`, '--screenshot', png, `file://${svg}`] },
};

let work;
const pathOf = (view, kind) => join(work, `${Object.keys(views).indexOf(view)}.${kind}`);
const dex = (...args) => {
    const { status, stderr } = spawnSync(join(root, 'build', 'dex'), args, { encoding: 'utf8', cwd: root });
    assert.deepEqual([status, stderr], [0, '']);
};

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-viewers-'));
    if (!hasFaces) return;
    const atlas = join(work, 'atlas');
    dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', atlas);
    for (const [name, view] of Object.entries(views)) {
        for (const kind of ['png', 'svg']) dex('picture', atlas, '--view', view, '--size', 'social', '--date', '2026-11-29', '--out', pathOf(name, kind));
    }
});
after(() => rmSync(work, { recursive: true, force: true }));

const picture = (path) => readPng(readFileSync(path));

for (const [program, { words, args }] of Object.entries(viewers)) {
    const skip = (!hasFaces && 'build/faces is made by the build') || (!which(program) && `${program} is not here`);
    describe(program, { skip }, () => {
        for (const view of Object.keys(views)) {
            test(view, (t) => {
                const svg = pathOf(view, 'svg');
                const drawn = pathOf(view, `${program}.png`);
                spawnSync(program, args(svg, drawn), { env: { ...process.env, HOME: work }, timeout: kFirefoxMs });
                const found = differences(picture(pathOf(view, 'png')), picture(drawn), readFileSync(svg, 'utf8'));
                t.diagnostic(`shares of pixels that differ: ${JSON.stringify(found)}`);
                assert.ok(found.shapes <= kShapes && found.words <= words, JSON.stringify(found));
            });
        }
    });
}

// The two pictures are of the same map, in other colours: whoever takes one for the other sees nothing.
test('a picture in other colours is another one', { skip: !hasFaces && 'build/faces is made by the build' }, () => {
    const [colours, grey] = Object.keys(views);
    const { shapes } = differences(picture(pathOf(colours, 'png')), picture(pathOf(grey, 'png')), readFileSync(pathOf(colours, 'svg'), 'utf8'));
    assert.ok(shapes > 20 * kShapes, String(shapes));
});
