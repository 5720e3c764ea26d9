// The search field, over the room that the map leaves for it: an editable combobox with a list (ARIA APG). What is typed
// goes to the map's own program and no further; a postcode brings the one file of those that begin as it does.

import { words } from '#words/search';
import { make } from './make.js';
import { style } from './search_style.js';
import { saying } from './words.js';

const say = saying(words);

const kAnnounceAfterMs = 600;
const kLocateMs = 20_000;
const kFoldedBelowPx = 100;
const kDropGapPx = 8;

/** Finds places by name, code or postcode. */
export class Search {
    #layer;
    #core;
    #wake;
    #input = make('input', {
        type: 'text',
        id: 'find',
        placeholder: say('placeholder'),
        autocomplete: 'postal-code',
        spellcheck: false,
        enterKeyHint: 'search',
        aria: { role: 'combobox', label: say('label'), expanded: 'false', controls: 'found', autocomplete: 'list' },
    });
    #list = make('ul', { id: 'found', aria: { role: 'listbox', label: say('results') } });
    #told = make('p');
    #locate = make('div', { className: 'locate' });
    #popup = make('div', { className: 'found', hidden: true }, this.#locate, this.#list, this.#told);
    #box = make('div', { className: 'find', part: 'find', hidden: true, aria: { role: 'search' } }, this.#input, this.#popup);
    #places = [];
    #asked = '';
    #active = -1;
    #isBusy = false;
    #goesOn = false;
    #announcing;

    /**
     * @param {import('./layer.js').Layer} layer
     * @param {import('./core.js').Core} core
     * @param {{ wake: () => void, locates: boolean }} options wake: the map is to draw and read its mail; locates: the
     *   host allows to ask where the reader is
     */
    constructor(layer, core, { wake, locates }) {
        this.#layer = layer;
        this.#core = core;
        this.#wake = wake;
        this.#input.addEventListener('input', () => this.#ask());
        this.#input.addEventListener('keydown', (event) => this.#key(event));
        this.#box.addEventListener('focusin', () => this.#ask());
        this.#box.addEventListener('focusout', (event) => this.#box.contains(event.relatedTarget) || this.#close());
        // The field keeps the focus while the list is pointed at.
        this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
        this.#list.addEventListener('click', (event) => this.#clicked(event));
        if (locates && navigator.geolocation) {
            const button = make('button', { type: 'button', textContent: say('locate'), onclick: () => this.#findReader() });
            this.#locate.append(button, make('p', { textContent: say('locateWhy') }));
        }
        layer.adopt(style);
        layer.stage.before(this.#box);
    }

    stop() {
        clearTimeout(this.#announcing);
        this.#box.remove();
    }

    /** Stands where the tree says that there is room, and nowhere else. */
    place(tree) {
        const slot = tree.find(({ id }) => id === 'find-slot');
        // A dialog lies over all of the map, the field too.
        this.#box.hidden = !slot || tree.some(({ id }) => id === 'dialog');
        if (!slot) return;
        const [x, y, width, height] = slot.rect;
        const { clientWidth, clientHeight } = this.#layer.stage;
        const isFolded = width < kFoldedBelowPx;
        this.#box.classList.toggle('folded', isFolded);
        // Unfolded it is wider than its place, and stands below the headline.
        const [, headTop, , headHeight] = tree.find(({ id }) => id === 'head').rect;
        const drop = headTop + headHeight + kDropGapPx;
        const room = clientHeight - (isFolded ? drop : y) - height;
        const sizes = { right: clientWidth - x - width, top: y, drop, width, height, room, host: clientWidth };
        for (const [name, value] of Object.entries(sizes)) this.#box.style.setProperty(`--${name}`, `${value}px`);
    }

    /** A file has arrived: there may be more to be found. A list that was closed stays closed. */
    refresh() {
        if (this.#isBusy && this.#box.matches(':focus-within')) this.#ask(!this.#popup.hidden);
    }

    #ask(isOpen = true) {
        const text = this.#input.value;
        const { busy, sentence, places } = this.#core.find(text);
        // Who points at a place goes on pointing at it, wherever in the list it stands now.
        const pointed = text === this.#asked ? this.#places[this.#active]?.ref : undefined;
        this.#asked = text;
        this.#isBusy = busy;
        this.#places = places;
        this.#show(sentence, isOpen);
        this.#point(places.findIndex(({ ref }) => ref === pointed));
        if (isOpen && text.trim()) this.#announce(sentence);
        this.#wake();
        if (this.#goesOn && !busy) this.#go(0);
    }

    #show(sentence, isOpen) {
        const isAsked = this.#input.value.trim() !== '';
        this.#list.replaceChildren(
            ...this.#places.map(({ name, detail }, i) =>
                make('li', { id: `found-${i}`, aria: { role: 'option', selected: 'false' } }, make('b', { textContent: name }), ' ', make('span', { textContent: detail })),
            ),
        );
        this.#list.hidden = this.#places.length === 0;
        this.#told.textContent = sentence;
        this.#told.hidden = !sentence;
        this.#locate.hidden = isAsked || !this.#locate.hasChildNodes();
        this.#open(isOpen && (isAsked || !this.#locate.hidden));
    }

    #open(isOpen) {
        this.#popup.hidden = !isOpen;
        this.#input.setAttribute('aria-expanded', String(isOpen && this.#places.length > 0));
    }

    #close() {
        this.#goesOn = false;
        clearTimeout(this.#announcing);
        this.#open(false);
        this.#point(-1);
    }

    #point(at) {
        this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
        this.#active = at;
        const option = this.#list.children[at];
        option?.setAttribute('aria-selected', 'true');
        option?.scrollIntoView({ block: 'nearest' });
        if (option) this.#input.setAttribute('aria-activedescendant', option.id);
        else this.#input.removeAttribute('aria-activedescendant');
    }

    #key(event) {
        const count = this.#places.length;
        if (event.isComposing) return;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            if (count === 0) return;
            const by = event.key === 'ArrowDown' ? 1 : -1;
            this.#open(true);
            // Beyond either end lies the field itself.
            this.#point(((this.#active + 1 + by + count + 1) % (count + 1)) - 1);
        } else if (event.key === 'Enter') {
            this.#enter();
        } else if (event.key === 'Escape' && !this.#popup.hidden) {
            this.#close();
        } else if (event.key === 'Escape' && this.#input.value) {
            this.#input.value = '';
            this.#ask();
        } else return;
        event.preventDefault();
    }

    // The likeliest place, unless another is pointed at; as soon as all that could be likelier is here.
    #enter() {
        if (this.#active >= 0) this.#go(this.#active);
        else if (this.#isBusy) this.#goesOn = true;
        else this.#go(0);
    }

    #clicked(event) {
        const option = event.target.closest('li');
        if (option) this.#go([...this.#list.children].indexOf(option));
    }

    #go(at) {
        this.#goesOn = false;
        const place = this.#places[at];
        if (!place) return;
        this.#input.value = place.name;
        this.#isBusy = false;
        this.#close();
        this.#core.choose(place.ref);
        this.#wake();
        // On a phone the keyboard would lie over the answer.
        if (matchMedia('(pointer: coarse)').matches) this.#input.blur();
        else this.#input.select();
    }

    #findReader() {
        this.#tell(say('locating'));
        const found = ({ coords }) => {
            if (this.#core.locate(coords.longitude, coords.latitude)) this.#tell(say('locateOutside'));
            else this.#close();
            this.#wake();
        };
        navigator.geolocation.getCurrentPosition(found, () => this.#tell(say('locateFailed')), { timeout: kLocateMs });
    }

    #tell(sentence) {
        this.#told.textContent = sentence;
        this.#told.hidden = false;
        this.#layer.announce(sentence);
    }

    // Once the typing rests, so that not every letter is answered aloud.
    #announce(sentence) {
        clearTimeout(this.#announcing);
        this.#announcing = setTimeout(() => sentence && this.#layer.announce(sentence), kAnnounceAfterMs);
    }
}
