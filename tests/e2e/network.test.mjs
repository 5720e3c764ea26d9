// Every request of the page goes wrong in every way, on a clock that does not wait: a sentence stands, the table can be
// read, Try again brings what was missing, nothing is asked for more than four times, and no promise is left alone.

import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { textOfAtlas } from '../../tools/text.mjs';
import { checksum } from '../../web/fetch.js';
import { launch } from './chromium.mjs';
import { faultyServer, kinds } from './faults.mjs';
import { boroughs, miniTown, work } from './site.mjs';

const kPages = 3;
const kMaxPresses = 3;

// What is asked for, and what becomes of it in the ways that do no harm. Areas are shown by name and never by code alone, so
// that without names there is no table but the picture. `late`: the ways in which the script itself need not come.
const requests = {
    'the style sheet': { spoils: /^assets\/page-.*\.css$/, comes: /^(?!offline)/, late: /offline/ },
    'the script': { spoils: /^dex-map\.js$/, comes: /2 kB|new version/, late: /^(?!a new version)/ },
    'the program': { spoils: /^dex\.wasm$/, comes: /2 kB|another type/ },
    'the rest of the program': { spoils: /^dex\.rest\.wasm$/, comes: /2 kB|another type/, hasText: true },
    'a face': { spoils: /^faces\/regular\.otf$/, comes: /2 kB|another type|new version/ },
    'the list of the atlas': { spoils: /^atlas\/atlas\.json$/, comes: /2 kB|another type|new version/ },
    'the head': { spoils: /^atlas\/head\./, comes: /2 kB|another type|new version/ },
    'the first tile': { spoils: /^atlas\/tile\./, comes: /2 kB|another type|new version/ },
    'the classes': { spoils: /^atlas\/classes\./, comes: /2 kB|another type|new version/ },
    'the names': { spoils: /^atlas\/names\./, comes: /2 kB|another type|new version/, isNeeded: true },
    'a column': { spoils: /^atlas\/column\./, comes: /2 kB|another type|new version/ },
    'the stored text': { spoils: /^atlas\/text\.json$/, misses: /^atlas\/atlas\.json$/, comes: /^$/ },
    'the Text view': { spoils: /^assets\/text_view-/, comes: /2 kB/, asks: true },
};

// A clock for the page: pauses pass at once, silence when the test says so.
function fakeTime() {
    const { setTimeout, clearTimeout } = window;
    const alarms = new Map();
    let nowMs = 0;
    let next = 1e9;
    Object.assign(window, { pauses: [], broken: [] });
    window.setTimeout = (work, ms = 0, ...rest) => {
        // A pause has a share of chance in it; nothing else that waits has.
        if (!Number.isInteger(ms)) window.pauses.push(ms);
        if (ms < 10_000) return setTimeout(work, Number.isInteger(ms) ? ms : 0, ...rest);
        alarms.set((next += 1), { work, atMs: nowMs + ms });
        return next;
    };
    window.clearTimeout = (id) => void (alarms.delete(id) || clearTimeout(id));
    window.pass = (ms) => {
        nowMs += ms;
        for (const [id, { work, atMs }] of alarms) if (atMs <= nowMs && alarms.delete(id)) work();
    };
    window.addEventListener('unhandledrejection', ({ reason }) => window.broken.push(String(reason)));
    window.addEventListener('dex-detail', () => (window.detailed = true));
}

// How the page stands: 'comes', or where its sentence is. What stands in the page itself is only looked at where no more
// can come: for a moment every page shows it.
function look(hasScript) {
    const map = document.querySelector('dex-map');
    const isSeen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true }));
    if (!hasScript && isSeen(document.querySelector('.late'))) return 'late';
    const root = map?.shadowRoot;
    const [cover, note, text] = ['.cover', '.note', '.text'].map((name) => root?.querySelector(name));
    if (isSeen(text?.querySelector('.why')) && text.querySelector('.top button')) return 'text';
    if (isSeen(cover?.querySelector('button'))) return 'cover';
    // To ask for it earlier would bring the rest in that very call, and end the map where it does not come.
    const tree = map?.core?.isWhole ? map.core.tree : [];
    if (tree.some(({ id }) => id.startsWith('retry.'))) return 'map';
    if (isSeen(note?.querySelector('button'))) return 'note';
    const isUsed = map?.core?.isWhole && root.querySelector('.twin [data-node]');
    return !window.detailed || !isUsed || tree.some(({ id, state }) => id === 'progress' || state.includes('busy')) ? '' : 'comes';
}

