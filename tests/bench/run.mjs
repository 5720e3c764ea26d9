// Measures our map and two peers on the same areas in the same run, in turns, and writes docs/benchmarks.md.
//
//   node tests/bench/run.mjs [--rounds N] [--only ours,d3] [--dist DIR] [--dry]
//
// --dry prints and writes nothing. Needs dist/ with London's atlas, chromium, and the published files.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { kBrowser, nameCard } from '../e2e/chromium.mjs';
import { hooks } from './hooks.js';
import { kMaps, ready } from './maps.mjs';
import { kFlags, servePages } from './pages.mjs';
import { kIndicators, kRepository, prepare } from './prepare.mjs';
import { median, report, summary } from './report.mjs';

const { values: options } = parseArgs({
    options: {
        rounds: { type: 'string', default: '3' },
        only: { type: 'string' },
        dist: { type: 'string' },
        dry: { type: 'boolean', default: false },
    },
});
const kRounds = Number(options.rounds);
const maps = kMaps.filter(({ id }) => !options.only || options.only.split(',').includes(id));

const kSettings = {
    desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
    phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, cpu: 4 },
    'slow phone': { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, cpu: 4, line: { bytesPerSecond: 200_000, latencyMs: 150 } },
};
const kCentre = [-0.1, 51.51];
const kMiddle = [-0.0882, 51.4898]; // Of the box of London, on the map.
const kRedraws = 15;
const kTravelMs = 4000;
const kBytesPerPixel = 4;
const kMinProbes = 15;

const skip = (why) => {
    console.log(`benchmark of the maps skipped: ${why}`);
    process.exit(0);
};

const prepared = prepare();
if (!prepared) skip('the published files are missing (docs/data.md)');
const dist = resolve(options.dist ?? join(kRepository, 'dist'));
const needsOurs = maps.some(({ isOurs }) => isOurs);
if (needsOurs && !existsSync(join(dist, 'atlas', 'atlas.json'))) skip('dist/ is not built: npm run build');

const server = await servePages(dist);

const kPatienceMs = 60_000;
async function inTime(what, work) {
    let timer;
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${what}: no answer`)), kPatienceMs)));
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

// One load in a browser of its own, so that nothing is warm. `work` gets the page after its script has run.
async function open(map, setting, work) {
    const browser = await chromium.launch({ executablePath: kBrowser, headless: true, args: kFlags });
    try {
        const { viewport, deviceScaleFactor, cpu, line } = kSettings[setting];
        const context = await browser.newContext({ viewport, deviceScaleFactor, colorScheme: 'light', reducedMotion: 'reduce' });
        const page = await context.newPage();
        const errors = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`));
        await page.addInitScript(hooks);
        if (map.hasCard) await page.addInitScript(nameCard);
        if (cpu) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: cpu });
        server.begin(line);
        const result = await work(page, async () => {
            await page.goto(server.origin + map.path, { waitUntil: 'commit' });
        });
        if (errors.length > 0) throw new Error(`${map.id}: ${errors.join('; ')}`);
        return result;
    } finally {
        await browser.close();
    }
}

// Where each probe stands on the screen. The peers project it; in ours its name is looked for with the pointer.
async function places(map, page) {
    const wanted = prepared.probes.map(({ point, name }) => ({ point, name }));
    return page.evaluate(([probes, isOurs]) => {
        const [width, height] = window.bench.size();
        if (!isOurs) return probes.map(({ point }) => window.peer.project(point));
        const found = new Map();
        for (let y = 4; y < height; y += 2) {
            for (let x = 4; x < width; x += 2) {
                const name = window.peer.pick(x, y).match(/\(([^()]*)\)$/)?.[1];
                if (name) found.set(name, [...(found.get(name) ?? []), [x, y]]);
            }
        }
        return probes.map(({ name }) => {
            const at = found.get(name);
            if (!at) return null;
            const [cx, cy] = [0, 1].map((axis) => at.reduce((sum, place) => sum + place[axis], 0) / at.length);
            return at.reduce((a, b) => (Math.hypot(a[0] - cx, a[1] - cy) < Math.hypot(b[0] - cx, b[1] - cy) ? a : b));
        });
    }, [wanted, Boolean(map.isOurs)]);
}

// Which colour stands for which class in this map, and the probes that show it: those hidden by a panel or a label drop out.
async function calibrate(map, setting) {
    return open(map, setting, async (page, go) => {
        await go();
        await ready(map, page);
        const found = await places(map, page);
        const { viewport: { width, height }, deviceScaleFactor } = kSettings[setting];
        const seen = prepared.probes
            .map((probe, at) => ({ probe, place: found[at] }))
            .filter(({ place }) => place && place[0] > 4 && place[1] > 4 && place[0] < width - 4 && place[1] < height - 4);
        // A probe counts if the pixels around it have its colour too.
        const off = 2 / deviceScaleFactor;
        const around = ([x, y]) => [[x, y], [x - off, y], [x + off, y], [x, y - off], [x, y + off]];
        const read = await page.evaluate(
            ([points, other, id]) => window.bench.readAfterChange(points, other, id),
            [seen.flatMap(({ place }) => around(place)), kIndicators[1], kIndicators[0]],
        );
        const colours = seen.map((_, at) => {
            const own = read.slice(5 * at, 5 * at + 5).map(String);
            return own.every((colour) => colour === own[0]) ? own[0] : 'mixed';
        });
        const votes = [new Map(), new Map(), new Map(), new Map(), new Map()];
        seen.forEach(({ probe }, at) => {
            const vote = votes[probe.classes[kIndicators[0]]];
            if (colours[at] !== 'mixed') vote.set(colours[at], (vote.get(colours[at]) ?? 0) + 1);
        });
        const ramp = votes.map((vote) => [...vote].sort((a, b) => b[1] - a[1])[0]?.[0].split(',').map(Number) ?? null);
        if (new Set(ramp.map(String)).size !== 5) throw new Error(`${map.id}, ${setting}: no five colours: ${JSON.stringify(ramp)}`);
        const kept = seen.filter(({ probe }, at) => colours[at] === String(ramp[probe.classes[kIndicators[0]]]));
        if (kept.length < kMinProbes) throw new Error(`${map.id}, ${setting}: ${kept.length} of ${seen.length} probes show their class`);
        console.log(`  ${map.id}, ${setting}: ${kept.length} of ${prepared.probes.length} probes used`);
        return (indicator) => kept.map(({ probe, place: [x, y] }) => ({ x, y, rgb: ramp[probe.classes[indicator]] }));
    });
}

