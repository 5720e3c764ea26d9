// The dialog with what a reader takes away: pictures, figures, a briefing. It is brought when it is first wanted.

import { make } from '../make.js';
import { style as dialogStyle } from '../share/style.js';
import { hasIndex, tabs } from '../share/tabs.js';
import { valueIn } from '../view.js';
import { say } from '../words.js';
import { BriefingTab } from './briefing_tab.js';
import { DataTab } from './data_tab.js';
import { addressOf } from './hand_over.js';
import { Maker, NotMade } from './maker.js';
import { button } from './parts.js';
import { PictureTab } from './picture_tab.js';
import { style } from './style.js';
import { phrase } from './words.js';

// As a page's own theme says it, or the reader's system.
const isDark = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 384;

const kTabs = { picture: PictureTab, data: DataTab, briefing: BriefingTab };

/**
 * What the tabs know of the map, and what they say.
 * @typedef {object} About
 * @property {string} view as the map shows it
 * @property {(view: string, edits: string) => string} edit as Core.editView
 * @property {Maker} maker
 * @property {string} title of the map
 * @property {string} pageUrl
 * @property {string} today "2026-11-29"
 * @property {HTMLElement} stage
 * @property {boolean} isDark
 * @property {string} placeName the place shown, or the whole
 * @property {string} wholeName
 * @property {string} areaName of the card that is open
 * @property {{ value: string, label: string }[]} places
 * @property {{ value: string, label: string }[]} levels
 * @property {string} level the one shown
 * @property {string} topLevel
 * @property {boolean} hasIndex
 * @property {(sentence: string) => void} say
 * @property {(blob: Blob, name: string) => void} saved
 * @property {(error: Error) => string} whyNot
 */

/** One visit to the dialog: it begins with what the map shows, and changes nothing in it. */
export class TakeDialog {
    #layer;
    #core;
    #maker;
    #about;
    #go;
    #opener;
    #element = make('dialog', { className: 'share take', aria: { labelledby: 'take-title' } });
    #said = make('p', { className: 'said', aria: { role: 'status' } });
    #body = make('div', { className: 'body' });
    #nav = make('nav');
    #tab;
    #isGoing = false;

    /**
     * @param {import('../layer.js').Layer} layer
     * @param {import('../core.js').Core} core
     * @param {{ wake: () => void, pageUrl: string, title: string, theme: string, opener: string, share: () => void }} map
     *   share: opens the dialog that shares
     */
    constructor(layer, core, { wake, pageUrl, title, theme, opener, share }) {
        this.#layer = layer;
        this.#core = core;
        this.#opener = opener;
        this.#go = share;
        this.#maker = new Maker(core, wake);
        this.#element.dataset.theme = theme;
        const heading = make('h2', { id: 'take-title', tabIndex: -1, autofocus: true, textContent: phrase('title') });
        this.#element.append(make('div', { className: 'head' }, heading, this.#said, button(say('close'), () => this.#element.close())), this.#nav, this.#body);
        this.#about = {
            ...this.#known(),
            edit: (view, edits) => core.editView(view, edits) || view,
            maker: this.#maker,
            title,
            pageUrl,
            today: new Date().toLocaleDateString('sv'),
            stage: layer.stage,
            say: (sentence) => (this.#said.textContent = sentence),
            saved: (blob, name) => this.#saved(blob, name),
            whyNot: (error) => this.#whyNot(error),
        };
        this.#element.addEventListener('close', () => this.#closed());
        // A press beside the dialog closes it, as a press anywhere closes a list of the map.
        this.#element.addEventListener('pointerdown', (event) => event.target === this.#element && this.#element.close());
    }

    /** @param {'picture' | 'data' | 'briefing'} name */
    open(name) {
        this.#layer.adopt(style);
        this.#layer.lay(this.#element, dialogStyle);
        this.#element.showModal();
        this.#about.isDark = isDark(getComputedStyle(this.#element).backgroundColor);
        this.#show(name);
    }

    // As the Text view says it; its ids are those of the view's grammar.
    #known() {
        const nodes = this.#core.text;
        const { view } = this.#core;
        const node = (id) => nodes.find((one) => one.id === id);
        const [whole, ...places] = node('where')?.options ?? [];
        const levels = node('by')?.options ?? [];
        const level = levels.find(({ label }) => label === node('by')?.value) ?? levels[0];
        return {
            view,
            placeName: (valueIn(view, 'place') && node('where')?.value) || whole?.label || '',
            wholeName: whole?.label ?? '',
            areaName: node('card.name')?.name ?? '',
            places,
            levels,
            level: level?.value,
            topLevel: levels.at(-1)?.value,
            hasIndex: hasIndex(nodes),
        };
    }

    #show(name) {
        this.#maker.stop();
        this.#tab?.stop();
        this.#said.textContent = '';
        this.#tab = new kTabs[name](this.#about);
        const go = (other) => (other === 'share' ? this.#leave() : this.#show(other));
        const nav = tabs(name, go, this.#about.hasIndex);
        const hadFocus = this.#nav.contains(this.#element.getRootNode().activeElement);
        this.#nav.replaceWith(nav);
        this.#nav = nav;
        if (hadFocus) nav.querySelector('[aria-current]').focus();
        this.#body.replaceChildren(this.#tab.box);
        this.#tab.show();
    }

    #leave() {
        this.#isGoing = true;
        this.#element.close();
        this.#go();
    }

    // In a frame nobody says whether a file was saved: there is a second way.
    #saved(blob, name) {
        if (window.top === window) return this.#about.say(phrase('saved', { name }));
        const link = make('a', { href: addressOf(blob), target: '_blank', textContent: phrase('openIt') });
        this.#said.replaceChildren(phrase('savedFramed', { name }), ' ', link);
    }

    // Failed files are asked for again by whoever tries again.
    #whyNot(error) {
        if (!(error instanceof NotMade)) console.error(error);
        this.#core.retry();
        return phrase('failed');
    }

    // Back to the button, also where it was pressed on the picture and never had the focus.
    #closed() {
        this.#maker.stop();
        this.#tab.stop();
        this.#element.remove();
        if (!this.#isGoing) this.#layer.focusOn(this.#opener);
    }
}
