// Keys beside a mouse or a finger, and keys of other keyboards.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Keyboard } from './keyboard.mjs';
import { boroughs } from './site.mjs';
import { served } from './visit.mjs';

describe('keys', () => {
    const site = served(boroughs());
    const opened = async (options) => {
        const map = await site.opened({ viewport: { width: 1280, height: 820 }, reducedMotion: 'reduce', ...options });
        await map.settled();
        return { map, keys: new Keyboard(map) };
    };

    test('a list opened by mouse is typed in, and the map behind it hears nothing', async () => {
        const { map } = await opened();
        await map.press('where');
        const press = async (key) => {
            await map.page.keyboard.press(key);
            await map.loaded();
        };
        for (const key of ['t', 'r', '+', 'ArrowLeft', 'Home']) await press(key);
        assert.equal(await map.page.locator('dex-map >> .text').count(), 0);
        assert.ok(await map.node('list'));
        for (const key of ['s', 'o']) await press(key);
        const { view } = await map.after('dex-view', () => map.page.keyboard.press('Enter'));
        assert.match(view, /place=borough:E09000028/);
        assert.equal(await map.node('list'), undefined);
        await map.close();
    });

    test('a key that needs AltGr is the map’s, and one with Ctrl is the browser’s', async () => {
        const { map, keys } = await opened();
        await map.run((element) => void (element.view = 'v=1&area=borough:E09000028'));
        await map.loaded();
        await keys.to('stage');
        const send = (init) =>
            map.page.evaluate((init) => {
                const stage = document.querySelector('dex-map').shadowRoot.querySelector('.stage');
                return stage.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
            }, init);
        const area = async () => /area=([^&]*)/.exec(await map.view())[1];
        assert.equal(await send({ key: ']', ctrlKey: true }), true);
        assert.equal(await send({ key: '+', altKey: true }), true);
        await map.loaded();
        assert.equal(await area(), 'borough:E09000028');
        for (const how of [{ ctrlKey: true, altKey: true, modifierAltGraph: true }, { altKey: true }]) {
            const before = await area();
            await map.after('dex-select', () => send({ key: ']', ...how }));
            assert.notEqual(await area(), before, JSON.stringify(how));
        }
        await map.close();
    });

    test('arrows scroll the help and a card for those who see them', async () => {
        const { map, keys } = await opened({ viewport: { width: 1280, height: 480 } });
        const top = async (id) => (await map.node(id)).rect[1];
        await keys.to('help');
        await keys.press('Enter');
        await map.loaded();
        for (const [key, moves] of [['ArrowDown', -1], ['PageDown', -1], ['ArrowUp', 1], ['End', -1], ['Home', 1]]) {
            const before = await top('help.a');
            await keys.press(key);
            await map.loaded();
            assert.equal(Math.sign((await top('help.a')) - before), moves, key);
        }
        await keys.press('Escape');
        await map.run((element) => void (element.view = 'v=1&area=borough:E09000028'));
        await map.loaded();
        await keys.to('card.close');
        const before = await top('card.value');
        await keys.press('ArrowDown');
        await map.loaded();
        assert.ok((await top('card.value')) < before);
        await map.close();
    });

    test('after a tap the map has no frame round it, also where something was typed before', async () => {
        const { map, keys } = await opened({ viewport: { width: 390, height: 844 }, hasTouch: true });
        await keys.press('Tab');
        const at = await map.free();
        await map.after('dex-select', () => map.page.touchscreen.tap(at.x, at.y));
        const outline = () => map.page.evaluate(() => getComputedStyle(document.querySelector('dex-map').shadowRoot.querySelector('.stage')).outlineStyle);
        assert.equal(await outline(), 'none');
        await keys.press('ArrowLeft');
        assert.equal(await outline(), 'solid');
        await map.close();
    });
});
