// The tab that hands out figures: rows and columns, how a table begins, what its columns mean.

import { make } from '../make.js';
import { editText, valueIn, withValue } from '../view.js';
import { copy, fileName, save } from './hand_over.js';
import { button, field, option } from './parts.js';
import { rowsOf, tabbed, tableOf } from './table.js';
import { phrase } from './words.js';

const kPreviewRows = 6;

// What is shown of the guide: the name of the column, and where the guide has it.
const kGuide = [
    ['guideColumn', 'titles'],
    ['guideLabel', 'dc:title'],
    ['guideUnit', 'schema:unitText'],
    ['guideNote', 'skos:scopeNote'],
    ['guideSource', 'dc:source'],
];

/** One visit to the tab. */
export class DataTab {
    box;

    #about;
    #place = make('select');
    #level = make('select');
    #columns = make('select');
    // Scrolls, so the keyboard has to reach it.
    #preview = make('div', { className: 'preview rows', tabIndex: 0, aria: { role: 'group', label: phrase('firstRows') } });
    #state = make('p', { className: 'hint', aria: { role: 'status' } });
    #guide = make('div', { className: 'preview rows', tabIndex: 0, aria: { role: 'group', label: phrase('guide') } });
    #details = make('details', {}, make('summary', { textContent: phrase('guide') }), this.#guide);
    #buttons;
    #csv;

    /** @param {import('./take.js').About} about */
    constructor(about) {
        this.#about = about;
        const { view, levels, placeName, wholeName, hasIndex } = about;
        if (valueIn(view, 'place')) this.#place.append(option('place', phrase('onlyPlace', { place: placeName })));
        this.#place.append(option('all', phrase('allOf', { place: wholeName })));
        this.#level.append(...levels.map(({ value, label }) => option(value, label)));
        this.#level.value = about.level;
        if (hasIndex) this.#columns.append(option('scores', phrase('scores')));
        this.#columns.append(option('figures', phrase('figures')));
        this.#buttons = [
            button(phrase('saveCsv'), () => this.#save('csv'), 'main'),
            button(phrase('saveGeoJson'), () => this.#save('geojson')),
            button(phrase('copyTable'), () => this.#copy()),
            button(phrase('saveGuide'), () => this.#save('guide')),
        ];
        this.box = make(
            'div',
            { className: 'sides' },
            make('div', { className: 'choices' }, field('rows', this.#place), field('areas', this.#level), field('columns', this.#columns)),
            make(
                'div',
                {},
                make('h4', { textContent: phrase('firstRows') }),
                this.#preview,
                this.#state,
                make('div', { className: 'row' }, ...this.#buttons),
                make('p', { className: 'hint', textContent: phrase('unpublished') }),
                this.#details,
            ),
        );
        this.box.addEventListener('change', () => this.show());
        this.#details.addEventListener('toggle', () => this.#details.open && this.#try(() => this.#showGuide()));
    }

    /** It can be seen. */
    show() {
        this.#try(() => this.#show());
    }

    stop() {}

    get #isWhole() {
        return this.#place.value === 'all';
    }

    get #order() {
        const { view, edit } = this.#about;
        // A view with an area opened shows the areas of its level.
        const shown = edit(withValue(view, 'area', ''), editText({ by: this.#level.value }));
        return { view: shown, scores: this.#columns.value === 'scores', place: !this.#isWhole };
    }

    #names() {
        const { title, placeName, wholeName } = this.#about;
        const place = this.#isWhole ? wholeName : placeName;
        return [title, title.includes(place) ? '' : place, this.#level.value, this.#columns.value];
    }

    async #try(work) {
        try {
            await work();
        } catch (error) {
            if (error.name !== 'AbortError') this.#state.textContent = this.#about.whyNot(error);
        }
    }

    async #show() {
        this.#csv = undefined;
        this.#buttons.forEach((one) => (one.disabled = true));
        this.#state.textContent = phrase('making');
        const csv = await this.#about.maker.make({ as: 'csv', ...this.#order });
        const rows = rowsOf(await csv.text());
        this.#csv = csv;
        this.#preview.replaceChildren(tableOf(rows.slice(0, kPreviewRows)));
        const kB = Math.max(1, Math.round(csv.size / 1000)).toLocaleString('en-GB');
        this.#state.textContent = phrase('isCsv', { rows: (rows.length - 1).toLocaleString('en-GB'), columns: rows[0].length, kB });
        this.#buttons.forEach((one) => (one.disabled = false));
        if (this.#details.open) await this.#showGuide();
    }

    async #showGuide() {
        const { tableSchema } = JSON.parse(await (await this.#made('guide')).text());
        const rows = tableSchema.columns.map((column) => kGuide.map(([, key]) => column[key] ?? ''));
        this.#guide.replaceChildren(tableOf([kGuide.map(([name]) => phrase(name)), ...rows]));
    }

    #made(as) {
        return this.#about.maker.make({ as, ...this.#order, file: as === 'guide' && fileName(this.#names(), 'csv') });
    }

    #save(as) {
        this.#try(async () => {
            this.#about.say(phrase('making'));
            const blob = as === 'csv' ? this.#csv : await this.#made(as);
            const ending = { csv: 'csv', geojson: 'geojson', guide: 'csv-metadata.json' }[as];
            const name = fileName(this.#names(), ending);
            save(blob, name);
            this.#about.saved(blob, name);
        });
    }

    async #copy() {
        const rows = rowsOf(await this.#csv.text());
        const isDone = await copy({ 'text/html': new XMLSerializer().serializeToString(tableOf(rows)), 'text/plain': tabbed(rows) });
        this.#about.say(phrase(isDone ? 'copied' : 'tableByHand'));
        if (isDone) return;
        this.#preview.replaceChildren(tableOf(rows));
        const all = document.createRange();
        all.selectNodeContents(this.#preview);
        const selection = document.getSelection();
        selection.removeAllRanges();
        selection.addRange(all);
        this.#preview.focus();
    }
}
