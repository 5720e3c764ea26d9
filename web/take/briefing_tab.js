// The tab that makes a briefing: one page about an area, or about those compared, to be printed.

import { make } from '../make.js';
import { tabName } from '../share/tabs.js';
import { valueIn, withValue } from '../view.js';
import { fileName } from './hand_over.js';
import { Making } from './making.js';
import { button, enable, field, kB, option } from './parts.js';
import { phrase } from './words.js';

// In place of an area.
const kCompared = 'compared';

/** One visit to the tab. The page is made at once: a browser opens a window in the press itself, and not long after it. */
export class BriefingTab {
    box;

    #about;
    #making;
    #page;
    #area = make('select');
    #buttons = [button(phrase('openBriefing'), () => this.#open(), 'main'), button(phrase('saveBriefing'), () => this.#about.save(this.#page, this.#name))];

    /** @param {import('./take.js').About} about */
    constructor(about) {
        this.#about = about;
        this.#making = new Making(about);
        const { view, areaName, compared, isOfCompared, places } = about;
        const area = valueIn(view, 'area');
        if (compared.length > 1) this.#area.append(option(kCompared, phrase('compared', { count: compared.length })));
        if (area) this.#area.append(option(area, areaName));
        const others = places.filter(({ value }) => value !== area);
        this.#area.append(...others.map(({ value, label }) => option(value, label)));
        const place = valueIn(view, 'place');
        const first = [isOfCompared && kCompared, area, place, others[0]?.value];
        this.#area.value = first.find((value) => [...this.#area.options].some((one) => one.value === value)) ?? '';
        this.box = make(
            'div',
            { className: 'choices' },
            make('p', { textContent: phrase('briefingLead') }),
            field('about', this.#area),
            make('div', { className: 'row' }, ...this.#buttons),
            this.#making.box,
        );
        this.#area.addEventListener('change', () => this.show());
    }

    show() {
        this.#page = undefined;
        enable(this.#buttons, false);
        const { view, today, pageUrl } = this.#about;
        const isOfCompared = this.#area.value === kCompared;
        const about = isOfCompared ? view : withValue(view, 'area', this.#area.value);
        const order = { as: 'briefing', view: about, compared: isOfCompared, made: today, address: pageUrl };
        this.#making.run(
            (makeIt) => makeIt(order),
            (bytes) => {
                this.#page = new Blob([bytes], { type: 'text/html' });
                enable(this.#buttons, true);
                return phrase('isBriefing', { kB: kB(this.#page) });
            },
        );
    }

    stop() {
        this.#making.stop();
    }

    get #name() {
        return fileName([this.#area.selectedOptions[0].textContent, tabName('briefing')], 'html');
    }

    #open() {
        if (!this.#about.files.open(this.#page)) this.#about.byHand(this.#page, this.#name);
    }
}
