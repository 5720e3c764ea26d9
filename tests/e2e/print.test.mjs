// The map on paper: what Chromium and Firefox print of a page with a map, read back by poppler.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, newPage } from './chromium.mjs';
import { launch as launchFirefox, missing } from './firefox.mjs';
import { host } from './host.mjs';
import { differing, largeColours, readPng } from './png.mjs';
import { screen } from './screen.mjs';
import { boroughs, open, shots } from './site.mjs';
import { kSettled, still } from './still.mjs';

const kView = 'v=1&place=borough:E09000028&area=borough:E09000028';
// Each of them on half a percent of the sheet: classes, text, panels and paper.
const kMinColours = 5;

/** What stands on the sheets of a PDF: { sheets, text, pictures: [{ width, height }], picture: of the first sheet }. */
function read(name, pdf) {
    mkdirSync(shots, { recursive: true });
    const file = join(shots, `print-${name}`);
    writeFileSync(`${file}.pdf`, pdf);
    const ask = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });
    ask('pdftoppm', '-r', '96', '-png', '-singlefile', `${file}.pdf`, file);
    return {
        sheets: Number(/^Pages:\s+(\d+)$/m.exec(ask('pdfinfo', `${file}.pdf`))[1]),
        text: ask('pdftotext', '-layout', `${file}.pdf`, '-').replace(/\s+/g, ' '),
        pictures: ask('pdfimages', '-list', `${file}.pdf`).split('\n').slice(2).filter((line) => / image /.test(line)).map((line) => {
            const [, , , width, height] = line.trim().split(/\s+/).map(Number);
            return { width, height };
        }),
        picture: readPng(readFileSync(`${file}.png`)),
    };
}

const isLight = (colour) => Math.min(...colour) > 240;

function isTheMap({ picture, text }, minColours = kMinColours) {
    assert.ok(largeColours(picture) >= minColours, `${largeColours(picture)} colours`);
    assert.ok(isLight(picture.at(picture.width >> 1, picture.height - 4)), 'ink on all of the sheet');
    assert.match(text, /Sources: .*Open Government Licence v3\.0\)/);
}

describe('print', () => {
    let server, browser;
    before(async () => {
        server = await open(boroughs());
        browser = await launch();
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    for (const colorScheme of ['light', 'dark']) {
        for (const landscape of [false, true]) {
            test(`our own page, ${colorScheme}, ${landscape ? 'landscape' : 'portrait'}`, async () => {
                const map = await newPage(browser, { viewport: { width: 1280, height: 820 }, colorScheme });
                await map.open(server.origin, `/#${kView}`);
                await map.event('dex-detail');
                await map.settled();
                const seen = readPng(await map.page.screenshot());
                const sheet = read(`own-${colorScheme}-${landscape}`, await map.page.pdf({ format: 'A4', landscape }));
                isTheMap(sheet);
                assert.equal(sheet.sheets, 1);
                assert.deepEqual(sheet.pictures, [{ width: 2400, height: 2300 }]);
                await map.settled();
                assert.equal(differing(readPng(await map.page.screenshot()), seen), 0, 'the screen is another afterwards');
                assert.match(await map.page.evaluate(() => location.hash), /^#v=1&(?!.*theme)/);
                assert.deepEqual(map.complaints, []);
                await map.close();
            });
        }
    }

    test('an element and a frame on somebody’s page, at twice their size', async () => {
        const article = `<!doctype html><title>An article</title><script type="module" src="${server.origin}/dex-map.js"></script>
            <dex-map src="${server.origin}/atlas/atlas.json" style="width: 600px; height: 400px"></dex-map>
            <iframe src="${server.origin}/embed.html#${kView}" width="640" height="420"></iframe>`;
        const page = await host(article);
        const map = await newPage(browser, { viewport: { width: 900, height: 1200 }, colorScheme: 'dark' });
        await map.open(page.origin);
        await map.event('dex-detail');
        await map.settled();
        const frame = await (await map.page.waitForSelector('iframe')).contentFrame();
        await frame.waitForFunction(still, { selector: 'dex-map', ...kSettled });
        const sheet = read('host', await map.page.pdf({ format: 'A4' }));
        isTheMap(sheet, 3);
        // In which order a browser writes them is its own.
        assert.deepEqual(sheet.pictures.sort((a, b) => a.width - b.width), [{ width: 1200, height: 800 }, { width: 1280, height: 840 }]);
        await map.close();
        await page.close();
    });

    test('Firefox', { skip: missing.length > 0 && `${missing.join(' and ')} not installed` }, async () => {
        const display = await screen();
        const firefox = await launchFirefox(display);
        const page = await firefox.newPage();
        page.setDefaultTimeout(120_000);
        await page.goto(`${server.origin}/#${kView}`);
        await page.waitForFunction(() => document.querySelector('dex-map')?.core?.isWhole && document.querySelector('dex-map').shadowRoot.querySelector('.find'));
        const sheet = read('firefox', await page.pdf({ format: 'A4' }));
        await firefox.close();
        await display.close();
        isTheMap(sheet);
        assert.deepEqual(sheet.pictures, [{ width: 2400, height: 2300 }]);
    });
});
