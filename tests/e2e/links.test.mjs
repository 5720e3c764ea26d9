// Links that do not fit: what the reader sees, what the host hears, and what is left of them in the address.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boroughs } from './site.mjs';
import { served } from './visit.mjs';

const site = served(boroughs());
const kNotOnMap = 18;

const place = async (map) => (await map.node('where')).value;
const messages = async (map) => (await map.tree()).filter(({ id, role }) => id.startsWith('message.') && role !== 'button').map(({ name }) => name);
const addressIs = (map, hash) => map.page.waitForFunction((wanted) => location.hash.replace(/&spec=[0-9a-f]{12}/, '') === wanted, hash);

describe('a link that names what the map does not have', () => {
    test('opens the nearest, says in a sentence what was not found, tells the host, and loses it from the address', async () => {
        const map = await site.opened({ path: '/#v=1&show=N2/older&place=borough:E99999999' });
        assert.equal(await place(map), 'London');
        const [sentence, ...others] = await messages(map);
        assert.match(sentence, /^This link asks for the measure “N2\/older” and the borough “E99999999”, which this map does not have\. Showing .* in London instead\.$/);
        assert.deepEqual(others, []);
        // An earlier one tells what was not found before all files of names were here.
        const told = await map.event('dex-error', { where: sentence });
        assert.deepEqual([told.status, told.sentence], [kNotOnMap, sentence]);
        await addressIs(map, '#v=1&show=N2/G.older');
        await map.shot('link-not-found');
        assert.deepEqual(map.complaints, []);
        await map.close();
    });

    test('in a frame of a council, on a phone too', async () => {
        const map = await site.opened({ path: '/embed.html#v=1&place=borough:E99999999&locked=1', width: 390, height: 400 });
        assert.match((await messages(map))[0], /the borough “E99999999”.*Showing London instead/);
        await map.shot('link-not-found-small');
        await map.close();
    });
});

describe('a link that other people’s pages have changed', () => {
    const map = site.visit();

    for (const link of ['v=1&place=borough:E09000028/', 'v=1&place=borough:E09000028.', 'v=1&place=borough:E09000028)', 'v=1&place=borough:E09000028,', 'v=1&place=borough:E09000028"', 'v=1&amp;place=borough:E09000028', 'v=1&amp;amp;place=borough:E09000028', 'V=1&Place=Borough:e09000028'])
        test(`${link} shows Southwark without a word`, async () => {
            await map.page.evaluate(() => void (location.hash = '#v=1'));
            await map.page.waitForFunction(() => document.querySelector('dex-map').core.view === 'v=1');
            await map.page.evaluate((hash) => void (location.hash = hash), link);
            await addressIs(map, '#v=1&place=borough:E09000028');
            await map.loaded();
            assert.equal(await place(map), 'Southwark');
            assert.deepEqual(await messages(map), []);
        });
});

describe('the page of a borough', () => {
    for (const hash of ['', '#?secret=abcdef', '#main', '#theme=dark', '#v=1&place=borough:e09000028.'])
        test(`shows it behind ${hash || 'no hash'}`, async () => {
            const map = await site.opened({ path: `/places/E09000028.html${hash}` });
            assert.equal(await place(map), 'Southwark');
            assert.deepEqual(await messages(map), []);
            await map.close();
        });

    test('shows it again after Back', async () => {
        const map = await site.opened({ path: '/places/E09000028.html' });
        await map.after('dex-view', () => map.act('measure.standout'));
        await map.page.waitForFunction(() => location.hash.includes('show=standout'));
        await map.page.goBack();
        await map.page.waitForFunction(() => !document.querySelector('dex-map').core.view.includes('standout'));
        await map.loaded();
        assert.equal(await place(map), 'Southwark');
        await map.close();
    });
});
