// The search, from the keyboard to the card: names on every atlas, postcodes on London.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const field = (map) => map.page.getByRole('combobox', { name: 'Find a place' });
const options = (map) => map.page.locator('dex-map >> .find').getByRole('option');
const texts = (map) => options(map).allTextContents();
const said = (map) => map.page.locator('dex-map .found > p').textContent();

// Until all that could be found is here.
const complete = (map) =>
    map.page.waitForFunction(() => {
        const { core, shadowRoot } = document.querySelector('dex-map');
        return !core.find(shadowRoot.querySelector('#find').value).busy;
    });

async function type(map, text) {
    await field(map).fill('');
    await field(map).pressSequentially(text);
}

const pointed = (map) => map.page.locator('dex-map >> .find [role=option][aria-selected=true] b').textContent();

// Until the sentence stands; more files may still be loading.
const answered = (map, sentence) =>
    map.page.waitForFunction((wanted) => new RegExp(wanted).test(document.querySelector('dex-map').shadowRoot.querySelector('.found > p').textContent), sentence.source);

for (const { name, folder } of atlases()) {
    const isLondon = name !== 'boroughs';
    describe(`search, ${name}`, () => {
        const site = served(folder);
        const map = site.visit();

        test('stands in the room that the map leaves', async () => {
            const slot = await map.node('find-slot');
            const { x, y, width, height } = await field(map).boundingBox();
            assert.deepEqual([x, y, width, height].map(Math.round), slot.rect);
            assert.ok(height >= 44);
            const { rect } = await map.node('headline');
            assert.ok(rect[0] + rect[2] <= x, 'the headline keeps clear of it');
        });

        test('asks for nothing before it is used', () => {
            assert.deepEqual(map.requests.filter((url) => /\/(gazetteer|postcodes)\./.test(url)), []);
        });

        test('what is pointed at stays so when more is found, and a closed list stays closed', { skip: !isLondon && 'the boroughs have one file of names' }, async () => {
            const letNames = await map.holdBack(/\/(names|grouping)\./);
            const letGazetteer = await map.holdBack(/\/gazetteer\./);
            await field(map).focus();
            await type(map, 'ha');
            await options(map).first().waitFor();
            const few = await texts(map);
            await field(map).press('ArrowDown');
            await field(map).press('ArrowDown');
            const name = await pointed(map);
            letNames();
            await map.page.waitForFunction((few) => {
                const list = document.querySelector('dex-map').shadowRoot.querySelectorAll('#found li');
                return [...list].map(({ textContent }) => textContent).join() !== few;
            }, few.join());
            assert.equal(await pointed(map), name);
            const at = await field(map).getAttribute('aria-activedescendant');
            assert.equal(await map.page.locator(`dex-map >> #${at} b`).textContent(), name);
            await field(map).press('Escape');
            letGazetteer();
            await complete(map);
            assert.equal(await options(map).count(), 0);
            assert.equal(await field(map).getAttribute('aria-expanded'), 'false');
        });

        test('finds by keyboard: type, arrow, Enter, the card is right', async () => {
            await field(map).focus();
            await type(map, isLondon ? 'peckham' : 'ha');
            await complete(map);
            await answered(map, /match|called/);
            const found = await texts(map);
            assert.ok(found.length > 1 && found.length <= 8, found.join(' | '));
            assert.equal(await field(map).getAttribute('aria-expanded'), 'true');
            await field(map).press('ArrowDown');
            const chosen = await pointed(map);
            const first = await field(map).getAttribute('aria-activedescendant');
            assert.equal(await map.page.locator(`dex-map #${first} b`).textContent(), chosen);
            await field(map).press('ArrowDown');
            assert.notEqual(await pointed(map), chosen);
            await field(map).press('ArrowUp');
            assert.equal(await pointed(map), chosen);
            const { name: selected } = await map.after('dex-select', () => field(map).press('Enter'));
            assert.equal(selected, chosen);
            assert.equal(await field(map).getAttribute('aria-expanded'), 'false');
            await map.still();
            assert.equal((await map.node('card.name')).name, chosen);
            assert.match(await map.page.locator('dex-map [aria-live]').textContent(), new RegExp(chosen));
        });

        test('forgives a typing error, and says so when nothing fits', async () => {
            await type(map, 'sotuhwark');
            await answered(map, /match/);
            assert.match((await texts(map))[0], /^Southwark/);
            await type(map, 'atlantis <b>');
            await answered(map, /^No matches for “atlantis <b>” in London\.$/);
            assert.equal(await options(map).count(), 0);
        });

        test('Escape closes the list, then empties the field', async () => {
            await type(map, 'ham');
            await options(map).first().waitFor();
            await field(map).press('Escape');
            assert.equal(await options(map).count(), 0);
            assert.equal(await field(map).inputValue(), 'ham');
            await field(map).press('Escape');
            assert.equal(await field(map).inputValue(), '');
        });

        test('a click chooses', async () => {
            await type(map, 'camden');
            await options(map).first().waitFor();
            await map.after('dex-view', () => options(map).first().click());
            assert.match(await map.view(), /(place|area)=[a-z-]+:E09000007/);
        });

        test('a postcode is answered by its area’s card, and goes nowhere', { skip: !isLondon && 'the boroughs have no postcodes' }, async () => {
            const from = map.requests.length;
            await field(map).fill('sw1a2aa');
            await field(map).press('Enter');
            await map.event('dex-select', { where: 'small-area' });
            await map.still();
            assert.match((await map.node('card.postcode')).name, /^SW1A 2AA is in this small area\.$/);
            assert.equal((await map.node('card.name')).name.length > 0, true);
            assert.match((await map.node('card.detail')).name, /Westminster/);
            assert.equal(await field(map).inputValue(), 'SW1A 2AA');
            const asked = map.requests.slice(from);
            assert.equal(asked.filter((url) => /\/postcodes\./.test(url)).length, 1);
            assert.deepEqual(map.requests.filter((url) => /sw1a|2aa/i.test(url)), []);
            assert.doesNotMatch(map.page.url(), /sw1a|2aa/i);
            await map.shot('search-postcode');

            await type(map, 'se15');
            await answered(map, /find a postcode in SE15/);
            assert.match((await texts(map))[0], /small areas in .*Southwark/);
            await type(map, 'EH1 1YZ');
            await answered(map, /^EH1 1YZ is not in London\.$/);
            await type(map, 'bassishaw');
            await answered(map, /every small area fits another ward better/);
        });

        test('on a narrow screen it has a row, in the middle a button that opens it, in a small embed none', async () => {
            await map.page.setViewportSize({ width: 390, height: 800 });
            await map.still();
            const row = await field(map).boundingBox();
            const share = (await map.node('share')).rect;
            assert.ok(row.width > 240 && row.height >= 44);
            assert.ok(row.x + row.width < share[0], 'beside the button that shares');
            await type(map, 'ham');
            await options(map).first().waitFor();
            await map.shot(`search-narrow-${isLondon ? 'london' : 'boroughs'}`);
            await field(map).press('Escape');
            await map.page.setViewportSize({ width: 760, height: 700 });
            await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.activeElement?.blur());
            await map.still();
            const folded = (await field(map).boundingBox()).width;
            assert.ok(folded >= 44 && folded <= 48, `${folded} px`); // A finger's width, and its frame.
            await field(map).focus();
            assert.ok((await field(map).boundingBox()).width > 250);
            await map.shot(`search-middle-${isLondon ? 'london' : 'boroughs'}`);
            await map.page.setViewportSize({ width: 380, height: 300 });
            await map.still();
            assert.equal(await field(map).count(), 0);
            await map.page.setViewportSize({ width: 1280, height: 800 });
            await map.still();
        });

        test('nothing is stored and nothing goes wrong', async () => {
            assert.equal(await map.page.evaluate(() => window.localStorage.length + window.sessionStorage.length), 0);
            assert.deepEqual(await map.page.context().cookies(), []);
            assert.ok(map.requests.every((url) => url.startsWith(site.origin)));
            assert.deepEqual(map.complaints, []);
        });
    });
}

