// All that a reader does with a map that stands, and all that it says to its host: search, the elements for keyboard and
// screen reader, dialogs.

import { EventKind } from './core.js';
import { patiently } from './fetch.js';
import { modifiersOf } from './input.js';
import { scoresOf } from './scores.js';
import { Search } from './search.js';
import { Semantics } from './semantics.js';
import { Taking } from './taking.js';
import { say } from './words.js';

export { Graphics } from './graphics.js';
export { Print } from './print.js';

// Parts of the map with more in them than may be in sight.
const kScrolled = new Set(['dialog', 'card', 'sheet', 'panel']);
// Of a file that a picture may be: its view stands before the pixels.
const kMaxPicture = 4_000_000;
// Of a button that opens a tab of the dialog of what readers take along (src/ui/node_ids.h).
const kTaken = /\b(picture|data|briefing)$/;

/** Joins one running map and its layer until stop(). */
export class Interaction {
    #layer;
    #core;
    #map;
    #search;
    #taking;
    #stopper = new AbortController();
    // How many dialogs were asked for.
    #turn = 0;

    /**
     * @param {import('./layer.js').Layer} layer
     * @param {import('./core.js').Core} core
     * @param {{ session: import('./session.js').Session, tell: Record<string, Function>,
     *   input: import('./input.js').Input, options: { src: URL, pageUrl: string, locates: boolean }, title: () => string, theme: () => string }} map
     *   tell: whom the element tells, as for a Session
     */
    constructor(layer, core, map) {
        this.#layer = layer;
        this.#core = core;
        this.#map = map;
        const { session, options } = map;
        const wake = () => session.wake();
        const done = (work) => {
            work();
            wake();
        };
        layer.semantics = new Semantics(layer);
        layer.semantics.connect({
            act: (id, value) => session.act(id, value),
            key: (key) => done(() => core.key(key, 0)),
            reveal: (id) => done(() => core.reveal(id)),
            scroll: (id, px) => done(() => this.#scroll(id, px)),
        });
        this.#taking = new Taking(layer);
        this.#search = new Search(layer, core, { wake, locates: options.locates });
        // Else the browser would leave the page for the file.
        const heard = (type, work) =>
            layer.stage.getRootNode().addEventListener(
                type,
                (event) => {
                    if (!event.dataTransfer.types.includes('Files') || event.target.matches('input')) return;
                    event.preventDefault();
                    work(event);
                },
                { signal: this.#stopper.signal },
            );
        heard('dragover', () => {});
        heard('drop', ({ dataTransfer }) => this.#openPicture(dataTransfer.files[0]));
    }

    scores() {
        return scoresOf(this.#core);
    }

    /** A file has been handed in: there may be more to be found. */
    refresh() {
        this.#search.refresh();
    }

    /** Takes the mail that is for the reader or for the host. */
    handle({ kind, text, number }) {
        const { tell } = this.#map;
        switch (kind) {
            case EventKind.cursor:
                return void (this.#layer.stage.style.cursor = text);
            case EventKind.select:
                return tell.select(text);
            case EventKind.announce:
                return this.#layer.announce(text);
            case EventKind.tree:
                return this.#showTree(number);
            case EventKind.open:
                return tell.open(text);
            case EventKind.show:
                // What was asked for twice, before the first of it was seen, is there once.
                return void (this.#dialogs.some(({ open }) => open) || this.#show(text));
            case EventKind.use:
                return this.#map.input.setUse(number === 1);
        }
    }

    stop() {
        this.#stopper.abort();
        this.#search.stop();
        this.#taking.stop();
        this.#layer.semantics.stop();
        this.#layer.semantics = undefined;
        // It is about a map that has gone.
        this.#dialogs.forEach((dialog) => dialog.close());
    }

    get #dialogs() {
        return [...this.#layer.stage.getRootNode().querySelectorAll('dialog')];
    }

    // Keys scroll what has the focus as a wheel does that turns over it.
    #scroll(id, px) {
        const { semantics } = this.#layer;
        const way = semantics.wayTo(id);
        const part = way.find((one) => kScrolled.has(one));
        if (!part) return;
        const [own, whole] = [id, part].map((one) => semantics.entries.get(one).node.rect);
        this.#core.wheel(own[0] + own[2] / 2, whole[1] + whole[3] / 2, px, modifiersOf({ ctrlKey: true }));
    }

    #showTree(version) {
        const { tree } = this.#core;
        this.#search.place(tree);
        this.#layer.semantics.sync(tree);
        this.#map.tell.tree(version);
    }

    // What the reader wants to see that is no part of the picture.
    #show(what, opener = what) {
        const { src, pageUrl } = this.#map.options;
        const theme = this.#map.theme();
        if (what === 'text') return this.#map.session.showText();
        if (what === 'share')
            return this.#bring(what, import('./share/dialog.js'), ({ ShareDialog }) =>
                new ShareDialog(this.#layer, this.#core, { src, pageUrl, title: this.#map.title(), theme, opener, take: (tab) => this.#take(tab, opener) }).open());
        const [, tab] = kTaken.exec(what) ?? [];
        if (tab) return this.#take(tab, what);
        const address = this.#map.tell.hostPage(what);
        const methodUrl = this.#map.tell.hostPage('method') || new URL('method.html', pageUrl).href;
        if (what === 'about')
            return this.#bring(what, import('./about/about.js'), ({ openAbout }) => openAbout(this.#layer, this.#core.text, { theme, opener: what, methodUrl }));
        if (what === 'report')
            return this.#bring(what, import('./about/about.js'), ({ openReport }) => openReport(this.#layer, this.#core, { theme, opener: what, address, pageUrl }));
        window.open(what === 'method' ? methodUrl : address, '_blank', 'noopener');
    }

    // The dialog beside that for sharing. `opener` gets the focus back, whichever of the two is closed.
    #take(tab, opener) {
        const { session, options, title, theme } = this.#map;
        return this.#bring(opener, import('./take/take.js'), ({ TakeDialog }) =>
            new TakeDialog(this.#layer, this.#core, {
                wake: () => session.wake(),
                retry: () => session.retry(),
                openPicture: (file) => this.#openPicture(file),
                pageUrl: options.pageUrl,
                title: title(),
                theme: theme(),
                opener,
                share: () => this.#show('share', opener),
            }).open(tab));
    }

    // A picture that was saved from a map brings its view back.
    async #openPicture(file) {
        // What is no file, such as a folder, has no bytes and no view.
        const bytes = await file?.slice(0, kMaxPicture).arrayBuffer().catch(() => undefined);
        this.#core.supply('picture', new Uint8Array(bytes ?? 0));
        this.#map.session.wake();
    }

    // A dialog is brought when it is first wanted, and only the last of those that were asked for meanwhile. False where it is not.
    async #bring(what, script, open) {
        const turn = (this.#turn += 1);
        try {
            const brought = await patiently(script);
            if (this.#stopper.signal.aborted || turn !== this.#turn) return false;
            await open(brought);
            return true;
        } catch (error) {
            console.error(error);
            const { name } = this.#core.text.find(({ id }) => id === what) ?? {};
            this.#layer.note(say('fileFailed', { file: name }));
            return false;
        }
    }
}
