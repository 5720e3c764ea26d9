// <dex-map src="…/atlas.json">: attributes, properties and events of the map as a page sees it.

import { request } from './fetch.js';
import { Layer } from './layer.js';
import { Session } from './session.js';
import { style } from './style.js';
import { Link } from './url.js';
import { say } from './words.js';

const kThemes = new Set(['light', 'dark', 'grey']);

const withoutTheme = (view) => view.split('&').filter((pair) => !pair.startsWith('theme=')).join('&');

/**
 * A map.
 *
 * Attributes: `src` the address of an atlas.json · `view` the view to begin with · `theme` light, dark or grey; otherwise
 * as the reader prefers · `own-page` the map is the whole page and its gestures are always the map's · `locked` it can be
 * explored, and nothing chosen · `hash` the view stands in the page's address · `help-url` the host's page about what helps, named on the card that a search led to ·
 * `locate` the search may ask the browser where the reader is.
 * Events, all of which bubble: `dex-ready`, the first picture stands; `dex-detail`, all that the view needs is drawn;
 * `dex-view` { view, isNew }; `dex-select` { level, code, name }, or null; `dex-tree` { version };
 * `dex-error` { sentence, status }, status 0 where there is no map at all.
 */
export class DexMap extends (globalThis.HTMLElement ?? Object) {
    static observedAttributes = ['src', 'view', 'theme', 'own-page', 'locked', 'hash', 'help-url'];

    #layer;
    #session;
    #link;
    #view = '';

    constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [style()];
        this.#layer = new Layer(root);
    }

    connectedCallback() {
        for (const name of ['src', 'view', 'theme', 'ownPage', 'locked', 'hash']) this.#upgrade(name);
        this.#view ||= this.getAttribute('view') ?? '';
        this.#followLink();
        this.#start();
    }

    disconnectedCallback() {
        this.#session?.stop();
        this.#session = undefined;
        this.#link?.stop();
        this.#link = undefined;
    }

    attributeChangedCallback(name, before, now) {
        if (!this.isConnected || !this.#session || before === now) return;
        if (name === 'src') this.#start();
        else if (name === 'view') this.view = now ?? '';
        else if (name === 'theme') this.view = withoutTheme(this.#view);
        else if (name === 'help-url') this.#session.setHelpUrl(this.#helpUrl());
        else if (name === 'own-page') this.#session.setOwnPage(this.ownPage);
        else if (name === 'locked') this.#session.setLocked(this.locked);
        else this.#followLink();
    }

    get src() {
        return this.getAttribute('src') ?? '';
    }
    set src(address) {
        this.setAttribute('src', address);
    }

    get theme() {
        return this.getAttribute('theme') ?? '';
    }
    set theme(theme) {
        this.setAttribute('theme', theme);
    }

    get ownPage() {
        return this.hasAttribute('own-page');
    }
    set ownPage(own) {
        this.toggleAttribute('own-page', Boolean(own));
    }

    get locked() {
        return this.hasAttribute('locked');
    }
    set locked(locked) {
        this.toggleAttribute('locked', Boolean(locked));
    }

    get hash() {
        return this.hasAttribute('hash');
    }
    set hash(follows) {
        this.toggleAttribute('hash', Boolean(follows));
    }

    /** The view as it is now; the attribute only says how it begins. */
    get view() {
        return this.#view;
    }
    set view(view) {
        this.#view = this.#themed(view);
        this.#session?.setView(this.#view);
    }

    get #source() {
        return new URL(this.src, this.baseURI);
    }

    /** What runs behind the picture, while it runs: the semantic tree, actions, counters. */
    get core() {
        return this.#session?.core;
    }

    /**
     * The scores behind the view, bit for bit those of `dex score`; undefined until all figures are here.
     * @returns {undefined | { codes: string[], overall: Float64Array, rank: Float64Array, band: Float64Array,
     *   coverage: Float64Array, leader: Float64Array, second: Float64Array, needs: Float64Array[] }}
     */
    scores() {
        return this.core?.scores();
    }

    /** Shows all of it as text in place of the picture, or the picture again. */
    showText(open = true) {
        if (open) this.#session?.showText();
        else this.#session?.hideText();
    }

    /** Draws soon, after something was changed through `core`. */
    wake() {
        this.#session?.wake();
    }

    // A property that was set before the element was defined would hide the accessor.
    #upgrade(name) {
        if (!Object.hasOwn(this, name)) return;
        const value = this[name];
        delete this[name];
        this[name] = value;
    }

    #followLink() {
        if (this.hash === Boolean(this.#link)) return;
        this.#link?.stop();
        this.#link = undefined;
        if (!this.hash) return;
        this.#link = new Link({ ownPage: this.ownPage, changed: (view) => (this.view = view) });
        const view = this.#link.read();
        if (view) this.view = view;
    }

    #start() {
        this.#session?.stop();
        this.#layer.closeText();
        this.#layer.semantics.heading = this.ownPage ? 1 : 2;
        if (!this.src) {
            this.#ended(say('noSource'));
            return;
        }
        const options = { src: this.#source, view: this.#themed(this.#view), ownPage: this.ownPage, locked: this.locked, helpUrl: this.#helpUrl(), locates: this.hasAttribute('locate') };
        this.#session = new Session(this.#layer, options, {
            view: (view, isNew) => this.#viewed(view, isNew),
            select: (text) => this.#tell('dex-select', this.#selected(text)),
            ready: () => this.#tell('dex-ready', { view: this.#view }),
            detail: () => this.#tell('dex-detail', { view: this.#view }),
            tree: (version) => this.#tell('dex-tree', { version }),
            error: (sentence, status) => this.#tell('dex-error', { sentence, status }),
            ended: (sentence) => this.#ended(sentence),
        });
    }

    // An address of the web, or none.
    #helpUrl() {
        const url = this.hasAttribute('help-url') ? new URL(this.getAttribute('help-url'), this.baseURI) : undefined;
        return url && /^https?:$/.test(url.protocol) ? url.href : '';
    }

    #ended(sentence) {
        this.#session = undefined;
        const retry = () => this.#start();
        this.#layer.fail(sentence, retry);
        this.#tell('dex-error', { sentence, status: 0 });
        if (this.src) this.#showStored(sentence, retry);
    }

    // The default view as text, which was made with the atlas: the table is never out of reach.
    async #showStored(sentence, onclick) {
        try {
            const nodes = await request(new URL('text.json', this.#source), (response) => response.json(), { cache: 'no-cache' });
            const text = await this.#layer.openText({ sentence, label: say('retry'), onclick });
            text.sync(nodes);
            this.#layer.uncover(); // The sentence stands above the text.
            if (!this.#session && this.isConnected) return;
        } catch {
            // The atlas has no such file, or it is none of ours: the sentence stands by itself.
        }
        this.#layer.closeText();
    }

    #viewed(view, isNew) {
        this.#view = view;
        this.#link?.write(view, isNew);
        this.#tell('dex-view', { view, isNew });
    }

    #selected(text) {
        if (!text) return null;
        const [level, code, name] = text.split('\t');
        return { level, code, name };
    }

    // The attribute wins over what a link says, and takes nothing else of it away.
    #themed(view) {
        if (!kThemes.has(this.theme)) return view;
        return [withoutTheme(view), `theme=${this.theme}`].filter(Boolean).join('&');
    }

    #tell(type, detail) {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
}
