// The Text view: the whole product as a page, also where there can be no picture.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { textOfAtlas } from '../../tools/text.mjs';
import { violations } from './axe.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

for (const { name, folder } of atlases()) {
    describe(`the Text view, ${name}`, () => {
        const small = name === 'boroughs';
        const site = served(folder);
        before(async () => {
            if (small) writeFileSync(join(folder, 'atlas', 'text.json'), JSON.stringify((await textOfAtlas(join(folder, 'atlas'))).nodes));
        });

        async function opened(options = {}, prepare) {
            const map = await site.newPage(options);
            if (prepare) await map.page.addInitScript(prepare);
            await map.open(site.origin);
            return map;
        }
        const text = (map) => map.page.locator('dex-map >> .text');
        const rows = (map, table = 'table') => map.page.locator(`dex-map >> .text .table:has([data-id="${table}"]) tbody tr`);
        const names = (map, table) => rows(map, table).locator('th').allTextContents();
        // The table stands, with figures.
        const filled = (map) => rows(map).filter({ hasText: /\d/ }).first().waitFor();

        test('the key T opens it, a button leads back', async () => {
            const map = await opened();
            await map.event('dex-detail');
            await map.page.locator('dex-map >> .stage').focus();
            await map.page.keyboard.press('t');
            await filled(map);
            assert.equal(await rows(map).count(), 33);
            assert.deepEqual(await violations(map.page), []);
            await map.shot(`text-${small ? 'boroughs' : 'london'}`);
            await text(map).getByRole('button', { name: 'Show the map' }).click();
            await text(map).waitFor({ state: 'detached' });
            await map.loaded();
            assert.deepEqual(map.complaints, []);
            await map.close();
        });

        test('it says what the picture says, and what is chosen in it is chosen', async () => {
            const map = await opened();
            await map.event('dex-detail');
            await map.act('text');
            await filled(map);
            const headline = (await map.node('headline')).name;
            assert.equal(await text(map).locator('h1').textContent(), headline);
            for (const { id, name: said } of (await map.tree()).filter(({ id, role }) => id.startsWith('legend.') && /button|row/.test(role)))
                assert.equal(await text(map).locator(`[data-id="${id}"]`).textContent(), said);
            const other = text(map).locator('input[type=radio]:not(:checked)').first();
            const { view } = await map.after('dex-view', () => other.check());
            assert.match(view, /show=/);
            await map.after('dex-view', () => text(map).locator('select[data-id=where]').selectOption({ label: 'Southwark' }), { where: 'place=' });
            await map.page.waitForFunction(() => /Southwark/.test(document.querySelector('dex-map').shadowRoot.querySelector('.text h1').textContent));
            assert.equal(await text(map).locator('h1').textContent(), (await map.node('headline')).name);
            await map.close();
        });

        test('the table sorts, filters and opens one place at a time', async () => {
            const map = await opened();
            await map.event('dex-detail');
            await map.act('text');
            await filled(map);
            const inOrder = await names(map);
            assert.deepEqual(inOrder, [...inOrder].sort((a, b) => a.localeCompare(b)));
            await text(map).getByRole('button', { name: 'Rank' }).first().click();
            const ranked = await names(map);
            assert.notDeepEqual(ranked, inOrder);
            const first = await rows(map).first().textContent();
            assert.match(first, /1/);
            await text(map).getByRole('button', { name: 'Rank' }).first().click();
            assert.deepEqual((await names(map))[0] === ranked[0], false);
            assert.equal(await text(map).locator('[aria-sort]').first().getAttribute('aria-sort'), 'descending');
            await text(map).locator('.table input[type=search]').first().fill('south');
            assert.deepEqual(await names(map), ['Southwark']);
            assert.match(await text(map).locator('[role=status]').first().textContent(), /1 of 33/);
            await map.after('dex-view', () => rows(map).getByRole('button').first().click());
            if (!small) {
                await map.page.waitForFunction(() => document.querySelector('dex-map').shadowRoot.querySelectorAll('.text .table').length === 2);
                assert.ok((await rows(map, 'inner').count()) > 100);
                await map.after('dex-select', () => rows(map, 'inner').getByRole('button').first().click());
            }
            await text(map).locator('[data-id=card]').waitFor();
            assert.deepEqual(await violations(map.page), []);
            await map.close();
        });

        test('weights and the ranked list unfold in it', async () => {
            const map = await opened();
            await map.event('dex-detail');
            await map.act('text');
            await filled(map);
            const part = (id) => text(map).locator(`details:has(> [data-id=${id}])`);
            await part('adjust').locator('summary').click();
            const [slider] = await part('adjust').getByRole('slider').all();
            const { view } = await map.after('dex-view', () => slider.fill('9'));
            assert.match(view, /weights=\w+:9/);
            await part('adjust').getByRole('button', { name: 'Reset' }).waitFor();
            await map.shot(`text-adjust-${small ? 'boroughs' : 'london'}`);
            await map.after('dex-view', () => part('adjust').getByRole('button', { name: 'Reset' }).click());
            await part('ranked').locator('summary').click();
            const list = part('ranked').locator('[data-id="ranked.list"]').getByRole('button');
            await part('ranked').getByRole('searchbox').fill('southwark');
            await part('ranked').getByRole('button', { name: /Southwark/ }).first().waitFor();
            await map.page.waitForFunction(() => {
                const rows = [...document.querySelector('dex-map').shadowRoot.querySelectorAll('.text [data-id^="ranked."][data-id*=":"]')];
                return rows.length > 0 && rows.every(({ textContent }) => /southwark/i.test(textContent));
            });
            const { name: chosen } = await map.after('dex-select', () => list.first().click());
            assert.match(chosen, /Southwark/);
            assert.deepEqual(await violations(map.page), []);
            await map.shot(`text-ranked-${small ? 'boroughs' : 'london'}`);
            await map.close();
        });

        test('it stands by itself where there is no WebAssembly', async () => {
            const map = await opened({}, () => delete globalThis.WebAssembly);
            await filled(map);
            assert.equal(await rows(map).count(), 33);
            assert.match(await text(map).locator('.why').textContent(), /WebAssembly/);
            await text(map).getByRole('button', { name: 'Rank' }).first().click();
            assert.deepEqual(await violations(map.page), []);
            await map.close();
        });

        test('in forced colours it comes first, and the map is a button away', async () => {
            const map = await opened({ forcedColors: 'active' });
            await filled(map);
            await text(map).getByRole('button', { name: 'Show the map' }).click();
            await map.event('dex-detail');
            assert.deepEqual(map.complaints, []);
            await map.close();
        });

        test('so it does when these are turned on while the map is open', async () => {
            const map = await opened();
            await map.event('dex-detail');
            await map.page.emulateMedia({ forcedColors: 'active' });
            await filled(map);
            await text(map).getByRole('button', { name: 'Show the map' }).click();
            await text(map).waitFor({ state: 'detached' });
            await map.loaded();
            const colours = () => [...document.querySelector('dex-map').shadowRoot.querySelectorAll('.twin :is(button, select, p, h2)')].map((element) => getComputedStyle(element).color);
            assert.deepEqual([...new Set(await map.page.evaluate(colours))], ['rgba(0, 0, 0, 0)'], 'no word stands twice');
            await map.shot('forced-colours');
            assert.deepEqual(map.complaints, []);
            await map.close();
        });

        test('on paper there is all of it', async () => {
            const map = await opened();
            await map.event('dex-detail');
            await map.act('text');
            await filled(map);
            await map.page.emulateMedia({ media: 'print' });
            const { high, hidden } = await map.page.evaluate(() => {
                const box = document.querySelector('dex-map').shadowRoot.querySelector('.text');
                return { high: box.getBoundingClientRect().height - box.scrollHeight, hidden: getComputedStyle(box.querySelector('fieldset')).display };
            });
            assert.ok(Math.abs(high) < 2);
            assert.equal(hidden, 'none');
            await map.close();
        });

        for (const [what, size] of [['320 px wide', { width: 320, height: 640 }], ['at 400% of 1280 × 1024', { width: 320, height: 256 }]]) {
            test(`nothing is cut off ${what}`, async () => {
                const map = await opened({ viewport: size });
                await map.event('dex-detail');
                await map.page.evaluate(() => document.querySelector('dex-map').showText());
                await filled(map);
                const wide = await map.page.evaluate(() => {
                    const box = document.querySelector('dex-map').shadowRoot.querySelector('.text');
                    return box.scrollWidth - box.clientWidth;
                });
                assert.equal(wide, 0);
                await map.shot(`text-${size.width}x${size.height}-${small ? 'boroughs' : 'london'}`);
                await map.close();
            });
        }
    });
}
