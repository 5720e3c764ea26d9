// Hands on what hands do: pointers, wheel, keys and focus over the map become calls of the core.
//
// On somebody's page the map must not trap the page's scrolling. So until it is in use one finger and the plain wheel
// are left to the page; the core hears of them all the same, and its hint says how to begin.

import { Phase, PointerKind } from './core.js';

const kTapPx = 10;
// A wheel's line, so that three of them are the 100 px that other browsers send.
const kLinePx = 100 / 3;
const kMaxWheelPx = 400;

// Keys that are the map's while it has focus. Tab always leaves, Escape is never kept from the page.
const kKeys = new Set([
    'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '=', '-', '_', 'Home', 'End', 'Enter', ' ', '[', ']',
    'PageUp', 'PageDown', '?', 't', 'T',
]);

/** Bits of DEX_SHIFT and its like. */
export const modifiersOf = (event) => event.shiftKey | (event.ctrlKey << 1) | (event.altKey << 2) | (event.metaKey << 3);

/** The key is none of the browser's: with AltGr, which Windows tells as Ctrl and Alt, and with ⌥ keyboards write [ and ]. */
export const isPlain = (event) => !event.metaKey && (event.getModifierState('AltGraph') || (!event.ctrlKey && (!event.altKey || /[[\]]/.test(event.key))));

// A place on the stage in its own css px, whatever transforms the page puts on it: the stage's children take no pointers.
// Browsers that know CSS zoom say it in those of the page.
function placeOf({ offsetX, offsetY, target }) {
    const zoom = target.currentCSSZoom ?? 1;
    return [offsetX / zoom, offsetY / zoom];
}

/** A wheel event's way in css px, whatever unit the browser counts in. */
export function wheelPx(event, pagePx) {
    const unit = [1, kLinePx, pagePx][event.deltaMode] ?? 1;
    return Math.max(-kMaxWheelPx, Math.min(kMaxWheelPx, event.deltaY * unit));
}

/**
 * Listens on the stage until stop().
 * @param {HTMLElement} stage what has the focus and the pointers; its children take none
 * @param {import('./core.js').Core} core
 * @param {() => void} heard something may have changed, draw soon
 */
export class Input {
    #stage;
    #core;
    #onChange;
    #stopper = new AbortController();
    #pointers = new Set();
    #tap;
    #pinch = 1;

    constructor(stage, core, heard) {
        this.#stage = stage;
        this.#core = core;
        this.#onChange = heard;
        const { signal } = this.#stopper;
        const on = (type, work, options) => stage.addEventListener(type, work, { signal, ...options });

        on('pointerdown', (event) => this.#down(event));
        on('pointermove', (event) => this.#pointer(Phase.move, event));
        on('pointerup', (event) => this.#up(event));
        on('pointercancel', (event) => this.#cancel(event));
        on('pointerleave', (event) => this.#pointer(Phase.leave, event));
        // Never passive: whether this wheel is the map's is known only when it turns, and Ctrl + wheel would enlarge the page.
        on('wheel', (event) => this.#wheel(event), { passive: false });
        on('touchstart', (event) => this.#touch(event), { passive: false });
        on('touchmove', (event) => this.#touch(event), { passive: false });
        on('gesturestart', (event) => this.#gesture(event), { passive: false });
        on('gesturechange', (event) => this.#gesture(event), { passive: false });
        on('keydown', (event) => this.#key(event));
        on('focus', (event) => this.#focus(true, event));
        on('blur', (event) => this.#focus(false, event));
        // A tap on what cannot have the focus leaves it where it is, and the map in use.
        document.addEventListener('pointerdown', (event) => this.#elsewhere(event), { signal, capture: true, passive: true });
        this.setUse(core.inUse);
        if (stage.matches(':focus')) this.#focus(true);
    }

    /** Whether gestures are the map's. */
    setUse(inUse) {
        this.#stage.style.touchAction = inUse ? 'none' : 'pan-x pan-y';
    }

    /** A button or a finger is down. */
    get isHeld() {
        return this.#pointers.size > 0;
    }

    /** Gives the page its gestures back, as a tap elsewhere does. */
    endUse() {
        if (this.#stage.matches(':focus')) this.#stage.blur();
        else this.#focus(false);
    }

    stop() {
        this.#stopper.abort();
    }

    #pointer(phase, event) {
        const kind = PointerKind[event.pointerType] ?? PointerKind.mouse;
        this.#tell(event, () => this.#core.pointer(phase, kind, event.pointerId, ...placeOf(event), event.buttons, modifiersOf(event)));
    }

    #down(event) {
        this.#stage.classList.add('pressed');
        // Only the main button draws the map along.
        if (event.pointerType === 'mouse' && event.button !== 0) return;
        this.#pointers.add(event.pointerId);
        this.#tap = this.#pointers.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
        this.#stage.setPointerCapture(event.pointerId);
        this.#pointer(Phase.down, event);
    }

    #up(event) {
        if (!this.#pointers.delete(event.pointerId)) return;
        this.#pointer(Phase.up, event);
        const tap = this.#tap;
        if (tap && Math.hypot(event.clientX - tap.x, event.clientY - tap.y) < kTapPx) this.#takeFocus();
    }

    #cancel(event) {
        if (this.#pointers.delete(event.pointerId)) this.#pointer(Phase.cancel, event);
    }

    #wheel(event) {
        const isZoom = event.ctrlKey || event.metaKey;
        const isOurs = isZoom || this.#core.inUse;
        if (isOurs) event.preventDefault();
        if (isZoom) this.#takeFocus();
        const deltaPx = wheelPx(event, this.#stage.clientHeight);
        this.#tell(event, () => this.#core.wheel(...placeOf(event), deltaPx, modifiersOf(event)));
    }

    // Two fingers are always the map's; the page gets what began with one.
    #touch(event) {
        if (event.targetTouches.length > 1 && event.cancelable) event.preventDefault();
    }

    // Safari's name for a pinch on a track pad, told as the wheel of the other browsers: -100 ln(scale).
    #gesture(event) {
        event.preventDefault();
        if (event.type === 'gesturechange' && !this.#pointers.size) {
            const box = this.#stage.getBoundingClientRect();
            const deltaPx = -100 * Math.log(event.scale / this.#pinch);
            const at = [event.clientX - box.left, event.clientY - box.top];
            this.#tell(event, () => this.#core.wheel(...at, deltaPx, modifiersOf({ ctrlKey: true })));
        }
        this.#pinch = event.scale;
    }

    #key(event) {
        const { key } = event;
        this.#stage.classList.remove('pressed');
        if (!isPlain(event) || event.isComposing) return;
        if (kKeys.has(key)) event.preventDefault();
        // A letter finds its option in an open list.
        else if (key !== 'Escape' && [...key].length > 1) return;
        this.#tell(event, () => this.#core.key(key, modifiersOf({ shiftKey: event.shiftKey })));
    }

    #focus(has, event) {
        this.#tell(event, () => this.#core.focus(has));
    }

    // The core hears when it happened, which on a slow machine is well before it is told.
    #tell(event, work) {
        const nowMs = performance.now();
        this.#core.time(Math.min(event?.timeStamp ?? nowMs, nowMs));
        work();
        this.#onChange();
    }

    #takeFocus() {
        this.#stage.focus({ preventScroll: true });
    }

    #elsewhere(event) {
        const inside = event.composedPath().includes(this.#stage);
        if (!inside && this.#stage.matches(':focus')) this.#stage.blur();
    }
}
