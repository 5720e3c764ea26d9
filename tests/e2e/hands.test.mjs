// Every gesture on our own page: mouse, wheel, pen, fingers, keys, buttons.

import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { cameraIn } from './chromium.mjs';
import { differing } from './png.mjs';
import { atlases } from './site.mjs';
import { served } from './visit.mjs';

const kZoom = 11;
const kDegreesPerPx = 360 / (256 * 2 ** kZoom);

for (const { name, folder } of atlases()) {
    describe(`hands, ${name}`, () => {
        const site = served(folder);
        const map = site.visit({ hasTouch: true });
        let hand, at;
        before(async () => {
            ({ hand } = map);
        });
        // Each begins somewhat nearer than all of it, so that there is somewhere to go.
        beforeEach(async () => {
            await map.page.mouse.move(0, 0);
            await map.show(`v=1&at=51.5,-0.1,${kZoom}`);
            at = await map.free();
        });

        const focus = () => map.page.locator('dex-map >> .stage').focus();
        const press = (key) => () => map.page.keyboard.press(key);
        // Where the camera stands once what was begun has come to rest; nothing where the place is framed.
        async function moved(work) {
            await map.after('dex-view', work);
            await map.loaded();
            return cameraIn(await map.view());
        }
        const eastPx = (camera) => (camera[1] + 0.1) / kDegreesPerPx;
        // Places that lead from where the map is free to the right.
        const along = (...steps) => steps.map((dx) => [at.x + dx, at.y]);

        for (const kind of ['mouse', 'pen']) {
            test(`a ${kind} that drags moves the map along`, async () => {
                const under = await map.areaAt(at.x, at.y);
                const now = await moved(() => hand.drag(along(0, 30, 60, 80), { kind }));
                assert.ok(Math.abs(eastPx(now) + 80) < 1, `${eastPx(now)} px`);
                assert.equal(now[2], kZoom);
                assert.equal(await map.areaAt(at.x + 80, at.y), under);
            });

            test(`a ${kind} that flicks lets it glide on, and it stops`, async () => {
                const now = await moved(() => hand.flick(along(0, 18, 36, 54, 72, 90, 108), { kind }));
                assert.ok(eastPx(now) < -200 && eastPx(now) > -400, `${eastPx(now)} px`);
            });

            test(`a ${kind} that hovers says what is there, and leaves nothing behind`, async () => {
                const without = await map.picture();
                await hand.hover(at.x, at.y, kind);
                await map.loaded();
                assert.ok(differing(without, await map.picture()) > 100);
                assert.ok(await map.node('pointer'));
                await map.page.dispatchEvent('dex-map >> .stage', 'pointerleave', { pointerType: kind });
                await map.loaded();
                assert.ok(differing(without, await map.picture()) < 50);
            });

            test(`a ${kind} that clicks twice zooms in where it is`, async () => {
                const under = await map.areaAt(at.x, at.y);
                const now = await moved(() => hand.doubleClick(at.x, at.y, kind));
                assert.equal(now[2], kZoom + 1);
                assert.equal(await map.areaAt(at.x, at.y), under);
            });
        }

        test('one finger drags', async () => {
            const under = await map.areaAt(at.x, at.y);
            const now = await moved(() => hand.touch([...along(0, 30, 60, 80).map((place) => [place]), []], { restMs: 200 }));
            assert.ok(Math.abs(eastPx(now) + 80) < 1, `${eastPx(now)} px`);
            assert.equal(await map.areaAt(at.x + 80, at.y), under);
        });

        test('one finger flicks', async () => {
            const now = await moved(() => hand.touch([...along(0, 18, 36, 54, 72, 90, 108).map((place) => [place]), []], { restMs: 8 }));
            assert.ok(eastPx(now) < -200 && eastPx(now) > -400, `${eastPx(now)} px`);
        });

        test('two fingers pinch about their middle', async () => {
            const under = await map.areaAt(at.x, at.y);
            const spread = (px) => [[at.x - px, at.y], [at.x + px, at.y]];
            const now = await moved(() => hand.touch([[spread(30)[0]], spread(30), spread(50), spread(80), spread(120), [spread(120)[0]], []], { restMs: 200 }));
            assert.ok(Math.abs(now[2] - kZoom - 2) < 0.02, `zoom ${now[2]}`);
            assert.equal(await map.areaAt(at.x, at.y), under);
        });

        test('two taps zoom in, one opens the card', async () => {
            const now = await moved(() => hand.doubleTap(at.x, at.y));
            assert.equal(now[2], kZoom + 1);
            const under = await map.areaAt(at.x, at.y);
            const chosen = await map.after('dex-select', () => hand.tap(at.x, at.y), { where: 'code' });
            assert.equal(chosen.name, under);
        });

        test('the wheel zooms at the pointer', async () => {
            const under = await map.areaAt(at.x, at.y);
            await map.page.mouse.move(at.x, at.y);
            const now = await moved(() => map.page.mouse.wheel(0, -240));
            assert.equal(now[2], kZoom + 1);
            assert.equal(await map.areaAt(at.x, at.y), under);
            const back = await moved(() => map.page.mouse.wheel(0, 240));
            assert.equal(back[2], kZoom);
        });

        test('a click opens the card of what lies there and says it once, Escape closes it', async () => {
            const under = await map.areaAt(at.x, at.y);
            const chosen = await map.after('dex-select', () => hand.click(at.x, at.y));
            assert.equal(chosen.name, under);
            await map.loaded();
            assert.ok(await map.node('card'));
            const said = await map.page.evaluate(() => document.querySelector('dex-map').shadowRoot.querySelector('[aria-live]').textContent);
            assert.ok(said.startsWith(under.split(' (')[0]), said);
            const none = await map.after('dex-select', press('Escape'));
            assert.equal(none, null);
        });

        test('hovering draws the map picture no second time', async () => {
            const before = await map.counter('mapPictures');
            for (const step of [0, 5, 10]) await hand.hover(at.x + step, at.y);
            await map.loaded();
            assert.equal(await map.counter('mapPictures'), before);
        });

        test('arrows pan, plus and minus zoom, Home shows all', async () => {
            await focus();
            const east = await moved(press('ArrowRight'));
            assert.ok(east[1] > -0.1);
            const north = await moved(press('ArrowUp'));
            assert.ok(north[0] > 51.5);
            const west = await moved(press('ArrowLeft'));
            assert.ok(west[1] < east[1]);
            const south = await moved(press('ArrowDown'));
            assert.ok(south[0] < north[0]);
            const nearer = await moved(press('+'));
            assert.ok(nearer[2] > kZoom);
            const farther = await moved(press('-'));
            assert.ok(farther[2] < nearer[2]);
            assert.equal(await moved(press('Home')), undefined);
        });

        test('Enter selects in the middle, brackets go to neighbours and back, Page Up and Down change the level', async () => {
            await focus();
            const first = await map.after('dex-select', press('Enter'));
            assert.ok(first.name);
            const second = await map.after('dex-select', press(']'));
            assert.notEqual(second.code, first.code);
            const third = await map.after('dex-select', press(']'));
            assert.notEqual(third.code, second.code);
            assert.equal((await map.after('dex-select', press('['))).code, second.code);
            const levels = (await map.node('by')).options;
            if (levels.length < 2) return;
            const level = async () => (await map.node('by')).value;
            const smallest = await level();
            assert.match((await map.after('dex-view', press('PageUp'))).view, /by=/);
            await map.loaded();
            assert.notEqual(await level(), smallest);
            await map.after('dex-view', press('PageDown'));
            await map.loaded();
            assert.equal(await level(), smallest);
        });

        test('the question mark lists all of this', async () => {
            const isOpen = async () => (await map.tree()).some(({ role }) => role === 'dialog');
            await focus();
            await map.page.keyboard.press('?');
            await map.loaded();
            assert.ok(await isOpen());
            await map.page.keyboard.press('Escape');
            await map.loaded();
            assert.ok(!(await isOpen()));
        });

        test('Escape steps back out: of the help, of the card', async () => {
            await focus();
            await map.after('dex-select', press('Enter'));
            await map.page.keyboard.press('?');
            await map.loaded();
            assert.ok(await map.node('dialog'));
            await map.page.keyboard.press('Escape');
            await map.loaded();
            assert.equal(await map.node('dialog'), undefined);
            assert.ok(await map.node('card'));
            assert.equal(await map.after('dex-select', press('Escape')), null);
            await map.loaded();
            assert.equal(await map.node('card'), undefined);
        });

        test('Tab comes in, meets the map itself once between what stands before and behind it, and leaves; and so back', async () => {
            await map.page.evaluate(() => {
                for (const id of ['before', 'after']) {
                    const button = document.createElement('button');
                    button.id = id;
                    document.body[id === 'before' ? 'prepend' : 'append'](button);
                }
                document.getElementById('before').focus();
            });
            const focused = () =>
                map.page.evaluate(() => {
                    const inner = document.activeElement.shadowRoot?.activeElement;
                    if (!inner) return { at: document.activeElement.id };
                    return { at: inner.dataset.id ?? inner.id ?? '', tag: inner.localName, isMap: inner.getAttribute('role') === 'application' };
                });
            // All stops from one button outside to the other. More than are ever there would be a trap.
            const walk = async (key, from, to) => {
                assert.equal((await focused()).at, from);
                const stops = [];
                for (let stop; stops.length < 100; stops.push(stop)) {
                    await map.page.keyboard.press(key);
                    stop = await focused();
                    if (stop.at === to) return stops;
                }
                throw new Error(`never out of it: ${stops.map(({ at }) => at).join(' ')}`);
            };
            const there = await walk('Tab', 'before', 'after');
            assert.equal(there.filter(({ isMap }) => isMap).length, 1);
            const controls = there.filter(({ isMap }) => !isMap);
            assert.deepEqual(controls.filter(({ tag }) => !/^(button|input|select)$/.test(tag)), []);
            const place = (wanted) => there.findIndex(({ at, isMap }) => (wanted === 'map' ? isMap : at.startsWith(wanted)));
            const order = ['where', 'by', 'map', 'zoom.in', 'legend.', 'help'].map(place);
            assert.ok(order.every((at) => at >= 0), String(order));
            assert.deepEqual(order, [...order].sort((a, b) => a - b));
            const back = await walk('Shift+Tab', 'after', 'before');
            assert.deepEqual(back.reverse(), there);
            await map.page.evaluate(() => ['before', 'after'].forEach((id) => document.getElementById(id).remove()));
        });

        test('buttons zoom, pan and show all, for those who cannot drag', async () => {
            const click = async (id) => {
                const [x, y, width, height] = (await map.node(id)).rect;
                await hand.click(x + width / 2, y + height / 2);
            };
            assert.equal((await moved(() => click('zoom.in')))[2], kZoom + 1);
            assert.equal((await moved(() => click('zoom.out')))[2], kZoom);
            await click('moves.toggle');
            await map.loaded();
            const before = cameraIn(await map.view());
            const east = await moved(() => click('pan.right'));
            assert.ok(east[1] > before[1]);
            await click('moves.toggle');
            assert.equal(await moved(() => click('home')), undefined);
        });

        test('nobody gets lost: far away is not far from London', async () => {
            await map.show('v=1&at=10,100,11');
            await focus();
            const now = await moved(press('ArrowLeft'));
            assert.ok(Math.abs(now[0] - 51.5) < 1 && Math.abs(now[1] + 0.1) < 1.5, String(now));
        });

        test('nothing was said on the console', () => assert.deepEqual(map.complaints, []));
    });
}
