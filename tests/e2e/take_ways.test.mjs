// Every way to what readers take away, and every button there: by hand, by keyboard, from the Text view, in frames that allow
// less.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { miniTown, atlases } from './site.mjs';
import { dialog, enabled, field, focused, framed } from './take.mjs';
import { served } from './visit.mjs';

// All pages of a browser have one clipboard, so this file has a browser of its own.
delete process.env.DEX_BROWSER;

const kTabs = {
    Picture: ['Save picture', 'Copy picture', 'Copy alt text', 'Copy sentence', 'Copy source line'],
    Data: ['Save CSV', 'Save GeoJSON', 'Copy table', 'Save column guide'],
    Briefing: ['Open briefing', 'Save briefing'],
};

// What the dialog answers; a window that opens is an answer, too.
const answered = (box) => box.locator('.said').filter({ hasText: /\w/ });

describe('the ways in', () => {
    const site = served(miniTown());
    const compare = 'compare=ward:W1,ward:W2';
    const ways = {
        'card.picture': ['Picture'],
        'card.data': ['Data', 'Rows', 'area'],
        'card.briefing': ['Briefing', 'Area', 'district:D1'],
        'compare.data': ['Data', 'Rows', 'compared'],
        'compare.briefing': ['Briefing', 'Area', 'compared'],
        'ranked.data': ['Data', 'Rows', 'all'],
    };

    async function leads(map, [tab, label, value]) {
        await dialog(map).waitFor();
        assert.equal(await dialog(map).locator('.tabs [aria-current]').textContent(), tab);
        if (label) assert.equal(await field(map, label).inputValue(), value);
        await map.page.keyboard.press('Escape');
        await dialog(map).waitFor({ state: 'detached' });
    }

    for (const [id, way] of Object.entries(ways)) {
        const view = id.startsWith('compare') ? compare : id.startsWith('card') ? 'area=district:D1' : 'by=ward';
        test(`${id} on the map, and back to it`, async () => {
            const map = await site.opened({ path: `/#v=1&${view}` });
            if (id.startsWith('ranked')) await map.act('page.ranked');
            await map.act(id);
            await leads(map, way);
            assert.equal(await focused(map), id);
            assert.deepEqual(map.complaints, []);
            await map.close();
        });

        test(`${id} in the Text view, and back to it`, async () => {
            const map = await site.opened({ path: `/#v=1&${view}` });
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            const text = map.page.locator('dex-map >> .text');
            await text.locator('tbody tr').first().waitFor();
            if (id.startsWith('ranked')) for (const part of await text.locator('details > summary').all()) await part.click();
            await text.locator(`[data-id="${id}"]`).click();
            await leads(map, way);
            assert.equal(await focused(map), id);
            assert.deepEqual(map.complaints, []);
            await map.close();
        });
    }

    for (const [id, tab] of [['picture', 'Picture'], ['data', 'Data'], ['briefing', 'Briefing']]) {
        test(`${id} at the head of the Text view`, async () => {
            const map = await site.opened({ path: '/#v=1' });
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator(`dex-map >> .text [data-id="${id}"]`).click();
            await leads(map, [tab]);
            assert.equal(await focused(map), id);
            await map.close();
        });
    }
});

describe('by keyboard', () => {
    const site = served(atlases()[0].folder);

    for (const [tab, names] of Object.entries(kTabs)) {
        test(`${tab}: each button is reached, pressed and answered`, async () => {
            const map = await site.opened({ path: '/#v=1&area=borough:E09000028', permissions: ['clipboard-read', 'clipboard-write'] });
            await map.act(`card.${tab.toLowerCase()}`);
            const name = () =>
                map.page.evaluate(() => {
                    const active = document.querySelector('dex-map').shadowRoot.activeElement;
                    return active?.closest('dialog') && active.localName === 'button' ? active.textContent : '';
                });
            await enabled(map, names[0]);
            for (const wanted of names) {
                for (let i = 0; i < 60 && (await name()) !== wanted; i += 1) await map.page.keyboard.press('Tab');
                assert.equal(await name(), wanted);
                await enabled(map, wanted);
                await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.querySelector('.said').replaceChildren());
                const opening = wanted.startsWith('Open') && map.page.context().waitForEvent('page');
                await map.page.keyboard.press('Enter');
                if (opening) {
                    await (await opening).getByRole('heading', { level: 1 }).waitFor();
                    await map.page.bringToFront();
                } else {
                    await answered(dialog(map)).waitFor();
                }
                assert.equal(await name(), wanted, 'the keyboard stays there');
            }
            assert.deepEqual(map.complaints, []);
            await map.close();
        });
    }
});

describe('in a frame', () => {
    const site = served(atlases()[0].folder);
    const press = (box, name) => box.getByRole('button', { name, exact: true }).click();
    const ready = (box, name) => box.locator('button:not([aria-disabled=true])', { hasText: name }).first().waitFor();

    // What is said where it was saved, and copied by hand where it may not be copied.
    const kSays = { Save: /If .+ was not saved/, Copy: /The text is selected|Press and hold the picture/, Open: /into a file called/ };

    for (const sandbox of ['allow-scripts', 'allow-scripts allow-downloads', 'allow-scripts allow-popups', 'allow-scripts allow-downloads allow-popups']) {
        test(`each button under “${sandbox}”`, async () => {
            const { map, box } = await framed(site, sandbox);
            for (const [tab, names] of Object.entries(kTabs)) {
                await press(box, tab);
                for (const name of names) {
                    await ready(box, name);
                    const comes = sandbox.includes('downloads') && name.startsWith('Save') && map.page.waitForEvent('download');
                    const opens = sandbox.includes('popups') && name.startsWith('Open') && map.page.context().waitForEvent('page');
                    await press(box, name);
                    if (comes) await comes;
                    if (opens) await (await opens).getByRole('heading', { level: 1 }).waitFor();
                    else await answered(box).filter({ hasText: kSays[name.split(' ')[0]] }).waitFor();
                }
            }
            await map.close();
        });
    }

    test('that may open windows and not save: the picture opens, to be saved by hand', async () => {
        const { map, box } = await framed(site, 'allow-scripts allow-popups');
        await press(box, 'Picture');
        await ready(box, 'Save picture');
        await press(box, 'Save picture');
        const opening = map.page.context().waitForEvent('page');
        await press(box, 'Open it instead');
        const page = await opening;
        await page.locator('img').waitFor();
        assert.equal(await page.evaluate(() => document.contentType), 'image/png');
        assert.equal(await page.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth)), 1200);
        await map.close();
    });
});
