// About these figures, and saying that something is wrong.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { boroughs } from './site.mjs';
import { served } from './visit.mjs';

const site = served(boroughs());
const dialog = (map) => map.page.locator('dex-map >> dialog');
const kShapes = [
    { width: 1280, height: 820 },
    { width: 390, height: 844 },
];

describe('About these figures', () => {
    for (const shape of kShapes)
        test(`opens from the map at ${shape.width} × ${shape.height}, is read by axe, and gives the focus back`, async () => {
            const map = await site.opened(shape);
            await map.act('about');
            await dialog(map).getByRole('heading', { name: 'About these figures' }).waitFor();
            const text = await dialog(map).innerText();
            for (const part of ['A score', 'A need', 'stands out', 'steady', 'LOTI']) assert.ok(text.includes(part), part);
            assert.equal(await dialog(map).getByRole('link', { name: 'How the figures are worked out' }).getAttribute('href'), `${site.origin}/method.html`);
            const publisher = dialog(map).getByRole('link', { name: /^Ministry of Housing/ });
            assert.match(await publisher.first().getAttribute('href'), /^https:\/\/www\.gov\.uk\//);
            assert.deepEqual(await violations(map.page), []);
            await map.shot(`about-${shape.width}`);
            await map.page.keyboard.press('Escape');
            await dialog(map).waitFor({ state: 'detached' });
            assert.deepEqual(map.complaints, []);
            await map.close();
        });

    test('opens from the help in its place, and stands in the Text view', async () => {
        const map = await site.opened();
        await map.act('help');
        await map.act('dialog.about');
        await dialog(map).waitFor();
        assert.equal((await map.tree()).some(({ id }) => id === 'dialog'), false);
        await map.page.keyboard.press('Escape');
        await map.run((element) => void element.showText());
        const text = map.page.locator('.text');
        await text.getByText('About these figures', { exact: true }).click();
        await text.getByText(/^A score runs/).waitFor();
        assert.ok((await text.getByRole('link', { name: /^Office for National Statistics/ }).count()) > 0);
        assert.deepEqual(await violations(map.page), []);
        await map.close();
    });

    test('leads to the host’s page about the method where there is one', async () => {
        const map = await site.opened();
        await map.run((element) => void element.setAttribute('method-url', 'https://council.example/method'));
        await map.act('about');
        assert.equal(await dialog(map).getByRole('link', { name: 'How the figures are worked out' }).getAttribute('href'), 'https://council.example/method');
        await map.close();
    });
});

describe('Something wrong here?', () => {
    for (const [address, link] of [
        ['https://council.example/report', /^https:\/\/council\.example\/report\?area=Southwark/],
        ['https://council.example/report?about={area}&at={view}', /^https:\/\/council\.example\/report\?about=Southwark.*&at=http/],
        ['mailto:map@council.example', /^mailto:map@council\.example\?subject=Something%20wrong.*&body=Area/],
    ])
        test(`fills in ${address}, and shows it before anything is sent`, async () => {
            const map = await site.opened({ path: '/#v=1&area=borough:E09000028' });
            await map.run((element, url) => void (element.reportUrl = url), address);
            await map.still();
            await map.act('card.report');
            await dialog(map).getByRole('heading', { name: 'Something wrong here?' }).waitFor();
            const filled = await dialog(map).getByLabel('Your report').inputValue();
            assert.match(filled, /^Area: Southwark \(borough:E09000028\)\nFigure: .* out of 10.*\nLink to this view: http.*area=borough:E09000028/);
            assert.match(await dialog(map).getByRole('link').getAttribute('href'), link);
            assert.deepEqual(await violations(map.page), []);
            await map.shot(`report-${new URL(address).protocol.slice(0, -1)}`);
            assert.deepEqual(map.complaints, []);
            await map.close();
        });
});
