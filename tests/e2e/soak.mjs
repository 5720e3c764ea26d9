// A map that is used for hours: whatever is done with it, it takes no more memory at the end than near the beginning; and one whose
// graphics card goes away again and again shows the same picture each time.
//
//   node tests/e2e/soak.mjs [ACTIONS [CYCLES]]      20,000 and 200 over what dist/ shows, and prints the figures

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { kCard, launch, newPage } from './chromium.mjs';
import { choose, dice, kindOf } from './choose.mjs';
import { differing, kSameAgain } from './png.mjs';
import { atlases, open } from './site.mjs';
import { kLoaded, still } from './still.mjs';

const kSeed = 17;
// After so many actions all of it has been open, and all caches are as full as they get.
const kWarm = 2000;
const kRestEach = 100;
// Bytes of the program's memory and of scripts, nodes of the page, and who listens to them.
const kMeasured = ['program', 'scripts', 'nodes', 'listeners'];
const kSize = { width: 960, height: 700 };
const kSizes = [kSize, kSize, kSize, { width: 1280, height: 820 }, { width: 390, height: 820 }, { width: 640, height: 480 }];
const kDialogs = /^(share|picture|data|card\.(picture|data|briefing)|about|report)$/;
const kViews = ['v=1', 'v=1&show=standout', 'v=1&show=N2&theme=dark', 'v=1&weights=N2:9&show=moved', 'v=1&place=borough:E09000028', 'v=1&compare=borough:E09000028,borough:E09000022', 'v=1&at=51.47,-0.07,13.5', 'v=1&classes=natural-breaks.3&theme=grey'];
// Views whose picture is compared after each loss: at rest, with a card, dark, and closer.
const kCompared = ['v=1', 'v=1&area=borough:E09000028', 'v=1&show=N2&theme=dark', 'v=1&place=borough:E09000022'];

// Runs in a page before anything of its own: keeps hold of the memory of each map, and opens nothing beside the page.
function hold() {
    window.memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async function (...given) {
        const made = await instantiate.apply(WebAssembly, given);
        window.memories.push(...Object.values((made.instance ?? made).exports).filter((one) => one instanceof WebAssembly.Memory));
        return made;
    };
    window.open = () => null;
}

// Runs in a page before anything of its own: a map that has lost its card asks for another when the test says so, and not later
// each time.
function hurry() {
    const kPauses = new Set(Array.from({ length: 7 }, (_, i) => 1000 * 2 ** i));
    const { setTimeout } = window;
    window.setTimeout = (work, ms, ...rest) => (kPauses.has(ms) ? ((window.askAgain = work), 1e9) : setTimeout(work, ms, ...rest));
}

// Runs in a page: does one thing, lets the browser draw, and says what can be done now.
async function act({ id, key, value, view, text }) {
    const map = document.querySelector('dex-map');
    const { core } = map;
    if (view) map.view = view;
    else if (text) map.showText();
    else if (key) core.key(key, 0);
    else if (id) core.act(id, value);
    map.wake();
    await new Promise((done) => requestAnimationFrame(done));
    const dialog = map.shadowRoot.querySelector('dialog[open]');
    // What the test keeps of the page is no part of it.
    window.seen.length = 0;
    return { tree: core.tree, isCovered: Boolean(dialog || map.shadowRoot.querySelector('.text')) };
}

// Runs in a page: the map alone is seen again.
async function uncover() {
    const map = document.querySelector('dex-map');
    map.shadowRoot.querySelectorAll('dialog').forEach((dialog) => dialog.close());
    map.showText(false);
    await new Promise((done) => requestAnimationFrame(done));
}

/** One map, and what is done with it. */
class Soak {
    #map;
    #roll;
    #used = new Set();
    #cdp;

    static async begin(browser, origin, seed = kSeed) {
        const soak = new Soak();
        soak.#map = await newPage(browser, { viewport: kSize, reducedMotion: 'reduce' });
        soak.#roll = dice(seed);
        await soak.#map.page.addInitScript(hold);
        await soak.#map.open(origin);
        await soak.#map.event('dex-detail');
        soak.#cdp = await soak.#map.page.context().newCDPSession(soak.#map.page);
        return soak;
    }

    /** The same dice from here on. */
    again(seed = kSeed) {
        this.#roll = dice(seed);
        this.#used.clear();
    }

