// Sharing: the dialog by hand and by keyboard, and its code on other people's pages.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { host } from './host.mjs';
import { colours, readPng } from './png.mjs';
import { atlases, miniTown, root } from './site.mjs';
import { served } from './visit.mjs';

const [{ folder }] = atlases();
const southwark = 'borough:E09000028';
const site = served(folder);


const dialog = (map) => map.page.locator('dex-map >> dialog');
const field = (map, label) => dialog(map).getByLabel(label, { exact: true });
const code = (map) => dialog(map).locator('textarea').inputValue();

async function opened(options = {}, path = '/') {
    const map = await site.opened({ path, ...options });
    return map;
}

// The dialog with the posters known, so that all kinds of code are there.
async function shared(options, path) {
    const map = await opened(options, path);
    const list = map.page.waitForResponse(/posters\.json/);
    await map.act('share');
    await list;
    await dialog(map).locator('label').getByText('Picture', { exact: true }).waitFor();
    return map;
}

const isOurs = (frame) => frame.url().includes('embed.html');
const framed = async (page) => page.frames().find(isOurs) ?? page.waitForEvent('framenavigated', isOurs);

describe('the dialog of a map with several levels', () => {
    const town = served(miniTown());

    test('with a card open, other areas are what the code shows', async () => {
        const map = await town.opened({ path: '/#v=1&by=ward&area=ward:W3' });
        await map.act('share');
        await dialog(map).waitFor();
        assert.match(await code(map), /embed\.html#v=1&#38;by=ward&#38;area=ward:W3&#38;at=[\d.,-]+&#38;theme=light"/, 'the map has moved to show it');
        await field(map, 'Areas').selectOption('district');
        assert.match(await code(map), /embed\.html#v=1&#38;by=district&#38;at=[\d.,-]+&#38;theme=light"/);
        assert.match(await map.view(), /area=ward:W3/, 'the map behind keeps its card');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });
});

describe('the dialog', () => {
    test('asked for again while it is open, it is there once', async () => {
        const map = await opened();
        await map.act('share');
        await dialog(map).waitFor();
        await map.act('share');
        await map.settled();
        assert.equal(await dialog(map).count(), 1);
        assert.match(await code(map), /embed\.html/);
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('a hand opens it by the button, Escape closes it, and the keyboard is at the button again', async () => {
        const map = await opened();
        const [x, y, width, height] = (await map.node('share')).rect;
        await map.page.mouse.click(x + width / 2, y + height / 2);
        await dialog(map).waitFor();
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.activeElement.dataset.id), 'share');
        await map.page.keyboard.press('Enter');
        await dialog(map).waitFor();
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('in a low and narrow window the button is in the sheet', async () => {
        const map = await opened({ viewport: { width: 390, height: 500 } });
        await map.page.locator('dex-map >> .twin [data-id=share]').focus();
        await map.loaded();
        await map.shot('share-in-sheet');
        await map.page.keyboard.press('Enter');
        await dialog(map).waitFor();
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.activeElement.dataset.id), 'share');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('the keyboard stays in it', async () => {
        const map = await shared();
        for (let i = 0; i < 40; i += 1) {
            await map.page.keyboard.press('Tab');
            // Past the end the browser's own controls may have it, never the page behind.
            const where = await map.page.evaluate(() => {
                const active = document.querySelector('dex-map').shadowRoot.activeElement;
                return active ? Boolean(active.closest('dialog')) : document.activeElement === document.body || document.activeElement.localName === 'dex-map';
            });
            assert.ok(where, `after ${i + 1} steps`);
        }
        await map.close();
    });

    test('it begins with what the map shows', async () => {
        const map = await shared({}, `/#v=1&place=${southwark}&theme=dark`);
        const link = await map.page.evaluate(() => document.querySelector('dex-map').link);
        assert.match(link, new RegExp(`^v=1&place=${southwark}.*&theme=dark`));
        assert.equal(await field(map, 'Link to this view').inputValue(), `${site.origin}/index.html#${link}`);
        assert.equal(await field(map, 'Place').evaluate((select) => select.selectedOptions[0].textContent), 'Southwark');
        assert.match(await code(map), /^<iframe src="[^"]*embed\.html#v=1&#38;place=borough:E09000028&#38;theme=dark" title="[^"]*Southwark" /);
        assert.equal(await dialog(map).evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(32, 31, 44)');
        await map.close();
    });

    test('its code is light until another theme is chosen', async () => {
        const map = await shared({ colorScheme: 'dark' });
        assert.match(await code(map), /&#38;theme=light"/);
        await field(map, 'Colours').selectOption('');
        assert.doesNotMatch(await code(map), /theme=/);
        await map.close();
    });

    test('what is chosen stands in the code and in the preview, and the map behind stays as it was', async () => {
        const map = await shared();
        const before = await map.view();
        const steps = await map.page.evaluate(() => history.length);
        const preview = () => dialog(map).locator('iframe');
        await field(map, 'Place').selectOption({ label: 'Southwark' });
        await field(map, 'Colours').selectOption('grey');
        await field(map, 'Size').selectOption('400x400');
        assert.match(await code(map), /embed\.html#v=1&#38;place=borough:E09000028&#38;theme=grey" title="[^"]*Southwark" width="400" height="400"/);
        assert.deepEqual(await preview().evaluate(({ style }) => [style.width, style.height]), ['400px', '400px']);
        const inside = await framed(map.page);
        await inside.waitForFunction(() => /Southwark/.test(document.querySelector('dex-map')?.core?.tree.find(({ id }) => id === 'headline')?.name));
        assert.match(await inside.evaluate(() => document.querySelector('dex-map').view), /theme=grey/);

        await field(map, 'Search field').uncheck();
        assert.match(await code(map), /&#38;controls=share,zoom"/);
        await field(map, 'Lock the view: readers can look around but not change it').check();
        assert.match(await code(map), /&#38;locked=1&#38;controls=share,zoom"/);
        await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.querySelector('dialog iframe').src.includes('locked=1'));
        await (await framed(map.page)).waitForFunction(() => document.querySelector('dex-map')?.core?.tree.some(({ id }) => id === 'full'));
        assert.equal(await map.view(), before);
        assert.equal(await map.page.evaluate(() => history.length), steps, 'no step of history was added');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('four kinds of code; each says what it is for', async () => {
        const map = await shared();
        const said = new Set();
        for (const [kind, form] of [
            ['Frame', /^<iframe [^\n]*><\/iframe>$/],
            ['Frame with script', /<\/iframe>\n<script src="[^"]*host\.js" async><\/script>$/],
            ['Element', /^<script type="module"[^\n]*\n<dex-map src="[^"]*atlas\.json"[^\n]* theme="light"[^\n]*<a slot="poster" href="[^"]*index\.html#v=1&#38;theme=light"><img [^>]*>[^<]+<\/a><\/dex-map>$/],
            ['Picture', /^<figure style="margin:0"><a href="[^"]*index\.html#v=1&#38;theme=light"><img src="[^"]*whole\.png" alt="Map: [^"]+" width="768" height="480"/],
        ]) {
            await field(map, kind).check();
            assert.match(await code(map), form, kind);
            said.add(await dialog(map).locator('.hint').textContent());
        }
        assert.equal(said.size, 4);
        await map.close();
    });

    test('Copy says what it did', async () => {
        const map = await shared({ permissions: ['clipboard-read', 'clipboard-write'] });
        await dialog(map).getByRole('button', { name: 'Copy code' }).click();
        await dialog(map).getByText('Copied.').waitFor();
        assert.equal(await map.page.evaluate(() => navigator.clipboard.readText()), await code(map));
        await dialog(map).getByRole('button', { name: 'Copy link' }).click();
        assert.equal(await map.page.evaluate(() => navigator.clipboard.readText()), await field(map, 'Link to this view').inputValue());
        await map.close();
    });

    test('where the page may not copy the text is selected', async () => {
        const map = await opened();
        await map.page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
        await map.act('share');
        await dialog(map).getByRole('button', { name: 'Copy code' }).click();
        await dialog(map).getByText(/The text is selected/).waitFor();
        const selected = await dialog(map).locator('textarea').evaluate((text) => text.value.slice(text.selectionStart, text.selectionEnd));
        assert.equal(selected, await code(map));
        await map.close();
    });

    test('on a phone the system sends the link', async () => {
        const map = await site.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
        await map.page.addInitScript(() => (navigator.share = (what) => ((window.sent = what), Promise.resolve())));
        await map.open(site.origin);
        await map.event('dex-detail');
        await map.act('share');
        await dialog(map).getByRole('button', { name: 'Send the link' }).click();
        const { sent, link } = await map.page.evaluate(() => ({ sent: window.sent, link: document.querySelector('dex-map').link }));
        assert.equal(sent.url, `${site.origin}/index.html#${link}`);
        await map.close();
    });

    for (const [name, options] of [
        ['light', {}],
        ['dark', { colorScheme: 'dark' }],
        ['320 px wide', { viewport: { width: 320, height: 640 } }],
    ]) {
        test(`axe finds nothing, and nothing is cut off: ${name}`, async () => {
            // The narrowest map has no room for the button: there it is in the Text view.
            const map = await opened(options);
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text button[data-id=share]').click();
            await dialog(map).waitFor();
            for (const details of await dialog(map).locator('summary').all()) await details.click();
            assert.deepEqual(await violations(map.page), []);
            assert.ok(await dialog(map).evaluate((element) => element.scrollWidth <= element.clientWidth), 'nothing is wider than the dialog');
            await map.shot(`share-${name.replaceAll(' ', '-')}`);
            await map.page.keyboard.press('Escape');
            await dialog(map).waitFor({ state: 'detached' });
            assert.equal(await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.activeElement.dataset.id), 'share');
            await map.close();
        });
    }
});

describe('its code on other people’s pages', () => {
    let codes;
    before(async () => {
        const map = await shared({}, `/#v=1&place=${southwark}`);
        codes = {};
        for (const kind of ['Frame', 'Frame with script', 'Element', 'Picture']) {
            await field(map, kind).check();
            codes[kind] = await code(map);
        }
        await field(map, 'Frame').check();
        await field(map, 'Lock the view: readers can look around but not change it').check();
        codes.Locked = await code(map);
        await field(map, 'Lock the view: readers can look around but not change it').uncheck();
        await field(map, 'Colours').selectOption('grey');
        codes.Grey = await code(map);
        await map.close();
    });

    const article = (inside, { doctype = '<!doctype html>' } = {}) => `${doctype}<html lang="en"><head><title>A page</title></head><body><h1>A page</h1>${inside}<p id="end">What follows.</p></body></html>`;
    const sandboxed = (kind, allowed) => codes[kind].replace('<iframe ', `<iframe sandbox="${allowed}" `);

    // What follows the code is whole and in sight; gives the page to be looked into.
    async function pasted(html, { headers = {}, options = {} } = {}) {
        const page = await host(html, headers);
        const map = await site.newPage({ viewport: { width: 900, height: 900 }, ...options });
        await map.open(page.origin);
        const end = map.page.locator('#end');
        assert.equal(await end.textContent(), 'What follows.');
        assert.equal(await end.evaluate(({ parentElement }) => parentElement.localName), 'body');
        assert.ok((await end.boundingBox()).height > 0);
        return { map, close: async () => (await map.close(), await page.close()) };
    }
    // The map in the frame has drawn what the code says.
    async function drawn(page) {
        const inside = await framed(page);
        await inside.waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        assert.match(await inside.evaluate(() => document.querySelector('dex-map').core.tree.find(({ id }) => id === 'headline').name), /Southwark/);
        assert.ok(colours(readPng(await page.screenshot())).size > 10, 'a picture');
    }

    const cases = {
        'a plain page': () => [article(codes.Frame)],
        'a page with a strict policy': () => [article(codes.Frame), { headers: { 'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-src ${site.origin}` } }],
        'a sandbox that allows scripts': () => [article(sandboxed('Frame', 'allow-scripts'))],
        'a sandbox that allows scripts and its own origin': () => [article(sandboxed('Frame', 'allow-scripts allow-same-origin'))],
        'a sandbox that allows scripts, its own origin and downloads': () => [article(sandboxed('Frame', 'allow-scripts allow-same-origin allow-downloads'))],
        'a page that is framed itself': () => [article(`<iframe title="Outer" width="100%" height="700" srcdoc="${codes.Frame.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`)],
        'an ancestor that is transformed': () => [article(`<div style="transform: scale(0.9) rotate(0.5deg)">${codes.Frame}</div>`)],
        'a page in quirks mode': () => [article(codes.Frame, { doctype: '' })],
        'a locked frame': () => [article(codes.Locked)],
    };
    for (const [name, make] of Object.entries(cases)) {
        test(`draws, and leaves what follows whole: ${name}`, async () => {
            const [html, more] = make();
            const { map, close } = await pasted(html, more);
            await drawn(map.page);
            assert.deepEqual(map.complaints, []);
            await close();
        });
    }

    test('in shades of grey no colour stands out', async () => {
        const { map, close } = await pasted(article(codes.Grey));
        await drawn(map.page);
        // Of 31; the inks of the page lean towards violet by less.
        const kMinTint = 3;
        const isTinted = (key) => {
            const channels = [10, 5, 0].map((shift) => (key >> shift) & 31);
            return Math.max(...channels) - Math.min(...channels) > kMinTint;
        };
        const seen = [...colours(readPng(await map.page.screenshot()))];
        assert.deepEqual(seen.filter(([key]) => isTinted(key)).map(([key, count]) => `${key.toString(16)}: ${count}`), []);
        assert.ok(seen.length > 10, `${seen.length} shades`);
        assert.deepEqual(map.complaints, []);
        await close();
    });

    test('a sandbox without scripts shows the picture and the table', async () => {
        const { map, close } = await pasted(article(sandboxed('Frame', '')));
        const frame = map.page.frameLocator('iframe');
        assert.match(await frame.locator('main img').getAttribute('alt'), /^Map: /);
        assert.equal(await frame.locator('main tbody tr').count(), 33);
        await close();
    });

    test('hidden at first, it draws when it is shown', async () => {
        const { map, close } = await pasted(article(`<div id="fold" style="display:none">${codes.Frame}</div>`));
        await map.page.evaluate(() => (document.getElementById('fold').style.display = ''));
        await map.page.waitForFunction(() => document.querySelector('iframe').getBoundingClientRect().height > 0);
        await (await framed(map.page)).waitForFunction(() => window.seen?.some(({ type }) => type === 'dex-detail'));
        await close();
    });

    test('with its script the frame gets the height that it asks for', async () => {
        const { map, close } = await pasted(article(codes['Frame with script']));
        await map.page.waitForFunction(() => document.querySelector('iframe').style.height);
        await drawn(map.page);
        await close();
    });

    test('the element draws in the page itself', async () => {
        const { map, close } = await pasted(article(codes.Element));
        await map.event('dex-detail');
        assert.match((await map.node('headline')).name, /Southwark/);
        assert.ok(await map.page.locator('dex-map img').isHidden());
        await close();
    });

    test('a system that strips scripts leaves the element’s picture, with its text', async () => {
        const stripped = codes.Element.replace(/<script[\s\S]*?<\/script>/g, '');
        const { map, close } = await pasted(article(stripped));
        const picture = map.page.locator('dex-map img');
        await picture.evaluate((image) => image.decode());
        assert.ok(await picture.isVisible());
        assert.match(await picture.getAttribute('alt'), /Southwark/);
        await close();
    });

    test('the picture of an element that does not run keeps its shape, and leads to the map', async () => {
        const { map, close } = await pasted(article(`<div style="width:350px">${codes.Element.replace(/<script[\s\S]*?<\/script>/g, '')}</div>`));
        const picture = map.page.locator('dex-map a img');
        await picture.evaluate((image) => image.decode());
        const { width, height } = await picture.boundingBox();
        assert.ok(Math.abs(width / height - 768 / 480) < 0.02, `${width} × ${height}`);
        assert.equal(await map.page.locator('dex-map a').getAttribute('href'), `${site.origin}/index.html#v=1&place=${southwark}&theme=light`);
        await close();
    });

    test('the picture stands in the element while it loads and where it fails, in its shape', async () => {
        const page = await host(article(codes.Element.replace('atlas.json', 'nothing.json')));
        const map = await site.newPage({ viewport: { width: 900, height: 900 } });
        await map.open(page.origin);
        await map.page.locator('dex-map >> .cover button').waitFor();
        const picture = map.page.locator('dex-map a img');
        await picture.evaluate((image) => image.decode());
        const [box, element] = [await picture.boundingBox(), await map.page.locator('dex-map').boundingBox()];
        assert.ok(box.width > 300 && box.height > 150 && box.y >= element.y && box.y + box.height <= element.y + element.height, JSON.stringify(box));
        await map.shot('element-picture');
        await map.close();
        await page.close();
    });

    test('what DOMPurify leaves is a picture in a link with words, or nothing', async () => {
        const map = await site.newPage();
        const purify = readFileSync(join(root, 'node_modules', 'dompurify', 'dist', 'purify.min.js'), 'utf8');
        // In a page without a policy, as a system's own editor is.
        await map.page.goto('about:blank');
        await map.page.addScriptTag({ content: purify });
        const left = Object.entries(await map.page.evaluate((codes) => Object.fromEntries(Object.entries(codes).map(([kind, code]) => [kind, window.DOMPurify.sanitize(code).trim()])), codes));
        for (const [kind, html] of left) {
            if (/Frame|Locked|Grey/.test(kind)) assert.equal(html, '', kind);
            else assert.match(html, /<a [^>]*href="[^"]*index\.html#v=1&amp;place=borough:E09000028&amp;theme=light"[^>]*><img [^>]*>[^<]*Southwark[^<]*<\/a>/, kind);
        }
        await map.close();
    });

    test('a system that strips scripts leaves the frame whole', async () => {
        const { map, close } = await pasted(article(codes['Frame with script'].replace(/<script[\s\S]*?<\/script>/g, '')));
        await drawn(map.page);
        await close();
    });

    test('the picture shows the place and leads to the map', async () => {
        const { map, close } = await pasted(article(codes.Picture));
        const picture = map.page.locator('figure a img');
        await picture.evaluate((image) => image.decode());
        assert.match(await picture.getAttribute('alt'), /Southwark/);
        assert.ok((await picture.boundingBox()).width <= 900, 'it is no wider than its column');
        assert.equal(await map.page.locator('a').getAttribute('href'), `${site.origin}/index.html#v=1&place=${southwark}&theme=light`);
        await close();
    });
});
