// Every gesture of EXPERIENCE, section 3, on our own page: mouse, wheel, keys, fingers.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { cameraIn, launch, newPage } from './chromium.mjs';
import { differing } from './png.mjs';
import { atlases, open } from './site.mjs';

for (const { name, folder } of atlases()) {
    describe(`hands, ${name}`, () => {
        let server, browser, map, at;
        before(async () => {
            server = await open(folder);
            browser = await launch();
            map = await newPage(browser, { hasTouch: true });
            await map.open(server.origin);
            await map.event('dex-detail');
        });
        after(async () => {
            await browser?.close();
            await server?.close();
        });
        // Each begins somewhat nearer than all of it, so that there is somewhere to go.
        beforeEach(async () => {
            await map.page.mouse.move(0, 0);
            await map.page.evaluate(() => (document.querySelector('dex-map').view = 'v=1&at=51.5,-0.1,11'));
            await map.still();
            at = await map.free();
        });

        const camera = async () => cameraIn(await map.view()) ?? [51.5, -0.1, 11];
        const moved = (work) => map.after('dex-view', work).then(({ view }) => cameraIn(view));

        test('a drag moves the map along with the pointer', async () => {
            const under = await map.areaAt(at.x, at.y);
            const { mouse } = map.page;
            const now = await moved(async () => {
                await mouse.move(at.x, at.y);
                await mouse.down();
                await mouse.move(at.x + 40, at.y + 10, { steps: 4 });
                await mouse.move(at.x + 80, at.y + 20, { steps: 4 });
                // It rests before it lets go, or it would flick.
                await map.page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
                await mouse.move(at.x + 80, at.y + 20);
                await mouse.up();
            });
            assert.ok(now[1] < -0.1, 'the east came nearer');
            assert.equal(now[2], 11);
            assert.equal(await map.areaAt(at.x + 80, at.y + 20), under);
        });

        test('a flick goes on by itself, and stops', async () => {
            const cdp = await map.page.context().newCDPSession(map.page);
            const degreesPerPx = 360 / (256 * 2 ** 11);
            // Sent without waiting for answers, because a flick is fast. The core tells the time by frames, so where a frame
            // takes longer than a finger may rest, there is none: then once more.
            let wayPx = 0;
            for (let tries = 0; tries < 6 && wayPx <= 118; tries += 1) {
                await map.page.evaluate(() => (document.querySelector('dex-map').view = 'v=1&at=51.5,-0.1,11'));
                await map.still();
                const send = (type, x, buttons) => cdp.send('Input.dispatchMouseEvent', { type, x, y: at.y, button: 'left', buttons, clickCount: 1 });
                const moves = Array.from({ length: 6 }, (_, i) => send('mouseMoved', at.x + (i + 1) * 18, 1));
                await Promise.all([send('mousePressed', at.x, 1), ...moves, send('mouseReleased', at.x + 108, 0)]);
                await map.still();
                wayPx = (-0.1 - (await camera())[1]) / degreesPerPx;
            }
            assert.ok(wayPx > 118, `${wayPx} px`);
        });

        test('the wheel zooms at the pointer', async () => {
            const under = await map.areaAt(at.x, at.y);
            await map.page.mouse.move(at.x, at.y);
            const now = await moved(() => map.page.mouse.wheel(0, -240));
            assert.ok(now[2] > 11);
            assert.equal(await map.areaAt(at.x, at.y), under);
            const back = await moved(() => map.page.mouse.wheel(0, 400));
            assert.ok(back[2] < now[2]);
        });

        test('a double click zooms in', async () => {
            const now = await moved(() => map.page.mouse.dblclick(at.x, at.y));
            assert.ok((await camera())[2] > 11 || now[2] > 11);
        });

        test('a click opens the card of what lies there, Escape closes it', async () => {
            const under = await map.areaAt(at.x, at.y);
            const chosen = await map.after('dex-select', () => map.page.mouse.click(at.x, at.y));
            assert.equal(chosen.name, under);
            await map.still();
            assert.ok(await map.node('card'));
            const said = await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.querySelector('[aria-live]').textContent);
            assert.ok(said.length > 10, said);
            const none = await map.after('dex-select', () => map.page.keyboard.press('Escape'));
            assert.equal(none, null);
        });

        test('a pointer that hovers says what is there, and leaves nothing behind', async () => {
            const without = await map.picture();
            await map.page.mouse.move(at.x, at.y);
            await map.still();
            assert.ok(differing(without, await map.picture()) > 100);
            assert.ok((await map.tree()).some(({ id }) => id === 'pointer'));
            await map.page.mouse.move(1279, 0);
            await map.page.dispatchEvent('dex-map >> .stage', 'pointerleave', { pointerType: 'mouse' });
            await map.still();
            assert.ok(differing(without, await map.picture()) < 50);
        });

        test('hovering draws the map picture no second time', async () => {
            const before = await map.counter(1);
            await map.page.mouse.move(at.x, at.y, { steps: 5 });
            await map.still();
            assert.equal(await map.counter(1), before);
        });

        test('arrows pan, plus and minus zoom, Home shows all', async () => {
            await map.page.locator('dex-map >> .stage').focus();
            const { keyboard } = map.page;
            const east = await moved(() => keyboard.press('ArrowRight'));
            assert.ok(east[1] > -0.1);
            const north = await moved(() => keyboard.press('ArrowUp'));
            assert.ok(north[0] > 51.5);
            const west = await moved(() => keyboard.press('ArrowLeft'));
            assert.ok(west[1] < east[1]);
            const south = await moved(() => keyboard.press('ArrowDown'));
            assert.ok(south[0] < north[0]);
            const nearer = await moved(() => keyboard.press('+'));
            assert.ok(nearer[2] > 11);
            const farther = await moved(() => keyboard.press('-'));
            assert.ok(farther[2] < nearer[2]);
            assert.equal(await moved(() => keyboard.press('Home')), undefined);
        });

        test('Enter selects in the middle, brackets go to neighbours, Page Up to the larger level', async () => {
            await map.page.locator('dex-map >> .stage').focus();
            const { keyboard } = map.page;
            const first = await map.after('dex-select', () => keyboard.press('Enter'));
            assert.ok(first.name);
            const second = await map.after('dex-select', () => keyboard.press(']'));
            assert.notEqual(second.code, first.code);
            const levels = (await map.node('by'))?.options ?? [];
            if (levels.length > 1) {
                const { view } = await map.after('dex-view', () => keyboard.press('PageUp'));
                assert.match(view, /by=/);
            }
        });

        test('the question mark lists all of this', async () => {
            await map.page.locator('dex-map >> .stage').focus();
            await map.page.keyboard.press('?');
            await map.still();
            assert.ok((await map.tree()).some(({ role }) => role === 'dialog'));
            await map.page.keyboard.press('Escape');
            await map.still();
            assert.ok(!(await map.tree()).some(({ role }) => role === 'dialog'));
        });

        test('one stop for Tab, and Tab leaves', async () => {
            await map.page.evaluate(() => {
                for (const id of ['before', 'after']) {
                    const button = document.createElement('button');
                    button.id = id;
                    document.body[id === 'before' ? 'prepend' : 'append'](button);
                }
                document.getElementById('before').focus();
            });
            const focused = () => map.page.evaluate(() => document.activeElement.id || document.activeElement.localName);
            await map.page.keyboard.press('Tab');
            assert.equal(await focused(), 'dex-map');
            await map.page.keyboard.press('Tab');
            assert.equal(await focused(), 'after');
            await map.page.evaluate(() => ['before', 'after'].forEach((id) => document.getElementById(id).remove()));
        });

        test('one finger drags, two fingers pinch, a double tap zooms', async () => {
            const { x, y } = at;
            const dragged = await moved(() => map.touch([[x, y]], [[x + 20, y]], [[x + 60, y]], [[x + 90, y]], []));
            assert.ok(dragged[1] < -0.1);
            const pinched = await moved(() =>
                map.touch([[x - 30, y]], [[x - 30, y], [x + 30, y]], [[x - 50, y], [x + 50, y]], [[x - 80, y], [x + 80, y]], [[x - 80, y]], []),
            );
            assert.ok(pinched[2] > 11.5, `zoom ${pinched[2]}`);
            const before = await camera();
            const tapped = await moved(() => map.touch([[x, y]], [], [[x, y]], []));
            const now = cameraIn(await map.view()) ?? tapped;
            assert.ok(now[2] >= before[2]);
        });

        test('a tap opens the card', async () => {
            const under = await map.areaAt(at.x, at.y);
            const chosen = await map.after('dex-select', () => map.page.touchscreen.tap(at.x, at.y));
            assert.equal(chosen.name, under);
        });

        test('nobody gets lost: far away is not far from London', async () => {
            await map.page.evaluate(() => (document.querySelector('dex-map').view = 'v=1&at=10,100,11'));
            await map.still();
            await map.page.locator('dex-map >> .stage').focus();
            const now = await moved(() => map.page.keyboard.press('ArrowLeft'));
            assert.ok(Math.abs(now[0] - 51.5) < 1 && Math.abs(now[1] + 0.1) < 1.5, String(now));
        });

        test('nothing was said on the console', () => assert.deepEqual(map.complaints, []));
    });
}
