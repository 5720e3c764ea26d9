// Strings that would do harm as HTML or script, wherever a string can come from: nothing becomes an element, nothing runs,
// the policy has nothing to report, and Trusted Types are enforced.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { htmlOf, textOfAtlas } from '../../tools/text.mjs';
import { strings, writeHostileTables } from '../support/hostile_tables.mjs';
import { launch, newPage } from './chromium.mjs';
import { boroughs, compiled, dist, open, work } from './site.mjs';

// All that we make of strings, in the element and in the page without a program.
const ours = new Set(
    'html head meta title link own-script own-data body dex-map main noscript a h1 h2 h3 h4 p table caption thead tbody tr th td div section canvas button input select option fieldset legend label span details summary ul li b slot poster'.split(' '),
);
const once = new Set('html head title own-data body dex-map main poster'.split(' '));

// Runs in the page: the names of all elements there are, in the shadow too.
function elements() {
    const found = [];
    const walk = (parent) => {
        for (const element of parent.querySelectorAll('*')) {
            // The one picture that a page of ours has, and its scripts, which are files.
            const isOwn = element.localName === 'script' && element.src.startsWith(`${location.origin}/`) && !element.text;
            // What it says for search engines never runs, and is whole: no string ends it early.
            const isData = element.matches('head > script[type="application/ld+json"]') && JSON.parse(element.text)['@type'] === 'Dataset';
            found.push(element.matches('dex-map > img[slot=poster]') ? 'poster' : isOwn ? 'own-script' : isData ? 'own-data' : element.localName);
            if (element.shadowRoot) walk(element.shadowRoot);
        }
    };
    walk(document);
    return found;
}

// Compiles it, and copies dist/ to show it.
function hostileAtlas() {
    const tables = join(work, 'hostile-data');
    writeHostileTables(tables);
    return compiled('hostile', join(tables, 'recipe.json'), tables);
}

