// What readers take away from the map: each button, and the same bytes as from the command line.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { readPng } from './png.mjs';
import { atlases, miniTown } from './site.mjs';
import { button, copied, dialog, enabled, exported, faces, field, focused, framed, opened, saved, scored, today, written } from './take.mjs';
import { served } from './visit.mjs';

// All pages of a browser have one clipboard, so this file has a browser of its own.
delete process.env.DEX_BROWSER;

const [{ folder }] = atlases();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('data', () => {
    const town = served(miniTown());
    const atlas = join(miniTown(), 'atlas');

    test('the tables of the command line, whatever is chosen', async () => {
        const map = await opened(town, '/#v=1', 'Data');
        const { name, bytes } = await saved(map, 'Save CSV');
        assert.match(name, /-shown\.csv$/);
        assert.deepEqual(bytes, exported(atlas, '--csv', '--bom', '--view', 'v=1'));
        await field(map, 'Columns').selectOption('scores');
        assert.deepEqual((await saved(map, 'Save CSV')).bytes, scored(atlas));
        await field(map, 'Areas').selectOption('ward');
        assert.deepEqual((await saved(map, 'Save CSV')).bytes, scored(atlas, '--level', 'ward'));
        await field(map, 'Columns').selectOption('figures');
        assert.deepEqual((await saved(map, 'Save CSV')).bytes, exported(atlas, '--csv', '--bom', '--level', 'ward'));
        assert.deepEqual((await saved(map, 'Save GeoJSON')).bytes, exported(atlas, '--geojson', '--level', 'ward', '--lod', '0'));
        const guide = await saved(map, 'Save column guide');
        assert.match(guide.name, /\.csv-metadata\.json$/);
        assert.equal(`${JSON.parse(guide.bytes).url}-metadata.json`, guide.name);
        await dialog(map).locator('summary').click();
        await dialog(map).getByText('N1.older', { exact: true }).last().waitFor();
        for (const column of ['Which end is worse', 'Date', 'Licence']) await dialog(map).getByRole('columnheader', { name: column }).waitFor();
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('own weights, and what lies in a place alone', async () => {
        const map = await opened(town, '/#v=1&place=district:D1&weights=N1:9', 'Data');
        await field(map, 'Columns').selectOption('scores');
        const { bytes } = await saved(map, 'Save CSV');
        const rows = scored(atlas, '--weights', 'N1=9').toString().split('\r\n');
        const inside = rows.filter((row, i) => i === 0 || row.includes(',D1,'));
        assert.equal(bytes.toString(), [...inside, ''].join('\r\n'));
        await field(map, 'Rows').selectOption('all');
        assert.equal((await saved(map, 'Save CSV')).bytes.toString(), rows.join('\r\n'));
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('a table on the clipboard, for spreadsheets', async () => {
        const map = await opened(town, '/#v=1', 'Data', clipboard);
        await enabled(map, 'Copy table');
        await button(map, 'Copy table').click();
        await dialog(map).getByText('Copied.').waitFor();
        const lines = (await copied(map)).split(/\r?\n/);
        assert.equal(lines[0].split('\t')[0], 'code');
        assert.equal(lines.length, scored(atlas).toString().trim().split('\r\n').length);
        const html = await map.page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text());
        assert.match(html, /<table[^>]*>.*<th[^>]*>code<\/th>/s);
        await map.close();
    });

    test('what the columns mean waits for the table, and does not stop it', async () => {
        const map = await town.opened({ path: '/#v=1' });
        const letGo = await map.holdBack('**/column.*.dex');
        await map.act('share');
        await button(map, 'Data').click();
        await map.page.locator('dex-map >> dialog.take >> summary').click();
        letGo();
        await enabled(map, 'Save CSV');
        await dialog(map).getByRole('columnheader', { name: 'Which end is worse' }).waitFor();
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('from a card: the row of its area', async () => {
        const map = await town.opened({ path: '/#v=1&area=district:D1' });
        await map.act('card.data');
        await field(map, 'Columns').selectOption('scores');
        const { name, bytes } = await saved(map, 'Save CSV');
        const rows = scored(atlas, '--level', 'district').toString().split('\r\n');
        assert.equal(bytes.toString(), [...rows.filter((row, i) => i === 0 || /^\uFEFF?D1,/.test(row)), ''].join('\r\n'));
        assert.doesNotMatch(name, /--|-\./);
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await focused(map), 'card.data');
        await map.close();
    });

    test('a comparison: its briefing and its rows', async () => {
        const compare = 'compare=ward:W1,ward:W2,district:D1';
        const map = await town.opened({ path: `/#v=1&place=district:D2&${compare}` });
        await map.act('compare.data');
        await map.page.locator('dex-map >> dialog.take').waitFor();
        const chosen = async () => [await field(map, 'Rows').inputValue(), await field(map, 'Areas').inputValue()];
        assert.deepEqual(await chosen(), ['compared', 'ward']);
        await dialog(map).getByText('A table has areas of one kind.').waitFor();
        const { name, bytes } = await saved(map, 'Save CSV');
        assert.match(name, /-only-the-areas-compared-ward-shown\.csv$/);
        assert.deepEqual(bytes, exported(atlas, '--csv', '--bom', '--compared', '--view', `by=ward&${compare}`));
        await field(map, 'Columns').selectOption('scores');
        assert.deepEqual((await saved(map, 'Save CSV')).bytes, scored(atlas, '--level', 'ward', '--only', 'W1,W2'));
        await field(map, 'Columns').selectOption('figures');
        assert.deepEqual((await saved(map, 'Save GeoJSON')).bytes, exported(atlas, '--geojson', '--level', 'ward', '--only', 'W1,W2'));
        await field(map, 'Areas').selectOption('small-area');
        await dialog(map).getByText('There are no such areas here.').waitFor();
        // Where it was opened is not forgotten on the way through the dialog beside it.
        await button(map, 'Share').click();
        await map.page.locator('dex-map >> dialog.share:not(.take)').waitFor();
        await button(map, 'Data').click();
        await map.page.locator('dex-map >> dialog.take').waitFor();
        assert.deepEqual(await chosen(), ['compared', 'ward']);
        await button(map, 'Share').click();
        await map.page.locator('dex-map >> dialog.share:not(.take)').waitFor();
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await focused(map), 'compare.data');

        await map.act('compare.briefing');
        await map.page.locator('dex-map >> dialog.take').waitFor();
        const day = await today(map);
        const about = field(map, 'Area');
        assert.equal(await about.evaluate((select) => select.options[0].textContent), 'The 3 areas compared');
        assert.equal(await about.inputValue(), 'compared');
        const briefing = await saved(map, 'Save briefing');
        assert.equal(briefing.name, 'the-3-areas-compared-briefing.html');
        const expected = written('briefing', atlas, '--out', '--compared', '--view', compare, '--date', day, '--address', `${map.origin}/index.html`, ...faces);
        assert.equal(briefing.bytes.toString(), expected.toString());
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await focused(map), 'compare.briefing');

        // Opened from elsewhere it begins with what the map shows, and has the comparison all the same.
        await map.act('share');
        await button(map, 'Data').click();
        assert.equal(await field(map, 'Rows').inputValue(), 'place');
        await button(map, 'Briefing').click();
        assert.equal(await about.inputValue(), 'district:D2');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('from the ranked list: the rows of the view', async () => {
        const map = await town.opened({ path: '/#v=1&by=ward&place=district:D1&compare=ward:W1,ward:W2' });
        await map.act('page.ranked');
        await map.act('ranked.data');
        await map.page.locator('dex-map >> dialog.take').waitFor();
        assert.equal(await field(map, 'Rows').inputValue(), 'place');
        assert.deepEqual((await saved(map, 'Save CSV')).bytes, exported(atlas, '--csv', '--bom', '--view', 'by=ward&place=district:D1'));
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await focused(map), 'ranked.data');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('a file that does not come is said, and asked for again', async () => {
        const map = await town.opened({ path: '/#v=1' });
        let isBroken = true;
        await map.page.route('**/column.*.dex', (route) => (isBroken ? route.fulfill({ status: 404 }) : route.continue()));
        await map.act('share');
        await button(map, 'Data').click();
        await dialog(map).getByText(/could not be loaded/).waitFor();
        isBroken = false;
        await button(map, 'Try again').click();
        assert.deepEqual((await saved(map, 'Save CSV')).bytes, exported(atlas, '--csv', '--bom', '--view', 'v=1'));
        await map.close();
    });

    test('where the page may not copy, the table is selected', async () => {
        const map = await town.opened({ path: '/#v=1' });
        await map.page.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
        await map.act('share');
        await button(map, 'Data').click();
        await enabled(map, 'Copy table');
        await button(map, 'Copy table').click();
        await dialog(map).getByText(/The text is selected/).waitFor();
        const selected = await dialog(map).locator('textarea.code').evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
        assert.equal(selected.split('\r\n').length, 1, 'a textarea has its own line ends');
        assert.match(selected, /^code\t/);
        assert.equal(selected.split('\n').length, scored(atlas).toString().trim().split('\r\n').length);
        await map.close();
    });
});

describe('pictures', () => {
    const site = served(folder);
    const atlas = join(folder, 'atlas');
    const drawn = (map, day, ...options) => written('picture', atlas, '--out', '--date', day, '--address', `${map.origin}/index.html`, ...faces, ...options);

    test('PNG to the pixel and SVG to the byte', async () => {
        const view = 'v=1&place=borough:E09000028&theme=light';
        const map = await opened(site, `/#${view}`, 'Picture');
        const day = await today(map);
        const { name, bytes } = await saved(map, 'Save picture');
        assert.match(name, /southwark.*\.png$/);
        const ours = readPng(bytes), theirs = readPng(drawn(map, day, '--view', view, '--size', 'social', '--format', 'png'));
        assert.deepEqual([ours.width, ours.height], [1200, 630]);
        assert.ok(ours.data.equals(theirs.data), 'the same pixels');
        await field(map, 'File').selectOption('svg');
        assert.deepEqual((await saved(map, 'Save picture')).bytes, drawn(map, day, '--view', view, '--size', 'social', '--format', 'svg'));
        await field(map, 'With place names').uncheck();
        await field(map, 'With the legend').uncheck();
        assert.deepEqual((await saved(map, 'Save picture')).bytes, drawn(map, day, '--view', view, '--size', 'social', '--format', 'svg', '--no-labels', '--no-legend'));
        await field(map, 'With the legend').check();
        await field(map, 'File').selectOption('shapes');
        assert.deepEqual((await saved(map, 'Save picture')).bytes, drawn(map, day, '--view', view, '--size', 'social', '--format', 'svg', '--no-labels', '--outlines'));
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('the page goes on while a large one is drawn, and another choice takes its place', async () => {
        const map = await opened(site, '/#v=1', 'Picture');
        await enabled(map, 'Save picture');
        await field(map, 'File').selectOption('png4');
        await dialog(map).locator('progress').waitFor();
        await field(map, 'Size').selectOption('own');
        await field(map, 'Width').fill('400');
        await field(map, 'Height').fill('320');
        await field(map, 'File').selectOption('png1');
        await dialog(map).getByText(/PNG, 400 × 320 pixels/).waitFor();
        const { bytes } = await saved(map, 'Save picture');
        assert.deepEqual([readPng(bytes).width, readPng(bytes).height], [400, 320]);
        await map.close();
    });

    test('a picture brings its view back: dropped on the map, or chosen in the dialog', async () => {
        const map = await opened(site, '/#v=1&show=N2&place=borough:E09000028', 'Picture');
        await field(map, 'File').selectOption('svg');
        const { bytes } = await saved(map, 'Save picture');
        await map.page.keyboard.press('Escape');
        const drop = (name, content) =>
            map.page.evaluate(
                ([name, content]) => {
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(new File([content], name));
                    const stage = document.querySelector('dex-map').shadowRoot.querySelector('.stage');
                    for (const type of ['dragover', 'drop']) stage.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
                },
                [name, content],
            );
        await map.page.evaluate(() => void (location.hash = '#v=1'));
        await map.page.waitForFunction(() => document.querySelector('dex-map').core.view === 'v=1');
        await drop('southwark.svg', bytes.toString());
        await map.page.waitForFunction(() => /show=N2&place=borough:E09000028/.test(location.hash));
        await drop('holiday.mp4', 'x'.repeat(70_000_000));
        await map.page.waitForFunction(() => document.querySelector('dex-map').core.tree.some(({ name }) => /does not say which view/.test(name)));
        await map.page.evaluate(() => void (location.hash = '#v=1'));
        await map.page.waitForFunction(() => document.querySelector('dex-map').core.view === 'v=1');
        await map.act('share');
        await button(map, 'Picture').click();
        await field(map, 'See the view of a saved picture').setInputFiles({ name: 'southwark.svg', mimeType: 'image/svg+xml', buffer: bytes });
        await map.page.waitForFunction(() => /show=N2&place=borough:E09000028/.test(location.hash));
        await dialog(map).waitFor({ state: 'detached' });
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('its words and the picture itself on the clipboard', async () => {
        const map = await opened(site, '/#v=1', 'Picture', clipboard);
        await enabled(map, 'Copy picture');
        for (const [name, form] of [
            ['Copy alt text', /^Map: .{10,145}$/],
            ['Copy sentence', /^.*London.*$/],
            ['Copy source line', /Open Government Licence/],
        ]) {
            await map.page.evaluate(() => navigator.clipboard.writeText(''));
            await button(map, name).click();
            await map.page.waitForFunction(() => navigator.clipboard.readText());
            assert.match(await copied(map), form, name);
            assert.ok((await field(map, 'Words to copy').inputValue()).includes(await copied(map)), name);
        }
        await button(map, 'Copy picture').click();
        await map.page.waitForFunction(async () => (await navigator.clipboard.read())[0].types.includes('image/png'));
        await map.close();
    });
});

describe('briefings', () => {
    const site = served(folder);

    test('the page of the command line, opened with the policy of the map', async () => {
        const map = await opened(site, '/#v=1&area=borough:E09000028', 'Briefing');
        const day = await today(map);
        const { name, bytes } = await saved(map, 'Save briefing');
        assert.equal(name, 'southwark-briefing.html');
        const expected = written('briefing', join(folder, 'atlas'), '--out', '--area', 'E09000028', '--date', day, '--address', `${map.origin}/index.html`, ...faces);
        assert.equal(bytes.toString(), expected.toString());
        const opening = map.page.context().waitForEvent('page');
        await button(map, 'Open briefing').click();
        const page = await opening;
        await page.getByRole('heading', { level: 1 }).waitFor();
        assert.equal(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize), '26px', 'its style holds');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });
});

describe('in a frame', () => {
    const site = served(folder);
    const press = (box, name) => box.getByRole('button', { name, exact: true }).click();

    test('that may save: the file comes, and there is a second way', async () => {
        const { map, box } = await framed(site, 'allow-scripts allow-downloads allow-popups');
        await press(box, 'Briefing');
        const coming = map.page.waitForEvent('download');
        await press(box, 'Save briefing');
        assert.equal((await coming).suggestedFilename(), 'southwark-briefing.html');
        const opening = map.page.context().waitForEvent('page');
        await press(box, 'Open it instead');
        const page = await opening;
        await page.getByRole('heading', { level: 1 }).waitFor();
        assert.equal(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize), '26px', 'its style holds');
        await box.waitFor();
        await map.close();
    });

    test('that may neither save nor open windows nor copy: everything can be taken by hand', async () => {
        const { map, box } = await framed(site, 'allow-scripts');
        await press(box, 'Briefing');
        await press(box, 'Open briefing');
        const text = box.locator('textarea.code');
        await box.getByText(/into a file called southwark-briefing\.html/).waitFor();
        assert.match(await text.inputValue(), /^<!doctype html>/i);
        await press(box, 'Data');
        await press(box, 'Copy table');
        await box.getByText(/The text is selected/).waitFor();
        assert.match(await text.inputValue(), /^code\t/);
        await press(box, 'Save CSV');
        await press(box, 'Open it instead');
        await box.getByText(/into a file called .*shown\.csv/).waitFor();
        assert.match(await text.inputValue(), /^code,/);
        await press(box, 'Picture');
        await press(box, 'Copy picture');
        await box.getByText(/Press and hold the picture/).waitFor();
        assert.equal(await box.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth)), 1200);
        await press(box, 'Copy alt text');
        await box.getByText(/The text is selected/).waitFor();
        await map.close();
    });
});

describe('the dialog', () => {
    const site = served(folder);

    test('stops what it makes when it is told to, and makes it when it is told again', async () => {
        const map = await opened(site, '/#v=1', 'Picture');
        await enabled(map, 'Save picture');
        await field(map, 'File').selectOption('png4');
        await button(map, 'Cancel').click();
        await dialog(map).getByText('Stopped.').waitFor();
        await button(map, 'Try again').click();
        await dialog(map).getByText(/PNG, 4,800 × 2,520 pixels/).waitFor();
        await field(map, 'Size').selectOption('a4-portrait');
        await dialog(map).getByText(/up to 8,000 pixels/).waitFor();
        assert.equal(await dialog(map).locator('.preview img').isVisible(), false, 'what is not made is not shown');
        assert.equal(await button(map, 'Copy alt text').getAttribute('aria-disabled'), 'true');
        assert.equal(await dialog(map).locator('progress').isVisible(), false);
        await map.close();
    });

    test('an own size out of range is not drawn, and is mended when the field is left', async () => {
        const map = await opened(site, '/#v=1', 'Picture');
        await field(map, 'Size').selectOption('own');
        await field(map, 'Width').fill('90');
        await field(map, 'Height').fill('99999');
        await field(map, 'Height').press('Tab');
        await dialog(map).getByText(/PNG, 320 × 8,000 pixels/).waitFor();
        assert.deepEqual([await field(map, 'Width').inputValue(), await field(map, 'Height').inputValue()], ['320', '8000']);
        await map.close();
    });

    test('closes with a press beside it, and not with one on what is blank in it', async () => {
        const map = await opened(site, '/#v=1', 'Briefing', { viewport: { width: 1280, height: 900 } });
        await enabled(map, 'Save briefing');
        const { x, y, width, height } = await dialog(map).boundingBox();
        await map.page.mouse.click(x + width - 4, y + height - 4);
        assert.equal(await dialog(map).count(), 1);
        await map.page.mouse.click(x + width + 4, y + height - 4);
        await dialog(map).waitFor({ state: 'detached' });
        await map.close();
    });

    test('opens once, however often it is pressed before it is here', async () => {
        const map = await site.opened({ path: '/#v=1' });
        const letGo = await map.holdBack('**/assets/take-*.js');
        await map.act('share');
        for (let i = 0; i < 2; i += 1) await button(map, 'Data').click();
        letGo();
        await map.page.locator('dex-map >> dialog.take').waitFor();
        await enabled(map, 'Save CSV');
        assert.equal(await dialog(map).count(), 1);
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('takes the address of a page whatever stands behind its #', async () => {
        const map = await site.opened({ path: '/#v=1' });
        await map.after('dex-detail', () =>
            map.page.evaluate(() => {
                const element = document.querySelector('dex-map');
                element.setAttribute('page-url', `${location.origin}/map#/there`);
                // The map begins again.
                element.setAttribute('src', `${element.src}?`);
            }),
        );
        await map.loaded();
        await map.act('share');
        assert.match(await field(map, 'Link to this view').inputValue(), /\/map#v=1/);
        await button(map, 'Picture').click();
        await enabled(map, 'Save picture');
        await map.close();
    });

    test('goes when its map goes', async () => {
        const map = await opened(site, '/#v=1', 'Picture');
        await map.page.evaluate(() => document.querySelector('dex-map').remove());
        await map.page.waitForFunction(() => !document.querySelector('dex-map'));
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('goes from one way to the next and back to the button', async () => {
        const map = await opened(site, '/#v=1', 'Picture');
        await button(map, 'Share').click();
        await field(map, 'Link to this view').waitFor();
        await button(map, 'Briefing').click();
        await field(map, 'Area').waitFor();
        await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.querySelectorAll('dialog').length === 1);
        assert.ok(await dialog(map).evaluate((element) => element.contains(element.getRootNode().activeElement)), 'the keyboard is in it');
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
        assert.equal(await focused(map), 'share');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('the keyboard reaches all of it and stays in it', async () => {
        const map = await opened(site, '/#v=1', 'Picture');
        await enabled(map, 'Save picture');
        const met = new Set();
        for (let i = 0; i < 40; i += 1) {
            await map.page.keyboard.press('Tab');
            const name = await map.page.evaluate(() => {
                const active = document.querySelector('dex-map').shadowRoot.activeElement;
                return active ? active.closest('dialog') && (active.id || active.textContent) : '';
            });
            assert.notEqual(name, null, `outside after ${i + 1} steps`);
            met.add(name);
        }
        for (const name of ['Data', 'take-size', 'Save picture', 'Copy alt text', 'take-words']) assert.ok(met.has(name), `${name} is reached`);
        await map.close();
    });

    for (const [name, options] of [
        ['wide', {}],
        ['wide 2x', { deviceScaleFactor: 2 }],
        ['dark', { colorScheme: 'dark' }],
        ['narrow', { viewport: { width: 390, height: 844 } }],
        ['small', { viewport: { width: 320, height: 640 } }],
    ]) {
        test(`axe finds nothing, and nothing is cut off: ${name}`, async () => {
            const map = await site.opened({ path: '/#v=1&place=borough:E09000028', ...options });
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text button[data-id=share]').click();
            for (const [tab, ready] of [['Picture', 'Save picture'], ['Data', 'Save CSV'], ['Briefing', 'Save briefing']]) {
                await button(map, tab).click();
                await enabled(map, ready);
                assert.deepEqual(await violations(map.page), []);
                assert.ok(await dialog(map).evaluate((element) => element.scrollWidth <= element.clientWidth), 'nothing is wider than the dialog');
                await map.shot(`take-${tab.toLowerCase()}-${name.replaceAll(' ', '-')}`);
            }
            await map.close();
        });
    }
});