    /** Does so many things, in an order of the dice, most of them without waiting for what comes of the one before. */
    async go(actions) {
        const { page } = this.#map;
        let now = await page.evaluate(act, {});
        for (let number = 1; number <= actions; number += 1) {
            if (now.isCovered) await page.evaluate(uncover);
            now = await this.#one(now.tree);
            if (number % kRestEach !== 0) continue;
            await page.evaluate(uncover);
            await this.#map.loaded();
            assert.deepEqual(this.#map.complaints, [], `after ${number} actions`);
        }
    }

    async #one(tree) {
        const { page } = this.#map;
        const roll = this.#roll;
        const place = () => [roll(kSize.width), roll(kSize.height)];
        switch (roll(12)) {
            case 0:
                await page.mouse.move(...place());
                await page.mouse.down();
                await page.mouse.move(...place(), { steps: 2 });
                await page.mouse.up();
                break;
            case 1:
                await page.mouse.move(...place());
                await page.mouse.wheel(0, 100 * (roll(9) - 4));
                break;
            case 2:
                await page.mouse.click(...place());
                break;
            case 3:
                return page.evaluate(act, { view: kViews[roll(kViews.length)] });
            case 4: {
                const what = roll(8);
                if (what === 0) await page.setViewportSize(kSizes[roll(kSizes.length)]);
                if (what === 1) return page.evaluate(act, { text: true });
                if (what > 1) {
                    const offered = tree.filter(({ id }) => kDialogs.test(id));
                    return page.evaluate(act, { id: offered[roll(Math.max(1, offered.length))]?.id, value: '' });
                }
                break;
            }
            default: {
                const { node, value } = choose(tree, roll, this.#used);
                this.#used.add(kindOf(node));
                return page.evaluate(act, { id: node.id, key: node.key, value });
            }
        }
        return page.evaluate(act, {});
    }

    /** Back to where it began, and what it takes then (kMeasured), with the kinds of control that were used. */
    async measure() {
        const { page } = this.#map;
        await page.evaluate(uncover);
        await page.setViewportSize(kSize);
        await page.mouse.move(0, 0);
        await this.#map.show('v=1');
        await page.waitForFunction(still, { selector: 'dex-map', ...kLoaded });
        // What is kept weakly goes with the second.
        for (let times = 0; times < 2; times += 1) await this.#cdp.send('HeapProfiler.collectGarbage');
        const program = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
        const { usedSize: scripts } = await this.#cdp.send('Runtime.getHeapUsage');
        const { nodes, jsEventListeners: listeners } = await this.#cdp.send('Memory.getDOMCounters');
        return { program, scripts, nodes, listeners, kinds: this.#used.size };
    }

    close() {
        return this.#map.close();
    }
}

/** So many actions on a map; tells what it takes after the first of them, at each tenth of all, and at the end. */
async function soak(browser, origin, { actions, warm }, tell) {
    const one = await Soak.begin(browser, origin);
    const tenths = Array.from({ length: 10 }, (_, i) => Math.round((actions * (i + 1)) / 10));
    let done = 0;
    for (const next of new Set([warm, ...tenths].sort((a, b) => a - b))) {
        await one.go(next - done);
        done = next;
        tell(done, await one.measure());
    }
    await one.close();
}

/** So many actions on a map, twice the same; returns what it took after each time. */
export async function soakTwice(browser, origin, actions) {
    const one = await Soak.begin(browser, origin);
    await one.go(actions);
    const before = await one.measure();
    one.again();
    await one.go(actions);
    const after = await one.measure();
    await one.close();
    return { before, after };
}

/**
 * Loses the card so many times. Each time the processor's picture and then the next card's are those that they were before.
 * @param browser one with a card
 */
export async function loseCards(browser, origin, cycles) {
    // Small, for what passes for a card is slow.
    const map = await newPage(browser, { viewport: { width: 640, height: 480 }, reducedMotion: 'reduce' });
    await map.page.addInitScript(hurry);
    await map.open(origin);
    await map.event('dex-detail');
    const expected = new Map();
    const looksTheSame = async (view, cycle, byWhom) => {
        await map.settled();
        const picture = await map.picture();
        const what = `${view} by ${byWhom}`;
        if (!expected.has(what)) expected.set(what, picture);
        assert.equal(differing(expected.get(what), picture, kSameAgain), 0, `${cycle}: ${what}`);
    };
    for (let cycle = 0; cycle < cycles; cycle += 1) {
        const view = kCompared[cycle % kCompared.length];
        await map.drawnByCard();
        await map.show(view);
        await looksTheSame(view, cycle, 'the card');
        await map.loseContext();
        await map.page.waitForFunction(() => window.askAgain && document.querySelector('dex-map').core.counter('gpu') === 0);
        await looksTheSame(view, cycle, 'the processor');
        await map.page.evaluate(() => {
            window.contexts.length = 0;
            const { askAgain } = window;
            window.askAgain = undefined;
            askAgain();
        });
        await map.drawnByCard();
        await looksTheSame(view, cycle, 'the card');
    }
    assert.deepEqual(map.complaints, []);
    await map.close();
}

async function main(actions = 20_000, cycles = 200) {
    const { folder, name } = atlases().at(-1);
    const server = await open(folder);
    try {
        const browser = await launch();
        const began = performance.now();
        const warm = Math.min(kWarm, Math.ceil(actions / 10));
        const found = [];
        await soak(browser, server.origin, { actions, warm }, (done, taken) => {
            if (done >= warm) found.push(taken);
            console.log(`${name}, ${done} actions, ${((performance.now() - began) / 1000).toFixed(0)} s: ${Object.entries(taken).map((one) => one.join(' ')).join(', ')}`);
        });
        for (const key of kMeasured) console.log(`${key}: ${(100 * (found.at(-1)[key] / found[0][key] - 1)).toFixed(1)}% more at the end than after ${warm}`);
        await browser.close();
        const card = await launch(kCard);
        await loseCards(card, server.origin, cycles);
        console.log(`${cycles} cards lost: the same pixels after each`);
        await card.close();
    } finally {
        await server.close();
    }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(...process.argv.slice(2).map(Number));