describe('hostile strings', () => {
    const folders = { clean: boroughs(), hostile: hostileAtlas() };
    const servers = {};
    let browser, map;
    before(async () => {
        const { nodes } = await textOfAtlas(join(folders.hostile, 'atlas'));
        writeFileSync(join(folders.hostile, 'atlas', 'text.json'), JSON.stringify(nodes));
        const page = readFileSync(join(dist, 'index.html'), 'utf8');
        writeFileSync(join(folders.hostile, 'plain.html'), page.replace(/<h1>[^]*<\/main>/, () => `${htmlOf(nodes)}</main>`));
        for (const [name, folder] of Object.entries(folders)) servers[name] = await open(folder);
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        for (const server of Object.values(servers)) await server.close();
    });
    beforeEach(async () => {
        map = await newPage(browser, { viewport: { width: 900, height: 700 } });
        await map.page.addInitScript(() => (window.hits = 0) || (window.hit = () => (window.hits += 1)));
    });
    afterEach(() => map.close());

    // `frame` may be another than the page itself.
    async function isUnharmed(frame = map.page) {
        const found = await frame.evaluate(elements);
        assert.deepEqual([...new Set(found.filter((name) => !ours.has(name)))], []);
        for (const name of once) assert.ok(found.filter((one) => one === name).length <= 1, name);
        assert.deepEqual(await frame.evaluate(() => [window.hits, window.violations]), [0, []]);
        assert.deepEqual(map.complaints, []);
        assert.deepEqual(map.requests.filter((url) => !/^(http:\/\/(localhost|127\.0\.0\.1):|data:)/.test(url)), []);
    }
    // As the compiler reads them: without signs that have no picture.
    const squeezed = (text) => text.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim();

    test('Trusted Types are enforced', async () => {
        await map.open(servers.clean.origin);
        await map.event('dex-detail');
        const refused = await map.page.evaluate(() => {
            try {
                new DOMParser().parseFromString('<b>x</b>', 'text/html');
                return false;
            } catch (error) {
                return error instanceof TypeError;
            }
        });
        assert.equal(refused, true);
    });

    test('an atlas whose every name, note, source and title is one of them: picture, elements, search and Text view', async () => {
        await map.open(servers.hostile.origin);
        await map.event('dex-detail');
        await map.settled();
        await isUnharmed();
        const { x, y } = await map.free();
        const chosen = await map.after('dex-select', () => map.hand.click(x, y));
        assert.ok(strings.map(squeezed).includes(squeezed(chosen.name)), chosen.name);
        await map.settled();
        await isUnharmed();
        await map.page.evaluate((strings) => {
            const field = document.querySelector('dex-map').shadowRoot.querySelector('#find');
            field.focus();
            for (const text of strings) {
                field.value = text;
                field.dispatchEvent(new Event('input'));
            }
        }, strings);
        await isUnharmed();
        await map.page.evaluate(() => document.querySelector('dex-map').showText());
        await map.page.waitForFunction((count) => document.querySelector('dex-map').shadowRoot.querySelectorAll('.text tbody tr').length >= count, strings.length);
        const rows = await map.page.evaluate(() => [...document.querySelector('dex-map').shadowRoot.querySelectorAll('.text tbody tr th')].map(({ textContent }) => textContent));
        const named = new Set(rows.map(squeezed));
        assert.deepEqual(strings.filter((text) => !named.has(squeezed(text))), []);
        await isUnharmed();
    });

    test('the same where no map can be shown, and in the page itself', async () => {
        await map.page.route('**/atlas.json', (route) => route.fulfill({ status: 404, body: '' }));
        await map.open(servers.hostile.origin, '/plain.html');
        await map.page.waitForFunction((count) => document.querySelector('dex-map')?.shadowRoot?.querySelectorAll('.text tbody tr').length >= count, strings.length);
        assert.equal(await map.page.locator('main tbody tr').count(), strings.length);
        map.complaints.length = 0; // The list that is not there is the browser's to complain about.
        await isUnharmed();
    });

    test('as link, as attribute and as property', async () => {
        await map.open(servers.clean.origin);
        await map.event('dex-detail');
        await map.page.evaluate(async (strings) => {
            const map = document.querySelector('dex-map');
            const heard = () => new Promise((done) => window.addEventListener('hashchange', done, { once: true }));
            for (const [i, text] of strings.entries()) {
                const key = ['', 'show=', 'place=', 'place=borough:', 'area=', 'theme=', 'at=', 'within='][i % 8];
                const next = heard();
                location.hash = `${i}&${key}${i % 2 ? encodeURIComponent(text) : text}`;
                await next;
                map.setAttribute('view', text);
                map.view = { [text]: text, show: text };
                for (const name of ['theme', 'help-url', 'page-url']) map.setAttribute(name, text);
            }
            map.removeAttribute('theme');
        }, strings);
        await map.settled();
        await isUnharmed();
        for (const text of strings.slice(0, 40)) {
            await map.run((element, text) => void (element.src = text), text);
            await map.page.locator('dex-map >> .cover button').waitFor();
        }
        map.complaints = map.complaints.filter((text) => !/Failed to load resource|Content Security Policy|Fetch API cannot load/.test(text));
        await map.page.evaluate(() => (window.violations.length = 0)); // Lists were asked of others, as the host said, and refused.
        map.requests = map.requests.filter((url) => !/evil\.example/.test(url));
        await isUnharmed();
    });

    // Whatever a page can send, and what looks like ours.
    const texts = fc.constantFrom(...strings, 'v=1&theme=dark', 'dex-view', 'dex-height');
    const near = fc.record(
        {
            type: fc.oneof(fc.constantFrom('dex-views', 'dex-height', 'dex-ready', 'DEX-VIEW', 'embed-size'), texts),
            version: fc.oneof(fc.integer(), fc.constantFrom('1', null, true)),
            view: fc.oneof(texts, fc.integer(), fc.array(texts, { maxLength: 2 })),
            height: fc.oneof(fc.integer(), texts),
            __proto__: fc.constant(null),
        },
        { requiredKeys: [] },
    );
    const wrong = fc.oneof(
        fc.record({ type: fc.constant('dex-view'), version: fc.oneof(fc.integer({ min: 2 }), fc.constantFrom('1', null)), view: texts }),
        fc.record({ type: fc.constant('dex-view'), version: fc.constant(1), view: fc.oneof(fc.integer(), fc.constant(null), fc.array(texts, { maxLength: 2 }), fc.constant('x'.repeat(2049))) }),
    );
    const messages = fc.sample(fc.oneof(near, wrong, texts, fc.jsonValue({ maxDepth: 2 })), { numRuns: 10_000, seed: 1 });

    test('10,000 messages from a host page have no effect, nor those of its other frames', async () => {
        const { origin } = servers.clean;
        const html = `<!doctype html><html lang="en"><title>A page</title><body><iframe id="map" title="Map" width="800" height="500" src="${origin}/embed.html"></iframe>
            <iframe id="other" title="Another" srcdoc="…"></iframe><script src="${origin}/host.js"></script></body></html>`;
        const host = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html));
        await new Promise((done) => host.listen(0, '127.0.0.1', done));
        await map.open(`http://127.0.0.1:${host.address().port}`);
        const frame = await (await map.page.waitForSelector('#map')).contentFrame();
        await frame.waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        await map.page.waitForFunction(() => document.getElementById('map').style.height);
        const state = async () => [await frame.evaluate(() => document.querySelector('dex-map').core.view), await map.page.evaluate(() => [...document.querySelectorAll('iframe')].map(({ style }) => style.height))];
        const before = await state();
        await map.page.evaluate((messages) => {
            const to = document.getElementById('map').contentWindow;
            const other = document.getElementById('other').contentWindow;
            for (const message of messages) {
                to.postMessage(message, '*');
                if (message?.type !== 'dex-height') window.postMessage(message, '*');
            }
            // The right words from the wrong mouth.
            const say = other.Function('to', 'message', 'to.postMessage(message, "*")');
            for (let i = 0; i < 100; i += 1) {
                say(to, { type: 'dex-view', version: 1, view: 'v=1&theme=dark' });
                say(window, { type: 'dex-height', version: 1, height: i + 0.5 });
            }
            // The last of all is one that counts: when it has been heard all others have.
            to.postMessage({ type: 'dex-view', version: 1, view: 'v=1&theme=grey' }, '*');
        }, messages);
        await frame.waitForFunction(() => document.querySelector('dex-map').core.view === 'v=1&theme=grey');
        assert.deepEqual(await state(), ['v=1&theme=grey', before[1]]);
        assert.deepEqual(before[0], 'v=1');
        // What has the right form is a view; nothing in it is more than a word that could not be read.
        await map.page.evaluate((strings) => {
            for (const view of strings) document.getElementById('map').contentWindow.postMessage({ type: 'dex-view', version: 1, view: `v=1&show=${view}` }, '*');
            document.getElementById('map').contentWindow.postMessage({ type: 'dex-view', version: 1, view: 'v=1&theme=dark' }, '*');
        }, strings);
        await frame.waitForFunction(() => document.querySelector('dex-map').core.view === 'v=1&theme=dark');
        await isUnharmed(frame);
        await new Promise((done) => (host.closeAllConnections(), host.close(done)));
    });
});