// A file that has come is drawn in the next frame, and what that asks for is asked for after it. A page that waits for its style
// sheet has no frames.
const threeFrames = () =>
    new Promise((done) => {
        setTimeout(done, 500);
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
    });

// The rows that a reader can read: the Text view's, or those that stand in the page itself.
function rows() {
    const inside = document.querySelector('dex-map')?.shadowRoot?.querySelectorAll('.text tbody tr') ?? [];
    return [...inside, ...document.querySelectorAll('main tbody tr')].filter((row) => row.checkVisibility({ visibilityProperty: true })).length;
}

describe('network', () => {
    let server, browser, folder, renewed, stored;
    const pages = [];
    const waiting = [];
    const pauses = [];
    let names = 0;

    // The next free page.
    const borrow = () => (pages.length ? Promise.resolve(pages.pop()) : new Promise((done) => waiting.push(done)));
    const giveBack = (page) => (waiting.length ? waiting.shift()(page) : pages.push(page));

    before(async () => {
        folder = boroughs();
        const atlas = join(folder, 'atlas');
        stored = JSON.stringify((await textOfAtlas(atlas)).nodes);
        renewed = republished(miniTown());
        server = await faultyServer();
        browser = await launch();
        for (let i = 0; i < kPages; i += 1) {
            const context = await browser.newContext({ viewport: { width: 400, height: 320 } });
            const page = await context.newPage();
            page.setDefaultTimeout(120_000);
            await page.addInitScript(fakeTime);
            await page.addInitScript(`Object.assign(window, { look: ${look}, rows: ${rows} });`);
            giveBack(page);
        }
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    // Another build with another atlas: what has a hash in its name is gone, and the program is another one.
    function republished(shown) {
        const out = join(work, 'republished');
        cpSync(shown, out, { recursive: true, dereference: true, filter: (file) => !file.endsWith('.br') });
        const program = readFileSync(join(out, 'dex.wasm'));
        const other = Buffer.concat([program, Buffer.from([0, 2, 1, 120])]);
        writeFileSync(join(out, 'dex.wasm'), other);
        const chunk = readdirSync(join(out, 'assets')).find((name) => /^text_view-.*\.js$/.test(name));
        renameSync(join(out, 'assets', chunk), join(out, 'assets', 'text_view-renewed1.js'));
        const script = readFileSync(join(out, 'dex-map.js'), 'utf8');
        const parts = [String(checksum(program)), chunk];
        assert.ok(parts.every((part) => script.includes(part)));
        writeFileSync(join(out, 'dex-map.js'), script.replace(parts[0], checksum(other)).replaceAll(chunk, 'text_view-renewed1.js'));
        return out;
    }

    // `told` hears how far it has come.
    async function suffer(page, request, kind, told) {
        const { spoils, misses, comes, asks } = request;
        const hasScript = !request.late?.test(kind);
        const broken = [];
        // A script that is no script is the browser's to complain about.
        const heard = (error) => hasScript && broken.push(String(error));
        page.on('pageerror', heard);
        const one = server.suffer(`case-${(names += 1)}`, {
            folder,
            renewed,
            kind,
            spoils,
            misses,
            pass: (ms) => page.evaluate((ms) => window.pass(ms), ms).catch(() => {}),
            catchUp: () => page.evaluate(threeFrames).catch(() => {}),
            offline: (is) => page.context().setOffline(is),
        });
        if (asks) one.isSpoilt = false;
        await page.goto(`${server.origin}/case-${names}/`, { waitUntil: 'commit' });
        const find = ([wanted, hasScript]) => {
            const where = window.look(hasScript);
            return (!wanted || where === wanted) && where;
        };
        const stands = async (wanted) => (await page.waitForFunction(find, [wanted, hasScript || wanted === 'comes'])).jsonValue();
        const shows = (count) => page.waitForFunction((count) => window.rows() >= count, count);
        const text = (open) => page.evaluate((open) => document.querySelector('dex-map').showText(open), open);
        if (asks) {
            await stands('comes');
            one.isSpoilt = true;
            await text(true);
            if (comes.test(kind)) await shows(33);
            else await stands('note');
            await text(false);
        }
        // What had come before the new version decides whether the page goes with it.
        const isOpen = kind === 'a new version';
        const where = await stands(comes.test(kind) && !isOpen ? 'comes' : '');
        assert.ok(isOpen || (where === 'comes') === comes.test(kind), `it stands as “${where}”`);
        if (where !== 'comes') {
            // Without a line the picture stands with what has arrived, and so where the Text view itself cannot be loaded.
            const isPicture = /map|note/.test(where);
            const canOpen = isPicture && !asks && !request.isNeeded && kind !== 'offline';
            told(`the table at “${where}”`);
            if (canOpen) {
                // While time passes for other files it passes for the Text view's script, too.
                await one.isQuiet();
                await text(true);
            }
            if (canOpen || !isPicture) await shows(isOpen ? 1 : 33);
            if (canOpen) await text(false);
            await one.heal();
            told(`Try again at “${where}”`);
            // A press takes away what has gone wrong by then; what was loading may still say so after it.
            for (let left = kMaxPresses, now = where; left && now !== 'comes'; left -= 1) {
                await retry(page, now);
                await one.isAlone();
                now = await stands('');
            }
            await stands('comes');
        }
        await one.heal();
        pauses.push(...(await page.evaluate(() => window.pauses)));
        broken.push(...(await page.evaluate(() => window.broken)));
        page.off('pageerror', heard);
        assert.deepEqual(broken, []);
        for (const [path, times] of one.asked) assert.ok(times <= 4, `${path} was asked for ${times} times`);
    }

    const retry = (page, where) =>
        page.evaluate((where) => {
            const map = document.querySelector('dex-map');
            const button = { cover: '.cover button', note: '.note button.main', text: '.text .top button' }[where];
            if (where === 'late') return document.querySelector('.late a').click();
            if (button) return map.shadowRoot.querySelector(button).click();
            const again = map.core.tree.find(({ id }) => id.startsWith('retry.'));
            if (again) map.core.act(again.id);
            return map.wake();
        }, where);

    for (const [what, request] of Object.entries(requests)) {
        test(`${what} in ${Object.keys(kinds).length} ways`, async () => {
            const text = join(folder, 'atlas', 'text.json');
            if (request.hasText) writeFileSync(text, stored);
            const failed = [];
            await Promise.all(
                Object.keys(kinds).map(async (kind) => {
                    const page = await borrow();
                    let step = 'the sentence';
                    await suffer(page, request, kind, (next) => (step = next)).catch((error) => failed.push(`${kind}, ${step}: ${error.message}`));
                    await page.context().setOffline(false);
                    giveBack(page);
                }),
            );
            rmSync(text, { force: true });
            assert.deepEqual(failed, []);
        });
    }

    test('pauses grow, and chance has a part in each', () => {
        const shares = pauses.map((ms) => [400, 800, 1600].map((whole) => ms / whole).find((share) => share >= 0.5 && share < 1));
        assert.ok(pauses.length > 100, `${pauses.length} pauses`);
        assert.deepEqual(pauses.filter((_, i) => shares[i] === undefined), []);
        assert.ok(new Set(shares).size > pauses.length / 2);
        assert.ok(Math.min(...shares) < 0.6 && Math.max(...shares) > 0.9);
    });
});
