// The tab that hands out figures: rows and columns, how a table begins, what its columns mean.

import { make } from '../make.js';
import { editText, valueIn, withValue } from '../view.js';
import { copy, fileName } from './hand_over.js';
import { Making } from './making.js';
import { button, count, enable, field, kB, option } from './parts.js';
import { Sheet, tableOf } from './table.js';
import { phrase } from './words.js';

// Without it Excel takes names for another alphabet's. Whoever reads the bytes as text leaves it out.
const kMark = '\uFEFF';
const kTypes = { csv: 'text/csv;charset=utf-8', geojson: 'application/geo+json', guide: 'application/json' };

// What is shown of the guide: the name of the column, and where the guide has it.
const kGuide = [
    ['guideColumn', 'titles'],
    ['guideLabel', 'dc:title'],
    ['guideUnit', 'schema:unitText'],
    ['guideDirection', 'skos:scopeNote'],
    ['guideNote', 'dc:description'],
    ['guideDate', 'dc:date'],
    ['guideSource', 'dc:source'],
    ['guideLicence', 'dc:license'],
];

const levelOf = (ref) => ref.split(':')[0];

const textOf = (bytes) => new TextDecoder().decode(bytes);

/** One visit to the tab. */
export class DataTab {
    box;

    #about;
    #making;
    #place = make('select');
    #level = make('select');
    #columns = make('select');
    // Scrolls, so the keyboard has to reach it.
    #preview = make('div', { className: 'preview rows', tabIndex: 0, aria: { role: 'group', label: phrase('firstRows') } });
    #guide = make('div', { className: 'preview rows', tabIndex: 0, aria: { role: 'group', label: phrase('guide') } });
    #details = make('details', {}, make('summary', { textContent: phrase('guide') }), this.#guide);
    #levelNote = make('p', { className: 'hint', textContent: phrase('ofLevel') });
    #geoNote = make('p', { className: 'hint', textContent: phrase('geoJsonScores') });
    #buttons;
    // Once it is there whole, and what is said of it then.
    #sheet;
    #summary;
    #hasGuide = false;

    /** @param {import('./take.js').About} about */
    constructor(about) {
        this.#about = about;
        this.#making = new Making(about);
        const { view, levels, placeName, wholeName, areaName, compared, hasIndex, isOfArea, isOfCompared } = about;
        const place = valueIn(view, 'place');
        if (isOfArea && valueIn(view, 'area') !== place) this.#place.append(option('area', phrase('onlyPlace', { place: areaName })));
        if (place) this.#place.append(option('place', phrase('onlyPlace', { place: placeName })));
        this.#place.append(option('all', phrase('allOf', { place: wholeName })));
        if (compared.length > 0) this.#place.append(option('compared', phrase('onlyCompared')));
        this.#level.append(...levels.map(({ value, label }) => option(value, label)));
        this.#level.value = about.level;
        if (compared.length > 0 && isOfCompared) this.#place.value = 'compared';
        this.#placeChosen();
        this.#place.addEventListener('change', () => this.#placeChosen());
        this.#columns.append(option('shown', phrase('shown')));
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
            make('div', { className: 'choices' }, field('rows', this.#place), field('areas', this.#level), this.#levelNote, field('columns', this.#columns)),
            make(
                'div',
                {},
                make('h3', { textContent: phrase('firstRows') }),
                this.#preview,
                this.#making.box,
                make('div', { className: 'row' }, ...this.#buttons),
                make('p', { className: 'hint', textContent: phrase('unpublished') }),
                this.#geoNote,
                this.#details,
            ),
        );
        this.box.addEventListener('change', () => this.show());
        this.#details.addEventListener('toggle', () => this.#wantGuide());
    }

    // Areas compared may be of several levels: the first one says which is meant.
    #placeChosen() {
        if (this.#place.value === 'compared') this.#level.value = levelOf(this.#about.compared[0]);
    }

    /** It can be seen. */
    show() {
        this.#sheet = undefined;
        this.#hasGuide = false;
        this.#levelNote.hidden = this.#place.value !== 'compared' || new Set(this.#about.compared.map(levelOf)).size < 2;
        this.#geoNote.hidden = this.#columns.value !== 'scores';
        enable(this.#buttons, false);
        this.#about.say('');
        this.#making.run(
            async (makeIt) => {
                const sheet = new Sheet();
                let size = 0;
                await makeIt(this.#order('csv'), (bytes) => {
                    size += bytes.length;
                    sheet.add(textOf(bytes));
                });
                if (this.#details.open) await this.#showGuide(makeIt);
                return { sheet, size };
            },
            (made) => this.#hold(made),
        );
    }

    #hold({ sheet, size }) {
        this.#preview.replaceChildren(tableOf(sheet.shown));
        const columns = sheet.shown[0].length;
        this.#summary = sheet.count ? phrase('isCsv', { rows: count(sheet.count), columns, kB: kB({ size }) }) : phrase('noRows');
        if (sheet.count) {
            this.#sheet = sheet;
            enable(this.#buttons, true);
        }
        return this.#summary;
    }

    stop() {
        this.#making.stop();
    }

    #order(as) {
        const { view, edit } = this.#about;
        const rows = this.#place.value;
        const place = rows === 'area' ? valueIn(view, 'area') : (valueIn(view, 'place') ?? '');
        // A view with an area opened shows the areas of its level.
        const shown = edit(withValue(view, 'area', ''), editText({ by: this.#level.value }));
        return {
            as,
            view: withValue(shown, 'place', place),
            [this.#columns.value]: this.#columns.value !== 'figures',
            place: rows === 'area' || rows === 'place',
            compared: rows === 'compared',
            file: as === 'guide' && this.#name('csv'),
        };
    }

    #name(ending) {
        const { title, placeName, wholeName, areaName } = this.#about;
        const place = { area: areaName, place: placeName, all: wholeName, compared: phrase('onlyCompared') }[this.#place.value];
        return fileName([title, title.includes(place) ? '' : place, this.#level.value, this.#columns.value], ending);
    }

    async #showGuide(makeIt) {
        const { tableSchema } = JSON.parse(textOf(await makeIt(this.#order('guide'))));
        this.#hasGuide = true;
        const rows = tableSchema.columns.map((column) => kGuide.map(([, key]) => column[key] ?? ''));
        this.#guide.replaceChildren(tableOf([kGuide.map(([name]) => phrase(name)), ...rows]));
    }

    // It waits for whatever is being made.
    #wantGuide() {
        if (!this.#details.open || this.#hasGuide || !this.#sheet || this.#making.isGoing) return;
        this.#making.run((makeIt) => this.#showGuide(makeIt), () => this.#summary);
    }

    async #save(as) {
        const name = this.#name({ csv: 'csv', geojson: 'geojson', guide: 'csv-metadata.json' }[as]);
        const save = (bytes) => this.#about.save(new Blob([bytes], { type: kTypes[as] }), name);
        if (as === 'csv') return save(kMark + this.#sheet.csv);
        const order = this.#order(as);
        await this.#making.run(
            (makeIt) => makeIt(order),
            (bytes) => {
                save(bytes);
                return this.#summary;
            },
        );
        this.#wantGuide();
    }

    async #copy() {
        const { html, text } = this.#sheet;
        const isDone = await copy({ 'text/html': html, 'text/plain': text });
        if (isDone) this.#about.say(phrase('copied'));
        else this.#about.select(phrase('textSelected'), text);
    }
}
