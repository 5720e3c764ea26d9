// The main journey, in whatever browser: the picture, a card by click and by keyboard, a choice, what is taken away.
//
// `browser` offers run(function, argument) in the page, wait(function, argument) until it answers something true, click(x, y),
// press(key), picture() → PNG of the window.

import assert from 'node:assert/strict';
import { differing, readPng, largeColours } from './png.mjs';
import { kLoaded, still } from './still.mjs';

/** The first picture stands. */
export const isReady = () => document.querySelector('dex-map')?.shadowRoot?.querySelector('.cover')?.hidden === true;

// Listens for the next event of this type; wait() for window.heard afterwards.
const listenFor = (type) => {
    window.heard = undefined;
    document.querySelector('dex-map').addEventListener(type, (event) => (window.heard = event.detail ?? 'nothing'), { once: true });
};
const heard = () => window.heard;

// Where about the middle of the map an area lies, and its name: the very middle may be the river.
const areaInTheMiddle = () => {
    const { core } = document.querySelector('dex-map');
    const { rect } = core.tree.find(({ id }) => id === 'map');
    const [midX, midY] = [Math.round(rect[0] + rect[2] / 2), Math.round(rect[1] + rect[3] / 2)];
    const named = [0, 50, -50, 100].map((down) => ({ x: midX, y: midY + down, under: core.areaAt(midX, midY + down) }));
    return named.find(({ under }) => under) ?? named[0];
};

// Another measure, whether the panel has room for all of them or for one at a time.
const chooseAnother = () => {
    const map = document.querySelector('dex-map');
    const { tree } = map.core;
    const radio = tree.find(({ id, state }) => id.startsWith('measure.') && !state.includes('checked'));
    const select = tree.find(({ id }) => id === 'measure');
    const status = radio ? map.core.act(radio.id) : map.core.act(select.id, select.options.find(({ label }) => label !== select.value).value);
    map.wake();
    if (status) throw new Error(`status ${status}`);
};

const takeAway = () => {
    const map = document.querySelector('dex-map');
    const status = map.core.act('card.picture');
    map.wake();
    if (status) throw new Error(`status ${status}`);
};
const pictureMade = () => document.querySelector('dex-map').shadowRoot.querySelector('dialog.take .picture img')?.naturalWidth;
const pressTab = (name) => [...document.querySelector('dex-map').shadowRoot.querySelectorAll('dialog.take nav button')].find(({ textContent }) => textContent === name).click();
const rowsMade = () => document.querySelector('dex-map').shadowRoot.querySelectorAll('dialog.take .rows tbody tr').length;
// The next button of the tab that can be pressed and has not been, where it can be seen, and its name.
const nextButton = (pressed) => {
    const box = document.querySelector('dex-map').shadowRoot.querySelector('dialog.take');
    const button = [...box.querySelectorAll('.body button:not([hidden])')].find(
        (one) => one.checkVisibility() && one.getAttribute('aria-disabled') !== 'true' && !pressed.includes(one.textContent),
    );
    if (!button) return { name: '' };
    box.querySelector('.said').replaceChildren();
    window.windows = 0;
    window.openAsBefore ??= window.open;
    window.open = (...given) => ((window.windows += 1), window.openAsBefore(...given));
    button.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { name: button.textContent, x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
};
const isAnswered = () => window.windows || document.querySelector('dex-map').shadowRoot.querySelector('dialog.take .said').textContent.trim();
const isEnabled = () => document.querySelector('dex-map').shadowRoot.querySelector('dialog.take button.main')?.getAttribute('aria-disabled') === 'false';

// Presses each button of a tab; each is answered.
async function pressAll(browser, names) {
    await browser.wait(isEnabled);
    const pressed = [];
    for (let at; (at = await browser.run(nextButton, pressed)).name;) {
        await browser.click(at.x, at.y);
        await browser.wait(isAnswered);
        pressed.push(at.name);
        // Some make a file first, and cannot be pressed meanwhile.
        await browser.wait(isEnabled);
    }
    assert.deepEqual(pressed.sort(), [...names].sort());
}

export async function journey(browser) {
    await browser.wait(isReady);
    await browser.run(still, kLoaded);
    const first = readPng(await browser.picture());
    const large = largeColours(first);
    assert.ok(large >= 6, `${large} colours of any size`);

    const { x, y, under } = await browser.run(areaInTheMiddle);
    assert.ok(under, 'an area in the middle');

    await browser.run(listenFor, 'dex-select');
    await browser.click(x, y);
    const selected = await browser.wait(heard);
    assert.equal(selected.name, under);
    await browser.run(still, kLoaded);
    assert.ok(differing(first, readPng(await browser.picture())) > 2000, 'a card');

    await browser.run(listenFor, 'dex-view');
    await browser.press('+');
    assert.match((await browser.wait(heard)).view, /at=/);

    await browser.run(listenFor, 'dex-view');
    await browser.run(chooseAnother);
    const chosen = await browser.wait(heard);
    assert.match(chosen.view, /show=/);
    await browser.wait(() => location.hash === `#${document.querySelector('dex-map').link}` && location.hash);

    await browser.run(takeAway);
    assert.ok((await browser.wait(pictureMade)) >= 320, 'a picture of the map as it stands');
    await pressAll(browser, ['Save picture', 'Copy picture', 'Copy alt text', 'Copy sentence', 'Copy source line']);
    await browser.run(pressTab, 'Data');
    assert.equal(await browser.wait(rowsMade), 1, 'the row of the area');
    await pressAll(browser, ['Save CSV', 'Save GeoJSON', 'Copy table', 'Save column guide']);
    await browser.run(pressTab, 'Briefing');
    await pressAll(browser, ['Open briefing', 'Save briefing']);
}
