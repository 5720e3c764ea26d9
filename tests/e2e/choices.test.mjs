// What a reader chooses changes the picture, the view and the address, and Back undoes it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { differing } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

for (const { name, folder } of atlases()) {
    describe(`choices, ${name}`, () => {
        const site = served(folder);
        const map = site.visit();

        // What the map shows once the view that `work` leads to is loaded and drawn.
        async function shown(work) {
            const { view } = await map.after('dex-view', work);
            await map.loaded();
            return { view, picture: await map.picture() };
        }

        test('each indicator shows other colours', async () => {
            const seen = new Set();
            let last = await map.picture();
            const tabs = (await map.tree()).filter(({ role }) => role === 'tab');
            for (const tab of tabs.length > 0 ? tabs : [undefined]) {
                if (tab) {
                    await map.choose(tab.id);
                }
                const radios = (await map.tree()).filter(({ id }) => id.startsWith('measure.'));
                assert.ok(radios.length > 0, tab?.name);
                for (const radio of radios) {
                    if (radio.state.includes('checked')) {
                        seen.add(radio.id);
                        continue;
                    }
                    const { view, picture } = await shown(() => map.act(radio.id));
                    assert.match(view, /show=/);
                    assert.ok(differing(last, picture) > 2000, `${radio.name} looks like the one before`);
                    last = picture;
                    seen.add(radio.id);
                }
            }
            const columns = await map.page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /column\./.test(name)).length);
            assert.ok(seen.size >= 5, `${seen.size} indicators`);
            assert.ok(columns >= seen.size / 2, `${columns} columns were fetched`);
        });

        test('a place is framed, counted and kept in the link', async () => {
            await map.run((element) => void (element.view = ''));
            await map.loaded();
            const before = await map.node('head');
            const { options } = await map.node('where');
            const southwark = options.find(({ label }) => label === 'Southwark');
            const { view } = await shown(() => map.act('where', southwark.value));
            assert.match(view, /place=/);
            const after = await map.tree();
            const said = after.filter(({ parent }) => parent === 'head').map(({ name }) => name).join(' ');
            assert.match(said, /Southwark/);
            assert.ok(before);
            await map.shot(`place-${name.split(' ')[0]}`);
        });

        test('method and number of classes change the picture', async () => {
            for (const [id, key] of [['method', /classes=/], ['classes', /classes=/]]) {
                const before = await map.picture();
                const node = await map.node(id);
                const other = (node.options ?? []).find(({ value, label }) => label !== node.value && value !== '')?.value;
                const choice = other ?? (await map.tree()).find(({ parent, state }) => parent === id && !state.includes('checked'));
                const { view, picture } = await shown(() => (other ? map.act(id, other) : map.act(choice.id)));
                assert.match(view, key);
                assert.ok(differing(before, picture) > 500, id);
            }
        });

        test('Back and Forward go through the views, a pan is none of them', async () => {
            const page = await site.opened();
            const entries = () => page.page.evaluate(() => history.length);
            const first = await entries();
            const radio = (await page.tree()).find(({ id, state }) => id.startsWith('measure.') && !state.includes('checked'));
            const one = await page.after('dex-view', () => page.act(radio.id));
            assert.equal(await entries(), first + 1);
            await page.page.locator('dex-map >> .stage').focus();
            await page.after('dex-view', () => page.page.keyboard.press('+'));
            assert.equal(await entries(), first + 1);
            await page.page.goBack();
            await page.page.waitForFunction(() => !/show=/.test(document.querySelector('dex-map').core.view));
            await page.page.goForward();
            await page.page.waitForFunction((view) => document.querySelector('dex-map').core.view.includes(view), /show=[^&]*/.exec(one.view)[0]);
            await page.close();
        });

        test('a link to a borough draws boroughs', async () => {
            const page = await site.opened({ path: '/#v=1&by=small-area&area=borough:E09000028' });
            assert.match((await page.node('card.value')).name, /^[\d.]+ out of 10$/);
            assert.match((await page.node('card.rank')).name, /of 33 boroughs in London$/);
            await page.close();
        });

        test('a link brings the same picture back', async () => {
            await map.run((element) => void (element.view = ''));
            await map.loaded();
            const { x, y } = await map.free();
            await map.after('dex-select', () => map.page.mouse.click(x, y));
            await map.page.locator('dex-map >> .stage').focus();
            await map.after('dex-view', () => map.page.keyboard.press('+'));
            await map.page.mouse.move(0, 0);
            await map.loaded();
            await map.page.waitForFunction(() => location.hash === `#${document.querySelector('dex-map').link}`);
            const link = await map.page.evaluate(() => location.hash);
            assert.match(link, /&spec=[0-9a-f]{12}/);
            const page = await site.opened({ path: `/${link}` });
            assert.equal(await page.page.evaluate(() => document.querySelector('dex-map').link), link.slice(1));
            const there = await page.tree();
            const here = await map.tree();
            assert.deepEqual(there.find(({ id }) => id === 'card')?.name, here.find(({ id }) => id === 'card')?.name);
            await page.close();
        });

        test('a broken link is answered politely, and the map is there', async () => {
            const page = await site.newPage();
            await page.open(site.origin, '/#v=1&classes=17&at=north,west&theme=dark&nonsense=%F0%9F');
            const { sentence } = await page.event('dex-error');
            assert.match(sentence, /link/);
            await page.event('dex-detail');
            assert.match(await page.page.evaluate(() => document.querySelector('dex-map').core.view), /theme=dark/);
            await page.close();
        });

        test('light, dark and grey differ, and the reader’s own preference counts', async () => {
            const pictures = [];
            for (const theme of ['light', 'dark', 'grey']) {
                await map.run((element, theme) => void (element.theme = theme), theme);
                await map.loaded();
                pictures.push(await map.picture());
            }
            assert.ok(differing(pictures[0], pictures[1]) > 100_000);
            assert.ok(differing(pictures[0], pictures[2]) > 20_000);
            await map.page.evaluate(() => document.querySelector('dex-map').removeAttribute('theme'));
            await map.run((element) => void (element.view = ''));
            await map.page.emulateMedia({ colorScheme: 'dark' });
            await map.loaded();
            assert.ok(differing(pictures[0], await map.picture()) > 100_000);
            await map.page.emulateMedia({ colorScheme: 'light' });
        });

        test('nothing was said on the console', () => assert.deepEqual(map.complaints, []));
    });
}
