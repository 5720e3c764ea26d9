// <dex-map src="…/atlas.json">: attributes, properties and events of the map as a page sees it.

import { Controls, HostPages } from './core.js';
import { Layer } from './layer.js';
import { attribute } from './make.js';
import { Session } from './session.js';
import { style } from './style.js';
import { openStored } from './text_page.js';
import { Link, reload } from './url.js';
import { valueIn, viewText, withValue } from './view.js';
import { say } from './words.js';

const kMaxRenewals = 3;
const kThemes = new Set(['light', 'dark', 'grey']);
const kProperties = ['src', 'view', 'theme', 'ownPage', 'locked', 'controls', 'hash', 'helpUrl', 'reportUrl', 'methodUrl', 'pageUrl', 'locate'];

/**
 * A map.
 *
 * @tagname dex-map
 * @attr {string} src - Address of an atlas.json.
 * @attr {string} view - The view to begin with, in the grammar of docs/view-state.md.
 * @attr {'light' | 'dark' | 'grey'} theme - Colours; otherwise as the reader prefers.
 * @attr {boolean} own-page - The map is the whole page, and its gestures are always the map's.
 * @attr {boolean} locked - It can be explored, and nothing chosen.
 * @attr {string} controls - Which of search, share and zoom are shown; all of them without it.
 * @attr {boolean} hash - The view stands in the page's address.
 * @attr {string} help-url - The host's page about what helps, named on the card that a search led to.
 * @attr {string} report-url - The host's page or mail address for what is wrong, with {area}, {figure} and {view} where they are to stand.
 * @attr {string} method-url - The host's page about the method; otherwise method.html beside page-url.
 * @attr {string} page-url - The page that shows the map by itself; otherwise index.html in the folder above the atlas.
 * @attr {boolean} locate - The search may ask the browser where the reader is.
 * @slot poster - A picture that stands until the map does.
 * @fires {CustomEvent<{ view: string, drawnBy: string }>} dex-ready - The first picture stands; drawnBy: as the property says.
 * @fires {CustomEvent<{ view: string, drawnBy: string }>} dex-detail - All that the view needs is drawn.
 * @fires {CustomEvent<{ view: string, isNew: boolean }>} dex-view - The view has changed; isNew: another one rather than the same, panned.
 * @fires {CustomEvent<{ level: string, code: string, name: string } | null>} dex-select - An area was selected, or none is any more.
 * @fires {CustomEvent<{ version: number }>} dex-tree - What the controls say has changed.
 * @fires {CustomEvent<{ sentence: string, status: number }>} dex-error - Something is wrong; status 0 where there is no map at all.
 * @csspart map - The picture and all that lies on it.
 * @csspart find - The search field with its list.
 * @csspart cover - What stands in place of the picture: waiting, or why there is none.
 * @csspart note - A sentence under the picture when something is wrong.
 * @csspart bar - How far loading has come.
 * @csspart text - The Text view.
 * @cssprop --paper - Ground of what stands in place of the picture.
 * @cssprop --panel - Ground of the search field, notes and the Text view.
 * @cssprop --ink - Letters.
 * @cssprop --quiet - Letters that matter less.
 * @cssprop --line - Lines between things.
 * @cssprop --accent - What can be done.
 * @cssprop --on-accent - Letters on the accent.
 */
export class DexMap extends (globalThis.HTMLElement ?? Object) {
    static observedAttributes = ['src', 'view', 'theme', 'own-page', 'locked', 'controls', 'hash', 'help-url', 'report-url'];

    #layer;
    #session;
    #link;
    #view = '';
    #renewals = 0;

    constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [style()];
        this.#layer = new Layer(root);
    }

    connectedCallback() {
        kProperties.forEach((name) => this.#upgrade(name));
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
        else if (name === 'theme') this.view = withValue(this.#view, 'theme', '');
        else if (name === 'own-page') this.#session.setOwnPage(this.ownPage);
        else if (/^(locked|controls|.*-url)$/.test(name)) this.#session.setControls(this.#shown());
        else this.#followLink();
    }

    get src() {
        return this.getAttribute('src') ?? '';
    }
    set src(address) {
        this.#reflect('src', address);
    }

    get theme() {
        return this.getAttribute('theme') ?? '';
    }
    set theme(theme) {
        this.#reflect('theme', theme);
    }

    get helpUrl() {
        return this.getAttribute('help-url') ?? '';
    }
    set helpUrl(address) {
        this.#reflect('help-url', address);
    }

    get reportUrl() {
        return this.getAttribute('report-url') ?? '';
    }
    set reportUrl(address) {
        this.#reflect('report-url', address);
    }

    get methodUrl() {
        return this.getAttribute('method-url') ?? '';
    }
    set methodUrl(address) {
        this.#reflect('method-url', address);
    }

    get pageUrl() {
        return this.getAttribute('page-url') ?? '';
    }
    set pageUrl(address) {
        this.#reflect('page-url', address);
    }

    get locate() {
        return this.hasAttribute('locate');
    }
    set locate(locates) {
        this.toggleAttribute('locate', Boolean(locates));
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

    /** Null: all of them. */
    get controls() {
        return this.getAttribute('controls');
    }
    set controls(names) {
        if (names === null || names === undefined) this.removeAttribute('controls');
        else this.setAttribute('controls', names);
    }

    get hash() {
        return this.hasAttribute('hash');
    }
    set hash(follows) {
        this.toggleAttribute('hash', Boolean(follows));
    }

    /**
     * The view as it is now; the attribute only says how it begins. Takes the text, or its keys and values as an object.
     * @type {string}
     */
    get view() {
        return this.#view;
    }
    set view(view) {
        this.#view = this.#themed(viewText(view));
        this.#session?.setView(this.#view);
    }

    /**
     * The view as it stands in a link: with the spec id of its scores.
     * @type {string}
     */
    get link() {
        return this.core?.link() ?? this.#view;
    }

    // An address as it is meant on this page; undefined where it is none.
    #resolve(address) {
        return URL.canParse(address, this.baseURI) ? new URL(address, this.baseURI) : undefined;
    }

    get #source() {
        return this.#resolve(this.src);
    }

    // Undefined and null take it away.
    #reflect(name, value) {
        attribute(this, name, value ?? undefined);
    }

    /**
     * What runs behind the picture, while it runs: the semantic tree, actions, counters.
     * @private
     */
    get core() {
        return this.#session?.core;
    }

    /**
     * Who draws the map now: a graphics card takes over from the processor where there is one, and gives way to it.
     * @type {'processor' | 'card'}
     */
    get drawnBy() {
        return this.core?.counter('gpu') ? 'card' : 'processor';
    }

    /**
     * The scores behind the view, bit for bit those of `dex score`; undefined until all figures are here.
     * @returns {undefined | { codes: string[], overall: Float64Array, rank: Float64Array, band: Float64Array,
     *   coverage: Float64Array, leader: Float64Array, second: Float64Array, needs: Float64Array[] }}
     */
    scores() {
        return this.#session?.scores();
    }

    /** Shows all of it as text in place of the picture, or the picture again. */
    showText(open = true) {
        if (open) this.#session?.showText();
        else this.#session?.hideText();
    }

    /**
     * Draws soon, after something was changed through `core`.
     * @private
     */
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
        this.#link = new Link({ ownPage: this.ownPage, changed: (view) => (this.view = this.#opened(view)) });
        if (this.#link.read()) this.view = this.#opened(this.#link.read());
    }

    // What an address shows. One that says no view, or only a part of one, shows what the page was made for: that of a borough
    // must not turn to the whole.
    #opened(text) {
        const begins = this.getAttribute('view');
        return begins && !(valueIn(text, 'v') || valueIn(text, 'place')) ? begins : text;
    }

    #start() {
        this.#session?.stop();
        this.#layer.closeText();
        this.#layer.heading = this.ownPage ? 1 : 2;
        if (!this.src) {
            this.#ended(say('noSource'));
            return;
        }
        if (!this.#source) {
            this.#ended(say('noAtlas', { url: this.src }));
            return;
        }
        const options = { src: this.#source, pageUrl: this.#page, view: this.#themed(this.#view), ownPage: this.ownPage, controls: this.#shown(), locates: this.locate };
        this.#session = new Session(this.#layer, options, {
            view: (view, isNew) => this.#viewed(view, isNew),
            select: (text) => this.#tell('dex-select', this.#selected(text)),
            ready: () => this.#drawn('dex-ready'),
            detail: () => this.#drawn('dex-detail'),
            open: (view) => window.open(`${this.#page}#${view}`, '_blank', 'noopener'),
            hostPage: (name) => this.#hostPage(name),
            tree: (version) => this.#tell('dex-tree', { version }),
            error: (sentence, status) => this.#tell('dex-error', { sentence, status }),
            ended: (sentence, isPage) => this.#ended(sentence, isPage),
            outdated: () => this.#renew(),
        });
    }

    // Bits of Controls. Who can choose nothing has nothing to look for or to hand on.
    #shown() {
        const names = this.controls?.split(/[\s,]+/) ?? ['search', 'share', 'zoom'];
        const pages = (this.#hostPage('help') && HostPages.helpPage) | (this.#hostPage('report') && HostPages.reportPage);
        const bits = names.reduce((sum, name) => sum | (Controls[name] ?? 0), pages | Controls.choices | Controls.fullMap);
        return this.locked ? bits & ~(Controls.choices | Controls.search | Controls.share) : bits;
    }

    // Of the host's page for `help`, `report` or `method`: an address of the web or for mail, or none.
    #hostPage(name) {
        const address = this.getAttribute(`${name}-url`);
        const url = address && this.#resolve(address);
        return url && /^(https?|mailto):$/.test(url.protocol) ? url.href : '';
    }

    get #page() {
        const page = this.#resolve(this.pageUrl || new URL('../index.html', this.#source));
        // The view goes there.
        if (page) page.hash = '';
        return String(page ?? '');
    }

    // The same view of the atlas as it is now. Servers that disagree about it are not believed for ever.
    #renew() {
        this.#renewals += 1;
        if (this.#renewals > kMaxRenewals) return this.#ended(say('noAtlas', { url: this.#source.href }));
        this.#start();
        this.#layer.cover(say('renewed'));
    }

    #ended(sentence, isPage = false) {
        this.#session?.stop();
        this.#session = undefined;
        // Our own page can bring its program again, and keeps the view in its address.
        const retry = () => {
            this.#renewals = 0;
            if (isPage && this.ownPage) reload();
            else this.#start();
        };
        this.#layer.fail(sentence, retry);
        this.#tell('dex-error', { sentence, status: 0 });
        const isWanted = () => !this.#session && this.isConnected;
        if (this.#source) openStored(this.#layer, this.#source, { sentence, label: say('retry'), onclick: retry }, isWanted);
    }

    #viewed(view, isNew) {
        this.#view = view;
        this.#link?.write(this.link, isNew);
        this.#tell('dex-view', { view, isNew });
    }

    #drawn(type) {
        this.#tell(type, { view: this.#view, drawnBy: this.drawnBy });
    }

    #selected(text) {
        if (!text) return null;
        const [level, code, name] = text.split('\t');
        return { level, code, name };
    }

    // The attribute wins over what a link says, and takes nothing else of it away.
    #themed(view) {
        return kThemes.has(this.theme) ? withValue(view, 'theme', this.theme) : view;
    }

    #tell(type, detail) {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
}
