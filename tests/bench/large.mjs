// England and Wales, 35,672 small areas with made-up figures: compiles them with build/dex, opens the atlas in Chromium,
// pans and zooms, and prints times and memory: on the processor, and as multiples of what all of London takes in the same
// browser, measured again beside each, because a machine is not equally fast all the time. The atlas stays in build/ and is
// never committed.
//
//   node tests/bench/large.mjs [--from DIR] [--keep]
//
// --keep opens the atlas of the last run.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { kBrowser, kProcessor } from '../e2e/chromium.mjs';
import { hooks } from './hooks.js';
import { ourPeer } from './maps.mjs';
import { kBenchFolder, kRepository } from './prepare.mjs';
import { startServer } from './serve.mjs';

const { values: options } = parseArgs({ options: { from: { type: 'string' }, keep: { type: 'boolean', default: false } } });
const kBoundaries = 'ew_lsoa21_bgc.geojson.gz';
const kMegabyte = 2 ** 20;
const published = resolve(options.from ?? join(kRepository, '..', 'shared', 'data-large'));
const folder = join(kBenchFolder, 'large');
const data = join(folder, 'data');
const site = join(folder, 'site');

// Residents and a share of them out of each code: any hash will do, and the same every time.
function figures() {
    const text = gunzipSync(readFileSync(join(published, kBoundaries))).toString();
    const rows = ['code,district,district_name,residents,count'];
    const names = new Map(); // Of districts: what their first area is called, without its number.
    for (const [, code, name, district] of text.matchAll(/"LSOA21CD": "(\w+)", "LSOA21NM": "([^"]+)".*?"LADCD_ACTIVE": "(\w+)"/g)) {
        const made = [...code].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261);
        const residents = 1000 + (made % 1500);
        if (!names.has(district)) names.set(district, name.replace(/ \w+$/, ''));
        rows.push(`${code},${district},"${names.get(district)}",${residents},${Math.floor((residents * ((made >>> 12) % 1000)) / 1000)}`);
    }
    return `${rows.join('\n')}\n`;
}

// Runs the compiler; the most memory it had is read while it runs.
async function compile() {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    symlinkSync(join(published, kBoundaries), join(data, kBoundaries));
    writeFileSync(join(data, 'figures.csv'), figures());
    const began = performance.now();
    const args = ['compile', join(import.meta.dirname, 'large.json'), '--from', data, '--out', join(folder, 'atlas')];
    const child = spawn(join(kRepository, 'build', 'dex'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    let maxKilobytes = 0;
    let ticks = 0; // Of the processor, a hundredth of a second each.
    const watch = setInterval(() => {
        try {
            const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
            maxKilobytes = Math.max(maxKilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
            const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
            ticks = Number(user) + Number(system);
        } catch {
            // It has ended.
        }
    }, 100);
    const code = await new Promise((done) => child.on('close', done));
    clearInterval(watch);
    if (code !== 0) throw new Error(`dex compile: exit ${code}\n${said.slice(-3000)}`);
    const seconds = (performance.now() - began) / 1000;
    console.log(`compile: ${seconds.toFixed(1)} s (processors ${(ticks / 100).toFixed(1)} s), ${(maxKilobytes / 1024).toFixed(0)} MB`);
}

// Where a hand would go: the whole, then into towns and out again, far apart.
const kStops = [
    [-2.0, 52.8, 6], [-0.1, 51.5, 9], [-0.1, 51.5, 12], [-3.18, 51.48, 12], [-2.24, 53.48, 13], [-1.6, 54.97, 11],
    [-4.1, 50.4, 12], [1.3, 52.6, 10], [-1.9, 52.48, 13], [-0.1, 51.5, 14], [-2.0, 52.8, 6],
];

// All of it in view.
const kLondon = [-0.0882, 51.4898, 10];
const kRedraws = 15;

async function open() {
    cpSync(join(kRepository, 'dist'), site, { recursive: true, dereference: true, filter: (path) => !path.includes('/dist/atlas') });
    cpSync(join(folder, 'atlas'), join(site, 'atlas'), { recursive: true });
    // Its posters are London's.
    const ours = join(site, 'index.html');
    writeFileSync(ours, readFileSync(ours, 'utf8').replace(/^<script type="module" src="\.\/poster\.js".*\n/m, ''));
    const server = await startServer({ ours: site, london: join(kRepository, 'dist') }, join(kBenchFolder, 'brotli'));
    const browser = await chromium.launch({ executablePath: kBrowser, headless: true, args: ['--no-sandbox', ...kProcessor] });
    const errors = [];
    const show = async (path) => {
        const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage();
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await page.addInitScript(hooks);
        server.begin();
        const began = performance.now();
        await page.goto(`${server.origin}/${path}/index.html`, { waitUntil: 'commit' });
        await page.waitForFunction(() => document.querySelector('dex-map')?.core?.counter('triangles') > 0, null, { timeout: 120_000 });
        const first = performance.now() - began;
        await page.waitForFunction(() => document.querySelector('dex-map').core.isWhole);
        await page.evaluate(ourPeer);
        const redrawAt = async ([lon, lat, zoom]) => {
            await page.bringToFront();
            await page.evaluate(([point, at]) => window.peer.jump(point, at), [[lon, lat], zoom - 1]);
            await page.evaluate(() => window.peer.settled());
            return Math.min(...(await page.evaluate((count) => window.bench.redraws(count), kRedraws)));
        };
        return { page, first, redrawAt };
    };
    try {
        const london = await show('london');
        const large = await show('ours');
        console.log(`first picture: ${large.first.toFixed(0)} ms`);
        for (const stop of kStops) {
            const ofLondon = await london.redrawAt(kLondon);
            const redraw = await large.redrawAt(stop);
            const [tiles, bytes, triangles, memory] = await large.page.evaluate(() => {
                const { core } = document.querySelector('dex-map');
                return [...['tiles', 'tileBytes', 'triangles'].map((name) => core.counter(name)), window.bench.wasmMemory()];
            });
            const [lon, lat, zoom] = stop;
            console.log(
                `  zoom ${zoom} at ${lat}, ${lon}: ${triangles} triangles, redraw ${redraw.toFixed(0)} ms, ${(redraw / ofLondon).toFixed(1)}× London, ` +
                    `${tiles} tiles of ${(bytes / kMegabyte).toFixed(1)} MB, wasm ${(memory / kMegabyte).toFixed(1)} MB`,
            );
        }
        if (errors.length > 0) throw new Error(errors.join('\n'));
    } finally {
        await browser.close();
        server.close();
    }
}

if (!existsSync(join(published, kBoundaries))) {
    console.log(`skipped: no ${kBoundaries} in the folder of published files`);
} else {
    if (!options.keep) await compile();
    await open();
}
