// Mouse, pen and fingers as the browser gets them, each event with the time at which a hand makes it: what a gesture
// means hangs on its speed, and a busy browser hears of it late.

import { setTimeout } from 'node:timers/promises';

const kStepMs = 16;
const kTapMs = 60;
const kApartMs = 400; // Between two gestures, so that no two taps make a double tap by chance.

/** Places are [x, y] in css px of the page. */
export class Hand {
    #page;
    #cdp;
    #atMs = 0;

    constructor(page) {
        this.#page = page;
    }

    /** Presses, goes along the places, rests at the last and lets go. `midway` is awaited before the last place. */
    async drag(places, { kind = 'mouse', restMs = 200, midway } = {}) {
        const [first, ...others] = places;
        await this.#mouse('mousePressed', first, kind, 1, kApartMs);
        for (const place of others) {
            if (place === others.at(-1)) await midway?.();
            await this.#mouse('mouseMoved', place, kind, 1, kStepMs);
        }
        await this.#mouse('mouseReleased', places.at(-1), kind, 0, restMs);
    }

    /** Draws along the places and lets go without a rest. */
    flick(places, options = {}) {
        return this.drag(places, { restMs: kStepMs / 2, ...options });
    }

    async click(x, y, kind = 'mouse', afterMs = kApartMs) {
        await this.#mouse('mousePressed', [x, y], kind, 1, afterMs);
        await this.#mouse('mouseReleased', [x, y], kind, 0, kTapMs);
    }

    async doubleClick(x, y, kind = 'mouse') {
        await this.click(x, y, kind);
        await this.click(x, y, kind, kTapMs);
    }

    hover(x, y, kind = 'mouse') {
        return this.#mouse('mouseMoved', [x, y], kind, 0, kApartMs);
    }

    /** Fingers: each step is the list of those that are down; the last one is empty. */
    async touch(steps, { restMs = kStepMs, afterMs = kApartMs } = {}) {
        let down = 0;
        for (const [i, step] of steps.entries()) {
            const type = step.length > down ? 'touchStart' : step.length < down ? 'touchEnd' : 'touchMove';
            down = step.length;
            const touchPoints = step.map(([x, y], id) => ({ x, y, id }));
            const ms = i === 0 ? afterMs : i === steps.length - 1 ? restMs : kStepMs;
            await this.#send('Input.dispatchTouchEvent', { type, touchPoints }, ms);
        }
    }

    tap(x, y, afterMs = kApartMs) {
        return this.touch([[[x, y]], []], { restMs: kTapMs, afterMs });
    }

    async doubleTap(x, y) {
        await this.tap(x, y);
        await this.tap(x, y, kTapMs);
    }

    #mouse(type, [x, y], pointerType, buttons, afterMs) {
        const button = type === 'mouseMoved' && !buttons ? 'none' : 'left';
        return this.#send('Input.dispatchMouseEvent', { type, x, y, button, buttons, clickCount: 1, pointerType }, afterMs);
    }

    // A hand is never ahead of the clock; behind it the browser is, and not the hand. A new gesture begins now.
    async #send(verb, event, afterMs) {
        const nowMs = Date.now();
        this.#atMs += afterMs;
        if (afterMs === kApartMs) this.#atMs = Math.max(this.#atMs, nowMs);
        if (this.#atMs > nowMs) await setTimeout(this.#atMs - nowMs);
        this.#cdp ??= await this.#page.context().newCDPSession(this.#page);
        await this.#cdp.send(verb, { ...event, timestamp: this.#atMs / 1000 });
    }
}