async function firstPicture(map, setting, points) {
    return open(map, setting, async (page, go) => {
        await page.addInitScript((expected) => {
            window.firstPicture = window.bench.painted(expected).then((time) => ({ time, at: performance.timeOrigin + time }));
        }, points(kIndicators[0]));
        await go();
        await page.waitForFunction(() => window.firstPicture, null, { timeout: 60_000 });
        const { time, at } = await page.evaluate(() => window.firstPicture);
        return { time, bytes: server.bytesUntil(at) };
    });
}

async function handling(map, points) {
    return open(map, 'desktop', async (page, go) => {
        await go();
        await ready(map, page);
        const run = (name, ...rest) =>
            inTime(`${map.id}: ${name}`, page.evaluate(([method, args]) => window.bench[method](...args), [name, rest]));
        const settle = () => page.evaluate(async () => {
            await window.bench.quiet();
            await window.peer.settled();
            await window.bench.pause(100);
        });
        const result = {};
        const atAll = Math.log2(((kSettings.desktop.viewport.height - 32) * 2 * Math.PI) / prepared.mercatorHeight / 512);
        for (const [row, centre, zoom] of [['redraw', kMiddle, atAll], ['redraw11', kCentre, 11], ['redraw14', kCentre, 14]]) {
            await page.evaluate(([point, at]) => window.peer.jump(point, at), [centre, zoom]);
            await settle();
            const before = await page.evaluate(() => window.peer.pictures());
            result[row] = median(await run('redraws', kRedraws));
            const drawn = (await page.evaluate(() => window.peer.pictures())) - before;
            if (drawn < kRedraws) throw new Error(`${map.id}: ${row}: ${drawn} pictures for ${kRedraws} redraws`);
        }
        await page.evaluate(() => window.peer.home());
        await settle();
        const { drawn, worst } = await run('travel', kMiddle, atAll, kTravelMs);
        Object.assign(result, { frames: drawn, worst });
        await page.evaluate(() => window.peer.home());
        await settle();
        // Once round to load what is fetched on demand, once to measure.
        const changes = [];
        for (const measured of [false, true]) {
            for (const id of [...kIndicators.slice(1), kIndicators[0]]) {
                const time = await run('change', id, points(id));
                if (measured) changes.push(time);
                await settle();
            }
        }
        result.change = median(changes);
        const { times, hits, calls } = await run('picks', 40, 50);
        result.pick = median(times);
        result.pickHits = hits / calls;
        result.memory = await run('memory');
        // Part of it: the picture of the map, and the one with all that lies over it. A card keeps its own.
        const { viewport: { width, height } } = kSettings.desktop;
        if (map.isOurs && !map.hasCard) result.buffers = 2 * kBytesPerPixel * width * height;
        return result;
    });
}

console.log('finding the probes …');
const points = {};
for (const setting of Object.keys(kSettings)) {
    // The phone's places hold on the slow line too.
    if (setting === 'slow phone') {
        for (const map of maps) points[`${map.id} ${setting}`] = points[`${map.id} phone`];
        continue;
    }
    for (const map of maps.filter(({ hasCard }) => !hasCard || setting === 'desktop')) points[`${map.id} ${setting}`] = await calibrate(map, setting);
}

const results = Object.fromEntries(maps.map(({ id }) => [id, {}]));
const note = (id, row, value) => (results[id][row] ??= []).push(value);
for (let round = 0; round < kRounds; ++round) {
    // In turns, each round another first.
    const order = maps.map((_, at) => maps[(at + round) % maps.length]);
    for (const setting of Object.keys(kSettings)) {
        for (const map of order.filter(({ hasCard }) => !hasCard)) {
            const { time, bytes } = await firstPicture(map, setting, points[`${map.id} ${setting}`]);
            note(map.id, `first ${setting}`, time);
            if (setting === 'slow phone') note(map.id, 'bytes', bytes);
        }
    }
    for (const map of order) {
        for (const [row, value] of Object.entries(await handling(map, points[`${map.id} desktop`]))) note(map.id, row, value);
    }
    console.log(`  round ${round + 1} of ${kRounds}`);
}
server.close();

const { version } = JSON.parse(readFileSync(join(kRepository, 'node_modules/maplibre-gl/package.json'), 'utf8'));
console.log(summary(maps, results));
if (!options.dry) report(maps, results, { rounds: kRounds, areas: prepared.areas, maplibre: version });
