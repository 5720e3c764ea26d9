// What the dialog asks: the choices of the map's own panels, and how a frame of it is to be.

import { make } from '../make.js';
import { editText, valueIn } from '../view.js';
import { placesOf } from './tabs.js';
import { word } from './words.js';

const kControls = ['search', 'share', 'zoom'];
const kThemes = { '': 'themeAuto', light: 'themeLight', dark: 'themeDark', grey: 'themeGrey' };
const kSizes = { '100%x640': 'sizeColumn', '100%x400': 'sizeColumn', '100%x760': 'sizeColumn', '800x600': 'sizeFixed', '400x400': 'sizeFixed' };

const option = (value, textContent) => make('option', { value, textContent });
const checkbox = (checked) => make('input', { type: 'checkbox', checked });
const ticked = (key, input) => make('label', { className: 'tick' }, input, make('span', { textContent: word(key) }));

function field(key, select) {
    select.id = `share-${key}`;
    return make('div', {}, make('label', { htmlFor: select.id, textContent: word(key) }), select);
}

/** Fields that begin with what a view shows. */
export class Choices {
    box;

    #view;
    #edit;
    #first;
    #fields = { place: make('select'), show: make('select'), by: make('select'), theme: make('select') };
    #size = make('select');
    #locked = checkbox(false);
    #controls = new Map(kControls.map((name) => [name, checkbox(true)]));

    /**
     * @param {string} view
     * @param {object[]} nodes of dex_text
     * @param {(view: string, edits: string) => string} edit as Core.editView
     */
    constructor(view, nodes, edit) {
        this.#view = view;
        this.#edit = edit;
        this.#fill(nodes);
        this.#first = this.#values();
        // Most pages are light, whatever their readers' systems prefer, and a frame cannot see what its page is like.
        if (!this.#first.theme) this.#fields.theme.value = 'light';
        const { place, show, by, theme } = this.#fields;
        const controls = [...this.#controls].map(([name, input]) => ticked(name, input));
        this.box = make(
            'div',
            { className: 'choices' },
            field('place', place),
            field('show', show),
            field('level', by),
            field('theme', theme),
            field('size', this.#size),
            ticked('locked', this.#locked),
            make('fieldset', {}, make('legend', { textContent: word('controls') }), ...controls),
        );
    }

    /** As the makers of code want it, with the place by itself and by name. */
    setting(mapTitle) {
        const values = this.#values();
        const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== this.#first[key]));
        // The card of an area elsewhere says nothing here.
        if ('place' in changed) changed.area = '';
        const [width, height] = this.#size.value.split('x');
        const shown = kControls.filter((name) => this.#controls.get(name).checked);
        const { place, show } = this.#fields;
        const names = { title: mapTitle, show: show.selectedOptions[0]?.textContent, place: place.selectedOptions[0].textContent };
        return {
            view: this.#edit(this.#view, editText(changed)),
            title: word(values.place ? 'namedIn' : 'named', names),
            place: values.place,
            placeName: names.place,
            locked: this.#locked.checked,
            controls: shown.length < kControls.length ? shown : undefined,
            theme: values.theme,
            width,
            height: Number(height),
        };
    }

    #values() {
        const { place, show, by, theme } = this.#fields;
        return { place: place.value, show: show.value, by: by.value, theme: theme.value };
    }

    // The ids of the nodes are those that the grammar of the view has.
    #fill(nodes) {
        const { place, show, by, theme } = this.#fields;
        const node = (id) => nodes.find((one) => one.id === id);
        for (const [id, select, options] of [
            ['where', place, placesOf(nodes)],
            ['by', by, node('by').options],
        ]) {
            const { value } = node(id);
            select.append(...options.map((one) => option(one.value, one.label)));
            select.selectedIndex = options.findIndex(({ label }) => label === value);
        }
        const measures = nodes.filter(({ id, role }) => role === 'radio' && id.startsWith('measure.')).map((one) => ({ ...one, value: one.id.slice('measure.'.length) }));
        for (const { id, name } of nodes.filter((one) => one.role === 'radiogroup' && one.id.startsWith('measures.')))
            show.append(make('optgroup', { label: name }, ...measures.filter(({ parent }) => parent === id).map(({ value, name: label }) => option(value, label))));
        // What the list does not hold, as a need by a group, is kept as it is.
        const shown = valueIn(this.#view, 'show') || measures.find(({ state }) => state.includes('checked'))?.value;
        if (!measures.some(({ value }) => value === shown)) show.prepend(option(shown, word('asNow')));
        show.value = shown;
        theme.append(...Object.entries(kThemes).map(([value, key]) => option(value, word(key))));
        theme.value = valueIn(this.#view, 'theme') ?? '';
        for (const [value, key] of Object.entries(kSizes)) {
            const [width, height] = value.split('x');
            this.#size.append(option(value, word(key, { width, height })));
        }
    }
}