describe('search, where the host allows more', () => {
    const [{ folder }] = atlases();
    const site = served(folder);
    const map = site.visit({ geolocation: { latitude: 51.4731, longitude: -0.0685 }, permissions: ['geolocation'] });
    before(async () => {
        // As a host writes them: the map begins again with its attributes.
        await map.page.evaluate(() => {
            const element = document.querySelector('dex-map');
            element.setAttribute('help-url', 'https://council.example/help');
            element.setAttribute('locate', '');
            const beside = element.nextSibling;
            const parent = element.parentNode;
            element.remove();
            parent.insertBefore(element, beside);
        });
        await map.page.waitForFunction(() => window.seen.filter(({ type }) => type === 'dex-detail').length > 1);
        await map.still();
    });

    test('finds where the reader is, when asked to', async () => {
        await field(map).focus();
        const button = map.page.getByRole('button', { name: 'Use my location' });
        await button.waitFor();
        const { name } = await map.after('dex-select', () => button.click());
        assert.equal(name, 'Southwark');
    });

    // The address that a press opens in a page of its own. It is not opened: behind another page nothing is drawn.
    async function opened(press) {
        await map.page.evaluate(() => (window.open = (...given) => (window.opened = given)));
        await press();
        const [address, target, features] = await (await map.page.waitForFunction(() => window.opened)).jsonValue();
        assert.deepEqual([target, features], ['_blank', 'noopener']);
        await map.page.evaluate(() => (window.opened = undefined));
        return address;
    }

    test('the card that a search led to ends with the host’s link', async () => {
        await type(map, 'hackney');
        await options(map).first().waitFor();
        await map.after('dex-select', () => field(map).press('Enter'));
        await map.still();
        assert.equal(await opened(() => map.act('card.help')), 'https://council.example/help');
    });

    test('so does its Text view, and the way to say what is wrong is below the sources', async () => {
        await map.page.evaluate(() => {
            const element = document.querySelector('dex-map');
            element.reportUrl = 'https://council.example/report';
            element.showText();
        });
        assert.equal(await opened(() => map.page.locator('.text').getByRole('link', { name: 'What helps' }).click()), 'https://council.example/help');
        await map.page.locator('.text').getByRole('link', { name: 'Something wrong here?' }).last().click();
        const dialog = map.page.locator('dex-map >> dialog');
        assert.match(await dialog.getByRole('link').getAttribute('href'), /^https:\/\/council\.example\/report\?area=Hackney/);
        await map.page.keyboard.press('Escape');
        await map.page.evaluate(() => document.querySelector('dex-map').showText(false));
    });

    test('a page for what is wrong has to be of the web or for mail', async () => {
        const offered = () => map.page.evaluate(() => document.querySelector('dex-map').core.tree.some(({ id }) => id === 'report'));
        await map.act('help');
        for (const [address, isOffered] of [['mailto:map@council.example', true], ['javascript:alert(1)', false], ['/wrong', true], ['', false]]) {
            await map.run((element, url) => void (element.reportUrl = url), address);
            await map.still();
            assert.equal(await offered(), isOffered, address);
        }
        // The search field is not in a dialog's way.
        assert.equal(await field(map).isVisible(), false);
        await map.act('dialog.close');
        await field(map).waitFor();
    });

    test('says when the reader is elsewhere', async () => {
        await map.page.context().setGeolocation({ latitude: 53.48, longitude: -2.24 });
        await field(map).fill('');
        await field(map).focus();
        await map.page.getByRole('button', { name: 'Use my location' }).click();
        await answered(map, /outside the area/);
        assert.match(await said(map), /outside/);
    });
});
