// The index over London's small areas: ours in the page, and the same arithmetic in plain JavaScript beside it in the
// same browser, in turns. Writes its own table into docs/benchmarks.md.
//
//   node tests/bench/scores.mjs [--rounds N] [--dist DIR] [--dry]

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { kBrowser } from '../e2e/chromium.mjs';
import { serve } from '../../tools/serve.mjs';
import { kRepository, rowsOf } from './prepare.mjs';
import { median, ms, section, times } from './report.mjs';

const { values: options } = parseArgs({
    options: { rounds: { type: 'string', default: '15' }, dist: { type: 'string' }, dry: { type: 'boolean', default: false } },
});
const rounds = Number(options.rounds);
const dist = resolve(options.dist ?? join(kRepository, 'dist'));
const atlas = join(dist, 'atlas');

// The recipe inside says what is weighed; the command line gives the values to the last bit.
const recipe = JSON.parse(execFileSync(join(kRepository, 'build/dex'), ['recipe', atlas], { encoding: 'utf8' }));
const [header, ...table] = rowsOf(execFileSync(join(kRepository, 'build/dex'), ['score', atlas, '--exact'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
if (table.length < 4000) {
    console.log('benchmark of the scores skipped: the published files are missing (docs/data.md)');
    process.exit(0);
}
const column = (name) => table.map((row) => Number(row[header.indexOf(name)]));
const { needs } = recipe.index;
const peerInput = {
    columns: needs.map(({ indicators }) => indicators.map(({ id }) => column(id))),
    weights: { needs: needs.map(({ weight }) => weight), inside: needs.map(({ indicators }) => indicators.map(({ weight }) => weight)) },
    group: column(needs[1].indicators[0].id),
};

const server = await serve(dist, 0);
const browser = await chromium.launch({ executablePath: kBrowser, args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
const ours = await browser.newPage();
const theirs = await browser.newPage();
await theirs.addScriptTag({ path: join(import.meta.dirname, 'plain_scores.js') });
await theirs.evaluate((input) => {
    window.plain = window.plainScores();
    window.input = { ...input, columns: input.columns.map((need) => need.map((values) => Float64Array.from(values))), group: Float64Array.from(input.group) };
    window.scores = window.plain.normalise(window.input.columns);
    const { plain, scores, input: { weights, columns, group } } = window;
    window.work = {
        rescore: (weight) => plain.score(scores, { ...weights, needs: [2, weight, 5, 10 - weight, 4] }),
        rank: () => plain.score(plain.normalise(columns), weights),
        twoWay: () => plain.twoWay(scores[0][0], group),
        stability: () => plain.stability(scores, weights, 1000),
    };
}, peerInput);
await ours.goto(`${server.origin}/`);
await ours.waitForFunction(() => document.querySelector('dex-map')?.scores(), undefined, { timeout: 60_000 });

// A view taken up and scored, less what handing the numbers out takes by itself.
const score = (view) =>
    ours.evaluate((text) => {
        const map = document.querySelector('dex-map');
        const t0 = performance.now();
        map.core.setView(text);
        map.scores();
        const t1 = performance.now();
        map.scores();
        return 2 * t1 - t0 - performance.now();
    }, view);
const peer = (work, ...args) =>
    theirs.evaluate(
        ([name, rest]) => {
            const t0 = performance.now();
            window.work[name](...rest);
            return performance.now() - t0;
        },
        [work, args],
    );

const both = { rescore: [[], []], rank: [[], []], twoWay: [[], []], stability: [[], []] };
for (let round = 0; round < rounds + 2; ++round) {
    const note = (row, a, b) => round >= 2 && (both[row][0].push(a), both[row][1].push(b)); // The first two warm up.
    const weight = (round % 9) + 1;
    note('rescore', await score(`v=1&weights=N2:${weight},N4:${10 - weight}`), await peer('rescore', weight));
    note('rank', await score(`v=1&score=${round % 2 ? 'minmax' : 'rank'}`), await peer('rank'));
    await score('v=1');
    note('twoWay', await score(`v=1&show=N${(round % 5) + 1}/G.older`), await peer('twoWay'));
}
// Both agree before anything is printed.
await score('v=1');
const overall = await ours.evaluate(() => [...document.querySelector('dex-map').scores().overall]);
const plain = await theirs.evaluate(() => [...window.plain.score(window.scores, window.input.weights).overall]);
overall.forEach((value, i) => assert.ok(Math.abs(value - plain[i]) < 1e-8, `area ${i}: ${value} and ${plain[i]}`));

for (let round = 0; round < 3; ++round) {
    const began = await ours.evaluate((code) => {
        const map = document.querySelector('dex-map');
        map.view = `v=1&weights=N1:${Math.floor(performance.now()) % 10},N5:1&area=small-area:${code}`;
        return performance.now();
    }, table[0][0]);
    await ours.waitForFunction(() => /of 1,000 trials|9 out of 10 trials/.test(document.querySelector('dex-map').core.tree.find(({ id }) => id === 'card.steadiness')?.name ?? ''), undefined, { timeout: 120_000, polling: 20 });
    both.stability[0].push((await ours.evaluate(() => performance.now())) - began);
    both.stability[1].push(await peer('stability'));
}
await browser.close();
await server.close?.();

const rows = [
    ['rescore', 'one weight changed: needs, overall, ranks, what stands out'],
    ['rank', 'another arithmetic: all of that and every indicator again'],
    ['twoWay', 'need × group, thirds against thirds'],
    ['stability', '1,000 trials with other weights; ours in slices between frames that are drawn'],
];
const text = [
    `| ms, lower is better; ${table.length.toLocaleString('en')} areas × ${peerInput.columns.flat().length} indicators | ours, wasm in the page | plain JavaScript |`,
    '|---|---:|---:|',
    ...rows.map(([row, words]) => {
        const [a, b] = both[row].map(median);
        return `| ${words} | ${ms(a)} | ${ms(b)} (${times(b / a)}) |`;
    }),
].join('\n');
console.log(text);
if (!options.dry) section('scores', text);
