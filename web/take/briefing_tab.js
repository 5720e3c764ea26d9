// The tab that makes a briefing: one page about one area, to be printed.

import { make } from '../make.js';
import { word as wordOfTabs } from '../share/words.js';
import { valueIn, withValue } from '../view.js';
import { addressOf, fileName, save } from './hand_over.js';
import { button, field, option } from './parts.js';
import { phrase } from './words.js';

/** One visit to the tab. */
export class BriefingTab {
    box;

    #about;
    #area = make('select');
    #state = make('p', { className: 'hint', aria: { role: 'status' } });
    #bar = make('progress', { max: 1, value: 0, hidden: true, aria: { label: phrase('making') } });
    #buttons = [button(phrase('openBriefing'), () => this.#open(), 'main'), button(phrase('saveBriefing'), () => this.#save())];

    /** @param {import('./take.js').About} about */
    constructor(about) {
        this.#about = about;
        const { view, areaName, topLevel, places } = about;
        const area = valueIn(view, 'area');
        if (area) this.#area.append(option(area, areaName));
        const others = places.map(({ value, label }) => [`${topLevel}:${value}`, label]).filter(([value]) => value !== area);
        this.#area.append(...others.map(([value, label]) => option(value, label)));
        this.#area.value = area || valueIn(view, 'place') || this.#area.value;
        this.box = make(
            'div',
            { className: 'choices' },
            make('p', { textContent: phrase('briefingLead') }),
            field('about', this.#area),
            make('div', { className: 'row' }, ...this.#buttons),
            this.#bar,
            this.#state,
        );
        this.#area.addEventListener('change', () => this.show());
    }

    show() {
        this.#state.textContent = '';
    }

    stop() {}

    get #name() {
        return fileName([this.#area.selectedOptions[0].textContent, wordOfTabs('tabBriefing')], 'html');
    }

    async #make() {
        const { maker, view, today, pageUrl } = this.#about;
        this.#buttons.forEach((one) => (one.disabled = true));
        this.#state.textContent = phrase('making');
        this.#bar.hidden = false;
        try {
            const order = { as: 'briefing', view: withValue(view, 'area', this.#area.value), made: today, address: pageUrl };
            const page = await maker.make(order, { heard: (share) => (this.#bar.value = share) });
            this.#state.textContent = '';
            return new Blob([page], { type: 'text/html' });
        } catch (error) {
            if (error.name !== 'AbortError') this.#state.textContent = this.#about.whyNot(error);
        } finally {
            this.#buttons.forEach((one) => (one.disabled = false));
            this.#bar.hidden = true;
        }
        return undefined;
    }

    async #save() {
        const page = await this.#make();
        if (!page) return;
        save(page, this.#name);
        this.#about.saved(page, this.#name);
    }

    // A browser opens a window for a press, and not for what comes of it long afterwards: then there is a link.
    async #open() {
        const page = await this.#make();
        if (!page) return;
        const opened = window.open(addressOf(page), '_blank');
        if (!opened) this.#about.saved(page, this.#name);
    }
}
