// The framed page under sandbox="allow-scripts" alone, where its origin is nobody's, in three browsers.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';
import { host } from './host.mjs';
import { colours, readPng } from './png.mjs';
import { screen } from './screen.mjs';
import { atlases, open } from './site.mjs';
import * as webkit from './webkit.mjs';

const [{ folder }] = atlases();
const kMaxPictures = 100;

// The host page remembers what the frame says. Dark mode is the map's own: what stands before it is light.
const article = (origin) => `<!doctype html><html lang="en"><head><title>A page</title><script>window.heard = []; addEventListener('message', ({ data, origin }) => heard.push({ ...data, origin }));</script></head>
<body style="margin:0"><iframe sandbox="allow-scripts" src="${origin}/embed.html#v=1&amp;place=borough:E09000028&amp;theme=dark" title="Digital exclusion in Southwark" width="100%" height="560" style="border:0"></iframe><p id="end">What follows.</p></body></html>`;

// In the frame: the dialog opens, and its preview is another frame of the same page. In that frame: the map is there.
const share = () => {
    const map = document.querySelector('dex-map');
    if (!map?.core?.tree.some(({ id }) => id === 'share')) return false;
    map.core.act('share');
    map.wake();
    return true;
};
const isPreviewing = () => {
    const preview = document.querySelector('dex-map').shadowRoot.querySelector('dialog iframe');
    // Browsers stop the clock of a frame that is out of sight.
    preview?.scrollIntoView();
    return Boolean(preview);
};
// Until the names of places are here, its headline is of the whole.
const isThere = () => document.querySelector('dex-map')?.core?.tree.find(({ id, name }) => id === 'headline' && name.includes('Southwark'))?.name;

const toldAHeight = () => window.heard.find(({ type }) => type === 'dex-height');

// Of the picture: its part that is the map's dark paper and panels, and the colours that cover a good part of it.
function look(png) {
    const picture = readPng(png);
    const all = picture.width * picture.height;
    const found = [...colours(picture)];
    const dark = found.filter(([colour]) => [10, 5, 0].every((shift) => ((colour >> shift) & 31) < 8)).reduce((sum, [, count]) => sum + count, 0) / all;
    return { dark, large: found.filter(([, count]) => count > all * 0.005).length };
}

// `run` does a function in the page, `wait` until it answers something true, `picture` is a PNG of the window; `enter`
// goes on in a frame, whose element a function finds.
async function walk({ run, wait, picture, enter }) {
    assert.equal((await wait(toldAHeight)).origin, 'null');
    // The first picture is some frames away; each look is one.
    let seen = { dark: 0, large: 0 };
    for (let looks = 0; (seen.dark < 0.25 || seen.large < 6) && looks < kMaxPictures; looks += 1) seen = look(await picture());
    assert.ok(seen.dark >= 0.25 && seen.large >= 6, JSON.stringify(seen));
    assert.equal(await run(() => document.getElementById('end').textContent), 'What follows.');
    await enter(() => document.querySelector('iframe'));
    await wait(share);
    await wait(isPreviewing);
    await enter(() => document.querySelector('dex-map').shadowRoot.querySelector('dialog iframe'));
    await wait(isThere);
}

// The same of two drivers whose frames are objects.
function within(page) {
    let frame = page;
    return {
        run: (work) => frame.evaluate(work),
        wait: async (work) => (await frame.waitForFunction(work)).jsonValue(),
        enter: async (find) => (frame = await (await frame.evaluateHandle(find)).asElement().contentFrame()),
    };
}

describe('a frame that may run scripts and nothing else', () => {
    let server, page;
    before(async () => {
        server = await open(folder);
        page = await host(article(server.origin));
    });
    after(async () => {
        await page?.close();
        await server?.close();
    });

    test('Chromium', async (t) => {
        const browser = await chromium.launch();
        t.after(() => browser.close());
        const map = await chromium.newPage(browser, { viewport: { width: 1000, height: 650 } });
        await map.open(page.origin);
        await walk({ ...within(map.page), picture: () => map.page.screenshot() });
        // The dialog was opened by no reader, so it may not take the focus from the page around.
        assert.deepEqual(map.complaints.filter((said) => !/^Blocked autofocusing/.test(said)), []);
    });

    test('Firefox', { skip: firefox.missing.length > 0 && `${firefox.missing.join(' and ')} not installed` }, async (t) => {
        const display = await screen();
        const browser = await firefox.launch(display);
        t.after(async () => (await browser.close(), await display.close()));
        const tab = await browser.newPage();
        const said = [];
        tab.on('console', (message) => message.type() === 'error' && said.push(message.text()));
        tab.on('pageerror', (error) => said.push(String(error)));
        await tab.goto(page.origin);
        await walk({ ...within(tab), picture: async () => Buffer.from(await tab.screenshot()) });
        assert.deepEqual(said, []);
    });

    test('WebKitGTK', { skip: webkit.missing.length > 0 && `${webkit.missing.join(' and ')} not installed` }, async (t) => {
        const display = await screen();
        const driver = await webkit.session(display);
        t.after(async () => (await driver.close(), await display.close()));
        const { send } = driver;
        await send('POST', '/timeouts', { script: webkit.kPatienceMs });
        await send('POST', '/window/rect', { width: 1000, height: 700 });
        await send('POST', '/url', { url: page.origin });
        const run = (work) => send('POST', '/execute/sync', { script: `return (${work})();`, args: [] });
        const wait = (work) =>
            send('POST', '/execute/async', {
                script: `const done = arguments[arguments.length - 1]; const look = () => { const found = (${work})(); if (found) done(found); else requestAnimationFrame(look); }; look();`,
                args: [],
            });
        const enter = async (find) => send('POST', '/frame', { id: await run(find) });
        await walk({ run, wait, enter, picture: async () => Buffer.from(await send('GET', '/screenshot'), 'base64') });
    });
});
