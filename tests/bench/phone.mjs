// A phone of 360 × 640 at a ratio of 3 whose processor is four times slower: what each frame takes while London is dragged, on
// the processor's device, drawn and put on the canvas. Prints; nothing is written.
//
//   node tests/bench/phone.mjs [--dist DIR] [--slower N]

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { kBrowser, kProcessor } from '../e2e/chromium.mjs';
import { ready } from './maps.mjs';
import { hooks } from './hooks.js';
import { kBenchFolder, kRepository } from './prepare.mjs';
import { median } from './report.mjs';
import { startServer } from './serve.mjs';

const { values: options } = parseArgs({ options: { dist: { type: 'string' }, slower: { type: 'string', default: '4' } } });
const kStops = [['all of London', 9], ['zoom 11', 11], ['zoom 12', 12], ['zoom 14', 14]];
const kFrames = 60;

// A finger that goes to and fro, a step before each frame. Drawing alone is timed: the screen's own beat is waited for between.
async function drag(count) {
    const { core } = document.querySelector('dex-map');
    const [finger, touch, middle] = [7, 1, [180, 400]];
    const point = (phase, x, y) => {
        core.time(performance.now());
        core.pointer(phase, touch, finger, x, y, 1, 0);
    };
    const times = [];
    point(0, ...middle);
    for (let i = 0; i < count; i += 1) {
        const began = performance.now();
        point(1, middle[0] + 60 * Math.sin(i / 5), middle[1] + 40 * Math.cos(i / 7));
        window.peer.draw();
        times.push(performance.now() - began);
        await new Promise(requestAnimationFrame);
    }
    point(2, ...middle);
    return times;
}

const server = await startServer({ ours: resolve(options.dist ?? join(kRepository, 'dist')) }, join(kBenchFolder, 'brotli'));
const browser = await chromium.launch({ executablePath: kBrowser, headless: true, args: ['--no-sandbox', ...kProcessor] });
try {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 3, hasTouch: true });
    const page = await context.newPage();
    await page.addInitScript(hooks);
    server.begin();
    await page.goto(`${server.origin}/ours/index.html`);
    await ready({ isOurs: true }, page);
    const client = await context.newCDPSession(page);
    for (const [name, zoom] of kStops) {
        await page.evaluate((at) => window.peer.jump([-0.1, 51.51], at - 1), zoom);
        await page.evaluate(() => window.peer.settled());
        await client.send('Emulation.setCPUThrottlingRate', { rate: Number(options.slower) });
        const times = await page.evaluate(drag, kFrames);
        await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        const sorted = times.slice(1).sort((a, b) => a - b);
        console.log(`${name}: least ${sorted[0].toFixed(1)}, median ${median(sorted).toFixed(1)}, most ${sorted.at(-1).toFixed(1)} ms a frame`);
    }
} finally {
    await browser.close();
    server.close();
}
