// The dialog that makes a link, and code for somebody's page with a preview of it. It is brought when it is first wanted.

import { request } from '../fetch.js';
import { make, ungroup } from '../make.js';
import { valueIn } from '../view.js';
import { say } from '../words.js';
import { behave } from './behave.js';
import { Choices } from './choices.js';
import { elementCode, fittingCode, frameCode, frameHash, pictureCode } from './snippets.js';
import { style } from './style.js';
import { hasIndex, tabs } from './tabs.js';
import { word } from './words.js';

const kCodes = new Map([['frame', frameCode], ['fitting', fittingCode], ['element', elementCode], ['picture', pictureCode]]);
const kSystems = ['wordpress', 'drupal', 'umbraco', 'ckan', 'govuk'];

const button = (label, onclick, className = '') => make('button', { type: 'button', className, textContent: label, onclick });
const title = (level, label) => make(`h${level}`, { textContent: label });

/** One visit to the dialog: it begins with what the map shows, and changes nothing in it. */
export class ShareDialog {
    #layer;
    #map;
    #choices;
    #posters = [];
    #element = make('dialog', { className: 'share', aria: { labelledby: 'share-title' } });
    #said = make('p', { className: 'said', aria: { role: 'status' } });
    #link = make('input', { type: 'text', id: 'share-link', readOnly: true });
    // Scrolls, so the keyboard has to reach it.
    #preview = make('div', { className: 'preview', tabIndex: 0, aria: { role: 'group', label: word('preview') } });
    #frame;
    #framed;
    #kinds = make('fieldset', {}, make('legend', { textContent: word('code') }));
    #note = make('p', { className: 'hint' });
    #isGoing = false;
    #code = make('textarea', { readOnly: true, className: 'code', rows: 5, spellcheck: false, aria: { label: word('code') } });

    /**
     * @param {import('../layer.js').Layer} layer
     * @param {import('../core.js').Core} core
     * @param {{ src: URL, pageUrl: string, title: string, theme: string, opener: string, take: (name: string) => Promise<boolean> }} map address of its atlas, the page
     *   that shows it by itself with the other pages and scripts beside it, what it is called, its own theme, what opens
     *   the other dialog, or says false
     */
    constructor(layer, core, map) {
        this.#layer = layer;
        this.#map = map;
        // A map that has ended behind the dialog edits nothing more.
        const nodes = core.text;
        this.#choices = new Choices(core.view, nodes, (view, edits) => core.editView(view, edits) || view);
        this.#link.value = `${map.pageUrl}#${core.link()}`;
        this.#element.dataset.theme = map.theme;
        for (const kind of kCodes.keys()) this.#kinds.append(this.#kind(kind));
        this.#element.append(this.#head(), tabs('share', (name) => this.#leave(name), hasIndex(nodes)), this.#body());
        this.#element.addEventListener('change', () => this.#changed());
        this.#element.addEventListener('close', () => this.#closed());
        behave(this.#element);
    }

    /** Shows it over everything. */
    open() {
        this.#layer.lay(this.#element, style);
        this.#element.showModal();
        this.#changed();
        this.#fetchPosters().then(() => this.#element.open && this.#changed());
    }

    #head() {
        const heading = make('h2', { id: 'share-title', tabIndex: -1, autofocus: true, textContent: word('title') });
        return make('div', { className: 'head' }, heading, this.#said, button(say('close'), () => this.#element.close()));
    }

    #body() {
        const send = button(word('send'), () => this.#send());
        send.hidden = !navigator.share || !matchMedia('(pointer: coarse)').matches;
        return make(
            'div',
            { className: 'body' },
            make('label', { htmlFor: 'share-link', textContent: word('link') }),
            make('div', { className: 'row' }, this.#link, button(word('copyLink'), () => this.#copy(this.#link)), send),
            title(3, word('options')),
            make('div', { className: 'sides' }, this.#choices.box, make('div', {}, title(4, word('preview')), this.#preview)),
            this.#kinds,
            this.#note,
            this.#code,
            button(word('copyCode'), () => this.#copy(this.#code), 'main'),
            title(3, word('systems')),
            ...kSystems.map((name) => make('details', {}, make('summary', { textContent: word(name) }), make('p', { textContent: word(`${name}Note`) }))),
        );
    }

    #kind(kind) {
        const radio = make('input', { type: 'radio', name: 'kind', value: kind, checked: kind === 'frame' });
        return make('label', { className: 'tick', hidden: kind === 'picture' }, radio, make('span', { textContent: word(kind) }));
    }

    async #fetchPosters() {
        try {
            const list = new URL('posters/posters.json', this.#map.src);
            const { width, height, posters } = await request(list, (response) => response.json(), { cache: 'no-cache' });
            const urlOf = (file) => new URL(file, list).href;
            this.#posters = posters.map(({ view, file, alt }) => ({ place: valueIn(view, 'place') ?? '', poster: { url: urlOf(file), alt, width, height } }));
        } catch {
            // An atlas without posters: there is no code for a picture of it.
        }
    }

    #beside(file) {
        return new URL(file, this.#map.pageUrl).href;
    }

    #changed() {
        const setting = { ...this.#choices.setting(this.#map.title) };
        setting.poster = this.#posters.find(({ place }) => place === setting.place)?.poster;
        const picture = this.#kinds.querySelector('[value=picture]');
        picture.parentElement.hidden = !setting.poster;
        if (picture.checked && !setting.poster) this.#kinds.querySelector('[value=frame]').checked = true;
        const kind = this.#kinds.querySelector(':checked').value;
        const { pageUrl, src } = this.#map;
        const addresses = { page: pageUrl, frame: this.#beside('embed.html'), hostScript: this.#beside('host.js'), element: this.#beside('dex-map.js'), atlas: src.href };
        this.#code.value = kCodes.get(kind)(setting, addresses);
        this.#note.textContent = word(`${kind}Note`, { place: setting.placeName });
        this.#show(setting);
    }

    // Another view is told to the frame that is there; what the frame itself is like needs another one, because an
    // address that changes would be a step in the reader's history.
    #show(setting) {
        const { view, width, height } = setting;
        const like = frameHash({ ...setting, view: '' });
        if (like !== this.#framed) {
            this.#framed = like;
            this.#frame = make('iframe', { src: `${this.#beside('embed.html')}#${frameHash(setting)}` });
            this.#frame.addEventListener('load', () => this.#tell());
            this.#preview.replaceChildren(this.#frame);
        }
        this.#frame.title = setting.title;
        this.#frame.style.width = width.endsWith('%') ? width : `${width}px`;
        this.#frame.style.height = `${height}px`;
        this.#frame.dataset.view = view;
        this.#tell();
    }

    #tell() {
        this.#frame.contentWindow?.postMessage({ type: 'dex-view', version: 1, view: this.#frame.dataset.view }, '*');
    }

    async #copy(field) {
        try {
            await navigator.clipboard.writeText(field.value);
            this.#said.textContent = word('copied');
        } catch {
            field.focus();
            field.select();
            this.#said.textContent = word('selected');
        }
    }

    async #send() {
        try {
            await navigator.share({ title: this.#map.title, url: this.#link.value });
        } catch {
            // The reader has thought better of it.
        }
    }

    async #leave(name) {
        this.#isGoing = await this.#map.take(name);
        this.#element.close();
    }

    // Back to the button, also where it was pressed on the picture and never had the focus.
    #closed() {
        ungroup(this.#element.querySelectorAll('input'));
        this.#element.remove();
        if (!this.#isGoing) this.#layer.focusOn(this.#map.opener);
    }
}
