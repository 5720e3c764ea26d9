// A person who has the keyboard alone: real keys, and after each a look at where the focus is and whether it can be seen.

import assert from 'node:assert/strict';
import { readPng } from './png.mjs';

// Runs in a page: what has the focus, and how it is seen.
function look() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return { id: 'page', isOut: true };
    const { x, y, right, bottom, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor, clipPath } = getComputedStyle(element);
    return {
        id: element.dataset.id ?? (element.labels?.[0]?.textContent.trim() || element.id || element.textContent.trim() || element.className),
        tag: element.localName,
        type: element.type ?? '',
        isFrame: element.localName === 'iframe',
        // Where the focus was put to go on from there: a title, a box of text.
        isPlace: element.tabIndex < 0 && !/radio/.test(element.type),
        isShown: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 0 && height > 0 && clipPath === 'none',
        isInside: x > -1 && right < innerWidth + 1 && (height > innerHeight || (y > -1 && bottom < innerHeight + 1)),
        rect: [x, y, width, height],
        ring: outlineStyle === 'none' ? undefined : { width: parseFloat(outlineWidth), offset: parseFloat(outlineOffset), colour: outlineColor.match(/\d+/g).map(Number) },
    };
}

export class Keyboard {
    #map;

    /** @param {import('./chromium.mjs').MapPage} map */
    constructor(map) {
        this.#map = map;
    }

    /** What has the focus; where that is a frame, what has it in there. */
    async at() {
        const { page } = this.#map;
        const stop = await page.evaluate(look);
        if (!stop.isFrame) return stop;
        const [inside] = page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
        return { ...stop, inside: (await inside.evaluate(look)).id };
    }

    /** Presses, and sees where the focus is then. */
    async press(key) {
        await this.#map.page.keyboard.press(key);
        await this.#map.still();
        return this.seen();
    }

    type(text) {
        return this.#map.page.keyboard.type(text);
    }

    /** The focus can be seen. */
    async seen() {
        const stop = await this.at();
        if (stop.isOut || stop.isFrame) return stop;
        const said = JSON.stringify(stop);
        assert.ok(stop.isShown, `the focus is on nothing that is shown: ${said}`);
        assert.ok(stop.isPlace || stop.isInside, `the focus is out of sight: ${said}`);
        assert.ok(stop.isPlace || stop.ring?.width >= 2, `no ring: ${said}`);
        return stop;
    }

    /** Tab by Tab to what is called so, once round the page at most. */
    async to(wanted, key = 'Tab') {
        const isThere = ({ id }) => (typeof wanted === 'string' ? id === wanted : wanted.test(id ?? ''));
        const stops = [];
        for (let outs = 0; outs < 2; ) {
            const stop = await this.press(key);
            if (isThere(stop)) return stop;
            stops.push(stop.id);
            if (stop.isOut) outs += 1;
        }
        throw new Error(`no Tab leads to ${wanted}: ${stops.join(' ')}`);
    }

    /** All stops from here until the keyboard has left the page. */
    async untilOut(key = 'Tab', max = 150) {
        const stops = [];
        for (let stop; stops.length < max; stops.push(stop)) {
            stop = await this.press(key);
            if (stop.isOut) return stops;
        }
        throw new Error(`never out of it: ${stops.map(({ id }) => id).join(' ')}`);
    }

    /** How much of the line round what has the focus is in the picture, 0–1. */
    async ringInPicture({ rect: [x, y, width, height], ring }) {
        const picture = readPng(await this.#map.page.screenshot());
        const out = ring.offset + ring.width / 2;
        const [left, top, right, bottom] = [x - out, y - out, x + width + out, y + height + out];
        // Round corners have no line.
        const inset = 10;
        const places = [];
        for (let px = left + inset; px < right - inset; px += 1) places.push([px, top], [px, bottom]);
        for (let py = top + inset; py < bottom - inset; py += 1) places.push([left, py], [right, py]);
        const isInk = ([px, py]) => {
            const [column, row] = [Math.floor(px), Math.floor(py)];
            if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) return false;
            return picture.at(column, row).every((channel, i) => Math.abs(channel - ring.colour[i]) < 40);
        };
        return places.filter(isInk).length / places.length;
    }
}
