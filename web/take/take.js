// The dialog with what a reader takes away: pictures, figures, a briefing. It is brought when it is first wanted.

import { make } from '../make.js';
import { behave } from '../share/behave.js';
import { style as dialogStyle } from '../share/style.js';
import { hasIndex, placesOf, tabs } from '../share/tabs.js';
import { valueIn } from '../view.js';
import { say } from '../words.js';
import { BriefingTab } from './briefing_tab.js';
import { DataTab } from './data_tab.js';
import { Files } from './hand_over.js';
import { Maker } from './maker.js';
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
 * @property {boolean} isOfArea the dialog was opened from that card
 * @property {string[]} compared "ward:E05009317"
 * @property {boolean} isOfCompared the dialog was opened from their comparison
 * @property {{ value: string, label: string }[]} places "borough:E09000028"
 * @property {{ value: string, label: string }[]} levels
 * @property {string} level the one shown
 * @property {boolean} hasIndex
 * @property {Files} files
 * @property {(sentence: string) => void} say
 * @property {(blob: Blob, name: string) => void} save
 * @property {(blob: Blob, name: string) => void} byHand where the page may neither save nor open windows
 * @property {(sentence: string, text: string) => void} select shows a text that the reader copies themselves
 * @property {() => void} retry
 * @property {(file: File) => void} openPicture shows the view that a saved picture brings
 */

/** One visit to the dialog: it begins with what the map shows, and changes nothing in it. */
export class TakeDialog {
    #layer;
    #core;
    #maker;
    #about;
    #go;
    #opener;
    #files = new Files();
    #element = make('dialog', { className: 'share take', aria: { labelledby: 'take-title' } });
    #said = make('p', { id: 'take-said', className: 'said', aria: { role: 'status' } });
    #body = make('div', { className: 'body' });
    #byHand = make('textarea', { className: 'code', readOnly: true, rows: 6, hidden: true, aria: { labelledby: 'take-said' } });
    #nav = make('nav');
    #tab;
    #isGoing = false;

    /**
     * @param {import('../layer.js').Layer} layer
     * @param {import('../core.js').Core} core
     * @param {{ wake: () => void, retry: () => void, openPicture: (file: File) => void, pageUrl: string, title: string, theme: string, opener: string,
     *   share: () => Promise<boolean> }} map share: opens the dialog that shares, or says false
     */
    constructor(layer, core, { wake, retry, openPicture, pageUrl, title, theme, opener, share }) {
        this.#layer = layer;
        this.#core = core;
        this.#opener = opener;
        this.#go = share;
        this.#maker = new Maker(core, wake);
        this.#element.dataset.theme = theme;
        const heading = make('h2', { id: 'take-title', tabIndex: -1, autofocus: true, textContent: phrase('title') });
        this.#element.append(make('div', { className: 'head' }, heading, this.#said, button(say('close'), () => this.#element.close())), this.#nav, this.#byHand, this.#body);
        this.#about = {
            ...this.#known(),
            edit: (view, edits) => core.editView(view, edits) || view,
            maker: this.#maker,
            isOfArea: opener.startsWith('card.'),
            isOfCompared: opener.startsWith('compare.'),
            title,
            pageUrl,
            today: new Date().toLocaleDateString('sv'),
            stage: layer.stage,
            files: this.#files,
            say: (sentence) => this.#say(sentence),
            save: (blob, name) => this.#save(blob, name),
            byHand: (blob, name) => this.#showByHand(blob, name),
            select: (sentence, text) => this.#select(sentence, text),
            retry,
            openPicture: (file) => {
                this.#element.close();
                openPicture(file);
            },
        };
        this.#element.addEventListener('close', () => this.#closed());
        behave(this.#element);
    }

    /** @param {'picture' | 'data' | 'briefing'} name */
    open(name) {
        // What could not be loaded before may be there now.
        this.#about.retry();
        this.#layer.lay(this.#element, dialogStyle);
        this.#layer.adopt(style);
        this.#element.showModal();
        this.#about.isDark = isDark(getComputedStyle(this.#element).backgroundColor);
        this.#show(name);
    }

    // As the Text view says it; its ids are those of the view's grammar.
    #known() {
        const nodes = this.#core.text;
        const { view } = this.#core;
        const node = (id) => nodes.find((one) => one.id === id);
        const [whole, ...places] = placesOf(nodes);
        const levels = node('by')?.options ?? [];
        const level = levels.find(({ label }) => label === node('by')?.value) ?? levels[0];
        const place = valueIn(view, 'place');
        return {
            view,
            // Before the names of its level are here, the list lacks a place that only a link says.
            placeName: place ? node('where')?.value || place.split(':').at(-1) : (whole?.label ?? ''),
            wholeName: whole?.label ?? '',
            areaName: node('card.name')?.name ?? '',
            compared: valueIn(view, 'compare')?.split(',') ?? [],
            places,
            levels,
            level: level?.value,
            hasIndex: hasIndex(nodes),
        };
    }

    #show(name) {
        this.#tab?.stop();
        this.#say('');
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

    async #leave() {
        this.#isGoing = await this.#go();
        this.#element.close();
    }

    // Also where it is the same sentence again.
    #say(sentence, ...more) {
        this.#byHand.hidden = true;
        const again = sentence && this.#said.textContent === sentence ? '\u00a0' : '';
        this.#said.replaceChildren(sentence + again, ...more);
    }

    // In a frame nobody says whether a file was saved: there is a second way.
    #save(blob, name) {
        this.#files.save(blob, name);
        if (window.top === window) return this.#say(phrase('saved', { name }));
        const instead = button(phrase('openIt'), () => this.#files.open(blob) || this.#showByHand(blob, name));
        this.#say(phrase('savedFramed', { name }), ' ', instead);
    }

    async #showByHand(blob, name) {
        if (blob.type.startsWith('image/')) return this.#say(phrase('pictureByHand'));
        this.#select(phrase('fileByHand', { name }), await blob.text());
    }

    #select(sentence, text) {
        this.#say(sentence);
        this.#byHand.hidden = false;
        this.#byHand.value = text;
        this.#byHand.focus();
        this.#byHand.select();
    }

    // Back to the button, also where it was pressed on the picture and never had the focus.
    #closed() {
        this.#tab.stop();
        this.#files.forget();
        this.#element.remove();
        if (!this.#isGoing) this.#layer.focusOn(this.#opener);
    }
}
