// The picture that stands before there is a map, and what there is without JavaScript.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { atlases, root } from './site.mjs';
import { served } from './visit.mjs';

const folder = atlases().at(-1).folder;
const posters = join(root, 'dist', 'atlas', 'posters');
const skip = existsSync(posters) ? false : 'the build draws the posters';
const kMaxBytes = 40_000;

describe('posters', { skip }, () => {
    const site = served(folder);
    const list = skip ? undefined : JSON.parse(readFileSync(join(posters, 'posters.json'), 'utf8'));

    const image = (map) => map.page.locator('dex-map > img');
    // What the picture shows has arrived and been decoded.
    const stands = async (map) => {
        await image(map).evaluate((element) => element.decode());
        return image(map).isVisible();
    };

    test('there is one of London and of each borough, small, with a text of 150 characters at most', () => {
        assert.equal(list.posters.length, 34);
        assert.equal(list.posters[0].view, '');
        const largest = Math.max(...list.posters.map(({ file }) => statSync(join(posters, file)).size));
        console.log(`    the largest of ${list.posters.length} posters: ${largest.toLocaleString('en-GB')} B`);
        assert.ok(largest <= kMaxBytes);
        for (const { place, view, file, alt } of list.posters) {
            const head = readFileSync(join(posters, file));
            assert.deepEqual([head.readUInt32BE(16), head.readUInt32BE(20)], [list.width, list.height]);
            assert.ok([...alt].length <= 150, alt);
            assert.match(alt, /^Map: .*\.$/);
            if (view) assert.ok(alt.includes(place), alt);
            if (view) assert.match(view, /^place=borough:E090000\d\d$/);
        }
        assert.equal(new Set(list.posters.map(({ alt }) => alt)).size, 34);
    });

    for (const [path, code] of [
        ['/', 'whole'],
        ['/#v=1&place=borough:E09000028', 'E09000028'],
        ['/embed.html#v=1&place=borough%3AE09000007&locked=1', 'E09000007'],
        ['/places/E09000030.html', 'E09000030'],
        ['/embed.html#place=__proto__&%', 'whole'],
    ]) {
        test(`it stands while the atlas is held back, with its text and a label: ${path}`, async () => {
            const map = await site.newPage({ viewport: { width: 900, height: 700 } });
            let release;
            const held = new Promise((done) => (release = done));
            await map.page.route('**/atlas/atlas.json', async (route) => (await held, route.continue()));
            await map.open(site.origin, path);
            assert.ok(await stands(map));
            const wanted = list.posters.find(({ file }) => file === `${code}.png`);
            assert.equal(await image(map).getAttribute('alt'), wanted.alt);
            await map.page.locator('dex-map >> .poster p').getByText('This picture shows the view that the map starts with.').waitFor();
            assert.ok(await map.page.locator('dex-map >> .why').getByText('Loading the map').isVisible());
            if (code === 'E09000028') await map.shot('poster');
            release();
            await map.event('dex-ready');
            assert.ok(await image(map).isHidden());
            assert.ok(await map.page.locator('dex-map >> .poster p').isHidden());
            await map.close();
        });
    }

    test('it stands before the program of the page is here', async () => {
        const map = await site.newPage();
        let release;
        const held = new Promise((done) => (release = done));
        await map.page.route('**/dex-map.js', async (route) => (await held, route.continue()));
        await map.page.goto(`${site.origin}/#place=borough:E09000028`, { waitUntil: 'commit' });
        await image(map).waitFor();
        assert.ok(await stands(map));
        // The text that comes next, should the program not, is of the same place.
        assert.match(await map.page.locator('main h1').textContent(), /Southwark/);
        release();
        await map.event('dex-ready');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('it stands when the atlas cannot be loaded, beside the sentence that says why', async () => {
        const map = await site.newPage();
        await map.page.route('**/atlas/*.json', (route) => route.abort());
        await map.open(site.origin, '/#place=borough:E09000028');
        await map.page.locator('dex-map >> .why').getByRole('button', { name: 'Try again' }).waitFor();
        assert.ok(await stands(map));
        await map.page.unroute('**/atlas/*.json');
        await map.page.getByRole('button', { name: 'Try again' }).click();
        await map.event('dex-ready');
        assert.ok(await image(map).isHidden());
        await map.close();
    });

    test('it stands above the text where there can be no picture', async () => {
        const map = await site.newPage();
        await map.page.addInitScript(() => delete globalThis.WebAssembly);
        await map.open(site.origin, '/#place=borough:E09000028');
        await map.page.locator('dex-map >> .text .table').first().waitFor();
        assert.ok(await stands(map));
        assert.match(await image(map).getAttribute('alt'), /Southwark/);
        assert.ok((await image(map).boundingBox()).y < (await map.page.locator('dex-map >> .text table').first().boundingBox()).y);
        await map.shot('poster-without-wasm');
        await map.close();
    });

    test('the policy of the page allows it', async () => {
        const map = await site.newPage();
        await map.open(site.origin, '/embed.html');
        await map.event('dex-ready');
        assert.deepEqual(await map.page.evaluate(() => window.violations), []);
        assert.deepEqual(map.complaints, []);
        await map.close();
    });
});

describe('without JavaScript', () => {
    const site = served(folder);
    let context;
    before(async () => {
        context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1000, height: 1400 } });
    });

    for (const path of ['/', '/embed.html', '/places/E09000028.html']) {
        test(`a picture, a sentence and the 33 boroughs stand in the page itself: ${path}`, async () => {
            const page = await context.newPage();
            await page.goto(site.origin + path);
            const main = page.locator('main');
            assert.match(await main.locator('h1').textContent(), /London/);
            assert.match(await main.locator('h1 + p').textContent(), /score, 0 \(low risk\) to 10 \(high risk\) .* data$/, 'measure, unit and date');
            assert.match(await main.textContent(), /needs JavaScript/);
            assert.match(await main.textContent(), /Sources?: Office for National Statistics.*Open Government Licence/s);
            assert.equal(await main.locator('tbody tr').count(), 33);
            assert.ok((await main.locator('thead th').allTextContents()).some((head) => /0 \(low risk\) to 10 \(high risk\)/.test(head)), 'the unit stands in the head');
            for (const row of await main.locator('tbody tr').all()) assert.match(await row.textContent(), /[A-Z].*\d/);
            assert.ok(await main.locator('table').isVisible());
            if (!skip) {
                const picture = main.locator('img');
                assert.match(await picture.getAttribute('alt'), path.includes('E09000028') ? /Southwark/ : /London/);
                assert.ok((await picture.boundingBox()).height > 100);
            }
            assert.equal(await page.locator('dex-map > img').count(), 0);
            await page.close();
        });
    }

    test('its figures are those of dex score', async () => {
        const { execFileSync } = await import('node:child_process');
        const csv = execFileSync(join(root, 'build', 'dex'), ['score', join(root, 'dist', 'atlas'), '--level', 'borough'], { encoding: 'utf8' });
        const [head, ...rows] = csv.trim().split(/\r?\n/).map((line) => line.split(','));
        const scores = new Map(rows.map((row) => [row[head.indexOf('name')].replaceAll('"', ''), Number(row[head.indexOf('overall')])]));
        const page = await context.newPage();
        await page.goto(site.origin);
        const shown = await page.locator('main tbody tr').evaluateAll((all) => all.map(({ cells }) => [cells[0].textContent, cells[1].textContent]));
        for (const [name, text] of shown) assert.ok(Math.abs(scores.get(name) - Number(text)) <= 0.051, `${name}: ${text} for ${scores.get(name)}`);
        await page.close();
    });

    test('each page says where it can be asked about, and is answered', async () => {
        const page = await context.newPage();
        for (const [path, name] of [['/', 'whole'], ['/places/E09000028.html', 'E09000028']]) {
            await page.goto(site.origin + path);
            const address = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
            assert.equal(address, `${site.origin}/oembed/${name}.json`);
            const answer = await (await fetch(address)).json();
            assert.equal(answer.version, '1.0');
            assert.equal(answer.type, 'rich');
            assert.ok(Number.isInteger(answer.width) && Number.isInteger(answer.height));
            assert.ok(answer.html.startsWith(`<iframe src="${site.origin}/embed.html#v=1`) && answer.html.endsWith('></iframe>'));
            if (name !== 'whole') assert.match(answer.html, /place=borough:E09000028" title="[^"]*Southwark"/);
            assert.match(answer.html, / frameborder="0"/);
            if (!skip) assert.equal((await fetch(answer.thumbnail_url)).headers.get('content-type'), 'image/png');
        }
        await page.goto(`${site.origin}/embed.html`);
        assert.equal(await page.locator('link[type="application/json+oembed"]').count(), 0, 'a frame’s address does not say its place');
        await page.close();
    });

    test('the page of a place has a heading of its own', async () => {
        const said = new Set();
        for (const path of ['/', '/places/E09000028.html', '/places/E09000033.html']) {
            const html = await (await fetch(site.origin + path)).text();
            said.add(/<h1>([^<]*)<\/h1>/.exec(html)[1]);
            if (path.includes('28')) assert.match([...said].at(-1), /Southwark/);
        }
        assert.equal(said.size, 3);
    });
});
