// An SVG looks the same in programs of other people: as our own PNG of the same picture.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    'in colours, two measures': 'show=N2/G.older&area=borough:E09000006',
    'in grey, with lines': 'show=standout&theme=grey&area=borough:E09000006',
};

// Measured: apart from words 0.0001 to 0.0002 of all pixels differ in each. The words of the two that know `font-variant` differ in
// 0.0003; the others draw digits of different widths, and with them the rest of a line: 0.007 to 0.017.
const kShapes = 0.0004;
const kWords = 0.001;
const kWordsOfOthers = 0.025;

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

// What the bound is worth: a picture without one of its parts is past it.
test('what is left away is seen', { skip: (!hasFaces && 'build/faces is made by the build') || (!which('rsvg-convert') && 'rsvg-convert is not here') }, (t) => {
    const view = 'in grey, with lines';
    const svg = readFileSync(pathOf(view, 'svg'), 'utf8');
    // The whole of a group of the SVG, or the first such element in it.
    const parts = {
        'the outline of the selected area': ['selected', /^[^]*?<\/g>/],
        borders: ['borders', /^[^]*?<\/g>/],
        'the lines of one class': ['areas', /<path fill="none"[^>]*>/],
        'a colour of the legend': ['legend', /<rect[^>]*>/],
    };
    for (const [part, [group, form]] of Object.entries(parts)) {
        const at = svg.indexOf(`<g id="${group}"`);
        writeFileSync(join(work, 'less.svg'), svg.slice(0, at) + svg.slice(at).replace(form, ''));
        rmSync(join(work, 'less.png'), { force: true });
        spawnSync('rsvg-convert', [join(work, 'less.svg'), '-o', join(work, 'less.png')]);
        const { shapes } = differences(picture(pathOf(view, 'png')), picture(join(work, 'less.png')), svg);
        t.diagnostic(`without ${part}: ${shapes}`);
        assert.ok(shapes > kShapes, `${part}: ${shapes}`);
    }
});
