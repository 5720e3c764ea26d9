// Pictures to take away: all of London as a PNG, by our page and by the two peers in the same browser, in turns; and as many
// pictures and briefings as London has boroughs, by the command line. Writes its own part of docs/benchmarks.md.
//
//   node tests/bench/pictures.mjs [--rounds N] [--dist DIR] [--dry]

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { kBrowser } from '../e2e/chromium.mjs';
import { hooks } from './hooks.js';
import { kMaps, ready } from './maps.mjs';
import { kFlags, servePages } from './pages.mjs';
import { kRepository, prepare } from './prepare.mjs';
import { median, ms, section, times, wrapped } from './report.mjs';

const { values: options } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, dist: { type: 'string' }, dry: { type: 'boolean', default: false } },
});
const kSize = { width: 1200, height: 630 };
const kScales = [2, 4];
const kMinColours = 5;

const dist = resolve(options.dist ?? join(kRepository, 'dist'));
const atlas = join(dist, 'atlas');
if (!existsSync(join(atlas, 'atlas.json')) || !prepare()) {
    console.log('benchmark of pictures skipped: the published files are missing (docs/data.md), or dist/ is not built');
    process.exit(0);
}

// From the order to the file, and how long the page stood still meanwhile: browsers tell from 50 ms on. What was made is then
// looked at: its size, and more colours than an empty canvas has.
async function picture(page, scale) {
    const { time, stood, width, height, colours } = await page.evaluate(async (wanted) => {
        let stood = 0;
        const observer = new window.PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (stood = Math.max(stood, duration))));
        observer.observe({ type: 'longtask' });
        const began = performance.now();
        const file = await window.peer.picture(wanted);
        const time = performance.now() - began;
        await window.bench.pause(100);
        observer.disconnect();
        const bitmap = await createImageBitmap(file);
        const { width, height } = bitmap;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const line = new Uint32Array(context.getImageData(0, height >> 1, width, 1).data.buffer);
        return { time, stood, width, height, colours: new Set(line).size };
    }, scale);
    assert.deepEqual([width, height], [kSize.width * scale, kSize.height * scale]);
    assert.ok(colours >= kMinColours, `${colours} colours`);
    return { time, stood };
}

// A picture is the processor's in ours, whatever draws the map.
const maps = kMaps.filter(({ hasCard }) => !hasCard);
const server = await servePages(dist);
const browser = await chromium.launch({ executablePath: kBrowser, headless: true, args: kFlags });
const taken = {};
const still = {};
const errors = [];
try {
    server.begin();
    const pages = [];
    for (const map of maps) {
        const page = await (await browser.newContext({ viewport: kSize, deviceScaleFactor: 1, colorScheme: 'light', reducedMotion: 'reduce' })).newPage();
        page.on('pageerror', (error) => errors.push(`${map.id}: ${error}`));
        page.on('console', (message) => message.type() === 'error' && errors.push(`${map.id}: ${message.text()}`));
        await page.addInitScript(hooks);
        await page.goto(server.origin + map.path, { waitUntil: 'commit' });
        await ready(map, page);
        pages.push({ id: map.id, page });
    }
    // The first round brings what a picture needs besides the map, and is not counted.
    for (let round = 0; round <= Number(options.rounds); ++round) {
        for (const scale of kScales) {
            for (const { id, page } of pages) {
                await page.bringToFront();
                const { time, stood } = await picture(page, scale);
                if (round === 0) continue;
                (taken[`${id} ${scale}`] ??= []).push(time);
                (still[`${id} ${scale}`] ??= []).push(stood);
            }
        }
    }
} finally {
    await browser.close();
    server.close();
}
assert.deepEqual(errors, []);

function commandLine() {
    const out = mkdtempSync(join(tmpdir(), 'dex-pictures-'));
    let made = 0;
    const began = performance.now();
    for (const verb of ['picture', 'briefing']) {
        const { status, stderr } = spawnSync(join(kRepository, 'build', 'dex'), [verb, atlas, '--each', 'borough', '--out', join(out, verb)], { cwd: kRepository, encoding: 'utf8' });
        assert.equal(status, 0, stderr);
    }
    const seconds = (performance.now() - began) / 1000;
    for (const verb of ['picture', 'briefing']) made += readdirSync(join(out, verb)).filter((file) => /\.(png|html)$/.test(file)).length;
    rmSync(out, { recursive: true });
    return { seconds, made };
}
const runs = [commandLine(), commandLine(), commandLine()];

const rows = kScales.map((scale) => {
    const [ours, ...peers] = maps.map(({ id }) => median(taken[`${id} ${scale}`]));
    return `| PNG of ${kSize.width} × ${kSize.height} at ${scale}×, ms | ${ms(ours)} | ${peers.map((peer) => `${ms(peer)} (${times(peer / ours)})`).join(' | ')} |`;
});
// The median of what a browser tells of: nothing below 50 ms.
const stillness = ({ id }) => {
    const longest = median(still[`${id} ${kScales.at(-1)}`]);
    return longest > 0 ? ms(longest) : 'under 50';
};
const text = [
    `| all of London; lower is better | ${maps.map(({ label }) => label).join(' | ')} |`,
    '|---|---:|---:|---:|',
    ...rows,
    `| for how long the page stands still meanwhile, at most, at ${kScales.at(-1)}×, ms | ${maps.map(stillness).join(' | ')} |`,
    '',
    wrapped(
        `A picture and a briefing of each borough from the command line, ${runs[0].made} files: ${median(runs.map(({ seconds }) => seconds)).toFixed(1)} s on ` +
            `${availableParallelism()} cores.`,
    ),
].join('\n');
console.log(text);
if (!options.dry) section('pictures', text);
