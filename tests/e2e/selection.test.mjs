// A selection as a person meets it: from a link, from the cards of areas, in the Text view, in an address and in what is taken away.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { atlases, command, miniTown } from './site.mjs';
import { served } from './visit.mjs';

const kNarrow = { width: 390, height: 844 };
const kTown = miniTown();

const textOf = async (map, id) => (await map.node(id))?.name;

describe('a selection', () => {
    const site = served(kTown);
    let map;
    afterEach(() => map.close());

    test('of a link is framed, has its card, and the figures of dex ask', async () => {
        map = await site.opened({ path: '/#v=1&circle=51.505,-0.035,900' });
        assert.equal(await textOf(map, 'card.name'), 'Your selection');
        const said = spawnSync(command, ['ask', join(kTown, 'atlas'), '--circle', '51.505,-0.035,900', '--text'], { encoding: 'utf8' }).stdout.split('\n');
        assert.equal(await textOf(map, 'card.detail'), said[0]);
        assert.equal(await textOf(map, 'card.source'), said[1]);
        assert.equal(await textOf(map, 'card.value'), said[2]);
        assert.match(await map.view(), /&circle=51\.50500,-0\.03500,900$/);
        assert.deepEqual(await violations(map.page), []);
        assert.deepEqual(map.complaints, []);
    });

    test('is put together by the cards of areas, and taken apart', async () => {
        map = await site.opened({ path: '/#v=1&area=ward:W1' });
        await map.choose('card.select');
        assert.match(await map.view(), /&areas=ward:W1$/);
        assert.ok((await map.node('card.select')).state.includes('pressed'));
        await map.show('v=1&area=ward:W2&areas=ward:W1');
        await map.choose('card.select');
        await map.choose('card.close');
        assert.equal(await textOf(map, 'card.name'), 'Your selection');
        assert.match(await map.view(), /&areas=ward:W1,ward:W2$/);
        await map.choose('card.scope');
        assert.match(await map.view(), /within=selection/);
        await map.choose('card.close');
        assert.doesNotMatch(await map.view(), /selection|areas/);
        assert.equal(await map.node('card.name'), undefined);
        assert.deepEqual(map.complaints, []);
    });

    test('goes back one step with the browser’s button', async () => {
        map = await site.opened({ path: '/#v=1&area=ward:W1' });
        await map.choose('card.select');
        await map.choose('card.close');
        await map.page.goBack();
        await map.page.waitForFunction(() => document.querySelector('dex-map').core.tree.some(({ id, name }) => id === 'card.name' && name !== 'Your selection'));
    });

    test('is in the Text view, where areas join it and leave it', async () => {
        map = await site.opened({ path: '/#v=1&area=ward:W1', viewport: kNarrow });
        await map.run((element) => element.showText(true));
        const view = map.page.locator('dex-map >> .text');
        const select = view.getByRole('button', { name: 'Select', exact: true });
        await select.click();
        const selected = view.getByRole('button', { name: 'Selected', exact: true });
        await selected.waitFor();
        assert.equal(await selected.getAttribute('aria-pressed'), 'true');
        assert.match(await map.view(), /areas=ward:W1/);
        assert.deepEqual(await violations(map.page), []);
        await view.getByRole('button', { name: 'Close', exact: true }).last().click();
        await view.getByRole('heading', { name: 'Your selection' }).waitFor();
        await view.getByRole('button', { name: 'Compare within', exact: true }).click();
        await map.page.waitForFunction(() => document.querySelector('dex-map').view.includes('within=selection'));
    });
});

for (const { name, folder } of atlases()) {
    describe(`a selection, ${name}`, () => {
        const site = served(folder);
        let map;
        beforeEach(async () => {
            map = await site.newPage({});
        });
        afterEach(() => map.close());

        test('a link within it has the spec id of the map that it was made on', async () => {
            const codes = ['E09000028', 'E09000022', 'E09000033'];
            const link = `v=1&by=borough&within=selection&areas=${codes.join(',')}`;
            await map.open(site.origin, `/#${link}`);
            await map.event('dex-detail');
            await map.loaded();
            const selected = await map.run(({ core }) => core.link());
            await map.show(`v=1&by=borough&within=${codes.map((code) => `borough:${code}`).join(',')}`);
            const named = await map.run(({ core }) => core.link());
            const spec = (text) => /spec=(\w+)/.exec(text)[1];
            assert.equal(spec(selected), spec(named));
            assert.deepEqual(map.complaints, []);
        });
    });
}
