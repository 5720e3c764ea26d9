// The Text view of one map: when it is shown, why, and the way back to the picture.

import { request } from './fetch.js';
import { reload } from './url.js';
import { say } from './words.js';

/**
 * Shows the default view as text, which was made with the atlas: the table is never out of reach.
 * @param {import('./layer.js').Layer} layer
 * @param {URL} src address of atlas.json
 * @param {{ sentence: string, label: string, onclick: () => void }} way why there is no more, and what to do
 * @param {() => boolean} isWanted asked once it is here
 * @returns {Promise<boolean>} false where there is no such file, or it is none of ours: the sentence stands by itself
 */
export async function openStored(layer, src, way, isWanted) {
    try {
        const nodes = await request(new URL('text.json', src), (response) => response.json(), { cache: 'no-cache' });
        const view = await layer.openText(way);
        view.sync(nodes);
        layer.uncover(); // The sentence stands above the text.
        if (isWanted()) return true;
    } catch {
        // Said by the caller.
    }
    layer.closeText();
    return false;
}

/** Opens and closes the text over a layer. It may be asked for before there is anything to show. */
export class TextPage {
    #layer;
    #src;
    #tell;
    #core;
    #view;
    #hasStored = false;
    #forced = matchMedia('(forced-colors: active)');
    #isWanted = this.#forced.matches;
    #stopped = false;

    /**
     * @param {import('./layer.js').Layer} layer
     * @param {URL} src address of atlas.json
     * @param {{ act: (id: string, value?: string) => void, wake: () => void, wantsRest: () => void, retryRest: () => void,
     *   ownsPage: () => boolean }} tell
     */
    constructor(layer, src, tell) {
        this.#layer = layer;
        this.#src = src;
        this.#tell = tell;
        // Turned on while the map is open: a picture has none of the reader's colours.
        this.#forced.onchange = () => this.#forced.matches && this.show();
    }

    /** The program runs: shows the text if it was asked for. */
    connect(core) {
        this.#core = core;
        if (this.#isWanted) this.show();
    }

    /** Shows all of it as text, now or as soon as there is something to show. */
    async show() {
        this.#isWanted = true;
        if (!this.#core) return;
        // Its text is the rest's to write.
        if (!this.#core.isWhole) {
            this.#tell.wantsRest();
            return;
        }
        const way = { label: say('showMap'), onclick: () => this.hide() };
        const view = await this.#layer.openText(way).catch(() => undefined);
        if (!view) return this.#failed();
        if (this.#stopped || !this.#isWanted) return this.#layer.closeText();
        this.#view = view;
        view.connect({ act: (id, value) => this.#tell.act(id, value) });
        this.#layer.uncover();
        this.sync();
    }

    /** All of the program is here: shows the text if it was asked for. */
    restCame() {
        this.#hasStored = false;
        if (this.#isWanted) this.show();
    }

    /**
     * The program cannot write its text, and why: the stored one stands in for it. False where no text was asked for.
     * @param {string} sentence
     */
    showStored(sentence) {
        if (!this.#isWanted || this.#hasStored) return this.#isWanted;
        this.#hasStored = true;
        const way = { sentence, label: say('retry'), onclick: () => this.#retryRest() };
        openStored(this.#layer, this.#src, way, () => this.#isWanted && !this.#stopped && !this.#view).then((isOpen) => {
            if (!isOpen && this.#isWanted && !this.#view && !this.#stopped) this.#layer.note(sentence, () => this.#retryRest());
        });
        return true;
    }

    /** Shows the map again. */
    hide() {
        this.#isWanted = false;
        this.#hasStored = false;
        this.#view = undefined;
        this.#layer.closeText();
        this.#tell.wake();
    }

    /** What it says has changed. */
    sync() {
        this.#view?.sync(this.#core.text);
        this.#tell.wake();
    }

    stop() {
        this.#stopped = true;
        this.#forced.onchange = null;
        this.#layer.closeText();
    }

    #retryRest() {
        this.#hasStored = false;
        this.#tell.retryRest();
    }

    #failed() {
        this.#isWanted = false;
        // A browser may not ask for a script a second time; our own page can be brought again.
        const retry = () => (this.#tell.ownsPage() ? reload() : this.show());
        if (!this.#stopped) this.#layer.note(say('noText'), retry);
    }
}
