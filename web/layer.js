// What stands over and under the canvas as ordinary text: waiting, failures, announcements.

import { say } from './words.js';

// make('p', { className: 'x' }, child, …)
export function make(tag, properties = {}, ...children) {
    const { aria = {}, ...rest } = properties;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(aria)) element.setAttribute(name === 'role' ? name : `aria-${name}`, value);
    element.append(...children);
    return element;
}

/** The shadow tree of a map, and the states it can be in. */
export class Layer {
    /** Has the focus and the pointers; the canvas stands in it. */
    stage;
    /** As wide as ten letters of the page's text are high. */
    gauge = make('div', { className: 'gauge', aria: { hidden: 'true' } });

    #bar = make('div', { className: 'bar', hidden: true, aria: { role: 'progressbar', label: say('loading'), valuemin: '0', valuemax: '100' } });
    #cover = make('div', { className: 'cover', aria: { role: 'status' } });
    #note = make('div', { className: 'note', hidden: true, aria: { role: 'alert' } });
    #live = make('div', { className: 'quiet', aria: { live: 'polite' } });
    #keys = make('div', { className: 'quiet', id: 'keys' }, say('mapKeys'));

    /** @param {ShadowRoot} root */
    constructor(root) {
        const aria = { role: 'application', label: say('mapName'), describedby: 'keys' };
        this.stage = make('div', { className: 'stage', tabIndex: 0, aria });
        root.replaceChildren(this.stage, this.#keys, this.gauge, this.#cover, this.#note, this.#bar, this.#live);
    }

    /** What the map is called. */
    setTitle(title) {
        if (title) this.stage.setAttribute('aria-label', say('mapLabel', { title }));
    }

    /** Nothing is to be seen yet. */
    wait() {
        this.#note.hidden = true;
        this.cover(say('loading'));
        this.stage.inert = true;
        this.progress(0);
    }

    /** Why there is nothing to be seen for a moment. */
    cover(sentence) {
        this.#fill(this.#cover, sentence);
        this.#cover.hidden = false;
    }

    /** The map can be seen. */
    uncover() {
        this.#cover.hidden = true;
        this.stage.inert = false;
    }

    /** There is no map to be had: why, and what to do. */
    fail(sentence, retry) {
        this.progress(1);
        this.#note.hidden = true;
        this.#fill(this.#cover, sentence, this.#button('retry', retry, 'main'));
        this.#cover.hidden = false;
        this.stage.inert = true;
    }

    /** Something is amiss and the rest goes on. */
    note(sentence, retry) {
        const close = () => this.unnote();
        const again = () => {
            this.unnote();
            retry();
        };
        this.#fill(this.#note, sentence, ...(retry ? [this.#button('retry', again, 'main')] : []), this.#button('close', close));
        this.#note.hidden = false;
    }

    unnote() {
        if (this.#note.matches(':focus-within')) this.stage.focus({ preventScroll: true });
        this.#note.hidden = true;
    }

    /** @param {number} share 0–1; 1 takes the bar away */
    progress(share) {
        this.#bar.hidden = share >= 1;
        this.#bar.style.transform = `scaleX(${share})`;
        this.#bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    }

    /** Says it politely, also when it is the same sentence again. */
    announce(sentence) {
        this.#live.textContent = this.#live.textContent === sentence ? `${sentence}\u00a0` : sentence;
    }

    #fill(box, sentence, ...buttons) {
        box.replaceChildren(make('p', { textContent: sentence }), ...buttons);
    }

    #button(key, onclick, className = '') {
        return make('button', { type: 'button', className, textContent: say(key), onclick });
    }
}
