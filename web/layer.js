// What stands over and under the canvas as ordinary text: waiting, failures, announcements.

import { patiently } from './fetch.js';
import { make } from './make.js';
import { darkStyle } from './style.js';
import { say } from './words.js';

// Whatever the page around it is written in.
const ours = (element) => Object.assign(element, { lang: 'en-GB', dir: 'ltr' });

/** The shadow tree of a map, and the states it can be in. */
export class Layer {
    /** Has the focus and the pointers; the canvas stands in it. */
    stage;
    /** The map in elements (semantics.js), and where they stand: before and after the stage. Undefined until there are some. */
    semantics;
    before = make('div', { className: 'twin' });
    after = make('div', { className: 'twin', tabIndex: -1 });
    /** Level of the headline. */
    heading = 2;
    /** The reader asks for the Text view. */
    wantsText = () => {};
    /** As wide as ten letters of the page's text are high. */
    gauge = make('div', { className: 'gauge', aria: { hidden: 'true' } });

    #root;
    #dark = darkStyle();
    #text;
    // What had the focus when the text came.
    #opener;
    #map = make('div', { className: 'map', part: 'map' });
    #bar = make('div', { className: 'bar', part: 'bar', hidden: true, aria: { role: 'progressbar', label: say('loading'), valuemin: '0', valuemax: '100' } });
    #why = make('div', { className: 'why', aria: { role: 'status' } });
    // What the page has to show in the meantime.
    #poster = make('slot', { name: 'poster' });
    #picture = make('div', { className: 'poster' }, this.#poster, make('p', { textContent: say('posterCaption') }));
    #cover = make('div', { className: 'cover', part: 'cover' }, this.#picture, this.#why);
    #note = make('div', { className: 'note', part: 'note', hidden: true, aria: { role: 'alert' } });
    #live = make('div', { className: 'quiet', aria: { live: 'polite' } });
    #keys = make('div', { className: 'quiet', id: 'keys' }, say('mapKeys'));

    /** @param {ShadowRoot} root */
    constructor(root) {
        const aria = { role: 'application', label: say('mapName'), describedby: 'keys' };
        this.stage = make('div', { className: 'stage', tabIndex: 0, aria });
        const { before, after } = this;
        const skips = [this.#button('skipMap', () => after.focus(), 'skip'), this.#button('textView', () => this.wantsText(), 'skip')];
        this.#map.append(before, ...skips, this.stage, after);
        this.#root = root;
        root.adoptedStyleSheets.push(this.#dark);
        this.#poster.addEventListener('slotchange', () => this.#picture.classList.toggle('pictured', this.#poster.assignedElements().length > 0));
        root.replaceChildren(this.#map, this.#keys, this.gauge, this.#cover, this.#note, this.#bar, this.#live);
        [...root.children].forEach(ours);
    }

    /** What the map is called. */
    setTitle(title) {
        if (title) this.stage.setAttribute('aria-label', say('mapLabel', { title }));
    }

    /** What stands over the picture has its colours; '' for those of the system. */
    setTheme(theme) {
        this.#map.dataset.theme = theme;
    }

    /** The page around it is dark, or light. */
    setDark(isDark) {
        this.#dark.disabled = !isDark;
    }

    /** Nothing is to be seen yet. */
    wait() {
        this.#note.hidden = true;
        this.cover(say('loading'));
        this.#map.inert = true;
        this.progress(0);
    }

    /** Why there is nothing to be seen for a moment. */
    cover(sentence) {
        this.#fill(this.#why, sentence);
        this.#cover.hidden = false;
    }

    /** The map can be seen. */
    uncover() {
        this.#cover.hidden = true;
        this.#map.inert = false;
    }

    /** The map cannot be shown: why, and what to do. */
    fail(sentence, retry) {
        this.progress(1);
        this.#note.hidden = true;
        // What the host put inside the element stands in for the map.
        this.#fill(this.#why, sentence, this.#button('retry', retry, 'main'), make('slot'));
        this.#cover.hidden = false;
        this.#map.inert = true;
    }

    /** Something is wrong and the rest goes on. */
    note(sentence, retry) {
        const close = () => this.hideNote();
        const again = () => {
            this.hideNote();
            retry();
        };
        this.#fill(this.#note, sentence, ...(retry ? [this.#button('retry', again, 'main')] : []), this.#button('close', close));
        this.#note.hidden = false;
    }

    get hasNote() {
        return !this.#note.hidden;
    }

    hideNote() {
        if (this.#note.matches(':focus-within')) this.stage.focus({ preventScroll: true });
        this.#note.hidden = true;
    }

    /**
     * All of it as text in place of the map. Brought when it is first wanted.
     * @param {{ sentence?: string, label?: string, onclick?: () => void }} way why there is no map, or the way back to it
     * @returns {Promise<import('./text_view.js').TextView>}
     */
    async openText(way) {
        const { TextView } = await patiently(import('./text_view.js'));
        this.#text ??= new TextView(this.#root, this.heading);
        this.#text.setWay(way);
        if (way.sentence) this.#text.top.after(this.#picture);
        this.#root.append(ours(this.#text.box));
        this.#map.classList.add('away');
        if (this.#map.matches(':focus-within')) {
            this.#opener = this.#root.activeElement;
            this.#text.box.focus();
        }
        return this.#text;
    }

    /** The map again. */
    closeText() {
        if (!this.#text) return;
        const hadFocus = this.#text.box.matches(':focus-within');
        this.#text.clear();
        this.#text.box.remove();
        this.#cover.prepend(this.#picture);
        this.#map.classList.remove('away');
        if (!hadFocus) return;
        // What opened it may have gone.
        for (const one of [this.stage, this.#opener]) one?.focus({ preventScroll: true });
    }

    /** Goes by one more sheet, once. */
    adopt(sheet) {
        const { adoptedStyleSheets } = this.#root;
        if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
    }

    /** Puts something over all of it that looks as its own sheet says. */
    lay(element, sheet) {
        this.adopt(sheet);
        this.#root.append(ours(element));
    }

    /** The keyboard back to what it left: a control of the text or of the map, by the id of its node. */
    focusOn(id) {
        const { control } = this.#shown?.entries.get(id) ?? {};
        (control ?? this.stage).focus({ preventScroll: true });
    }

    // What stands for the map now.
    get #shown() {
        return this.#text?.box.isConnected ? this.#text : this.semantics;
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
