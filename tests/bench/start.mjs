// What runs between the first byte and the first picture, desktop, nothing cached: when things came, how long the main thread was
// at what, medians over some loads in browsers of their own. Everything is watched from outside, so that the page that ships has no
// marks. The table in docs/benchmarks.md was made of it once.
//
//   node tests/bench/start.mjs [--loads N] [--dist DIR] [--slower N]

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { kBrowser, kProcessor } from '../e2e/chromium.mjs';
import { kBenchFolder, kRepository } from './prepare.mjs';
import { median, ms } from './report.mjs';
import { startServer } from './serve.mjs';

const { values: options } = parseArgs({
    options: { loads: { type: 'string', default: '7' }, dist: { type: 'string' }, slower: { type: 'string', default: '1' } },
});

// Runs in the page before anything of ours.
function watch() {
    const spent = {};
    const moments = {};
    const timed = (what, work) => {
        const began = performance.now();
        try {
            return work();
        } finally {
            spent[what] = (spent[what] ?? 0) + performance.now() - began;
        }
    };
    window.watched = { spent, moments };
    for (const verb of ['compile', 'compileStreaming', 'instantiate']) {
        const original = WebAssembly[verb];
        WebAssembly[verb] = async function (...given) {
            const began = performance.now();
            const result = await original.apply(WebAssembly, given);
            spent[`${verb.replace('Streaming', '')} the program`] = performance.now() - began;
            return result;
        };
    }
    const put = window.CanvasRenderingContext2D.prototype.putImageData;
    window.CanvasRenderingContext2D.prototype.putImageData = function (...given) {
        return timed('put on the canvas', () => put.apply(this, given));
    };
    // The map listens to its stage as soon as its program runs, before it is given any file.
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (...given) {
        const core = document.querySelector('dex-map')?.core;
        if (core && !window.watched.core) {
            window.watched.core = core;
            moments['the program runs'] = performance.now();
            const { supply, frame } = Object.getPrototypeOf(core);
            core.supply = (name, bytes) => timed(`take in ${name.split('.')[0]}`, () => supply.call(core, name, bytes));
            core.frame = (nowMs) => timed('frames: words, panels, labels, map', () => frame.call(core, nowMs));
        }
        return listen.apply(this, given);
    };
    window.addEventListener('dex-ready', () => {
        moments['the first picture'] = performance.now();
        window.watched.first = JSON.parse(JSON.stringify({ spent, moments }));
        window.watched.frames = window.watched.core.counter('frames');
    });
}

async function load(server) {
    const browser = await chromium.launch({ executablePath: kBrowser, headless: true, args: ['--no-sandbox', ...kProcessor] });
    try {
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
        const page = await context.newPage();
        await page.addInitScript(watch);
        if (options.slower !== '1') await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: Number(options.slower) });
        server.begin();
        await page.goto(`${server.origin}/ours/index.html`, { waitUntil: 'commit' });
        await page.waitForFunction(() => window.watched.first);
        return await page.evaluate(() => {
            const { first, frames } = window.watched;
            const came = {};
            for (const { name, responseEnd } of performance.getEntriesByType('resource')) {
                const file = name.split('/').at(-1);
                const what = /^dex\.wasm|^dex-map|^atlas\.json/.exec(file)?.[0] ?? (file.endsWith('.dex') || file.endsWith('.otf') ? file.split('.')[0] : '');
                if (what && responseEnd < first.moments['the first picture']) came[`${what} has come`] = Math.max(came[`${what} has come`] ?? 0, responseEnd);
            }
            return { ...first, moments: { ...came, ...first.moments }, frames };
        });
    } finally {
        await browser.close();
    }
}

const server = await startServer({ ours: resolve(options.dist ?? join(kRepository, 'dist')) }, join(kBenchFolder, 'brotli'));
const loads = [];
for (let i = 0; i < Number(options.loads); i += 1) loads.push(await load(server));
server.close();

const of = (kind) => {
    const keys = [...new Set(loads.flatMap((one) => Object.keys(one[kind])))];
    return keys.map((key) => [key, median(loads.map((one) => one[kind][key] ?? 0))]).sort((a, b) => (kind === 'moments' ? a[1] - b[1] : b[1] - a[1]));
};
console.log(`${loads.length} loads, ${median(loads.map(({ frames }) => frames))} frames up to the first picture\n\n| moment | ms after the navigation |\n|---|---:|`);
for (const [what, time] of of('moments')) console.log(`| ${what} | ${ms(time)} |`);
console.log('\n| main thread | ms |\n|---|---:|');
for (const [what, time] of of('spent')) console.log(`| ${what} | ${ms(time)} |`);
