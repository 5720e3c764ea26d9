// The Text view of one map: when it is shown, why, and the way back to the picture.

import { reload } from './url.js';
import { say } from './words.js';

/** Opens and closes the text over a layer. It may be asked for before there is anything to show. */
export class TextPage {
    #layer;
    #tell;
    #core;
    #view;
    #isWanted = matchMedia('(forced-colors: active)').matches;
    // The sentence why there is no picture to go back to.
    #reason;
    #stopped = false;

    /**
     * @param {import('./layer.js').Layer} layer
     * @param {{ act: (id: string, value?: string) => void, wake: () => void, retryPicture: () => void, ownsPage: () => boolean }} tell
     */
    constructor(layer, tell) {
        this.#layer = layer;
        this.#tell = tell;
    }

    /** The program runs: shows the text if it was asked for. */
    connect(core) {
        this.#core = core;
        if (this.#isWanted) this.show();
    }

    /**
     * Shows all of it as text, now or as soon as there is something to show.
     * @param {string} [sentence] why there is no map to go back to
     */
    async show(sentence) {
        this.#isWanted = true;
        this.#reason ??= sentence;
        if (!this.#core) return;
        const why = this.#reason;
        const way = why ? { sentence: why, label: say('retry'), onclick: () => this.#retryPicture() } : { label: say('showMap'), onclick: () => this.hide() };
        const view = await this.#layer.openText(way).catch(() => undefined);
        if (!view) return this.#failed();
        if (this.#stopped || !this.#isWanted) return this.#layer.closeText();
        this.#view = view;
        view.connect({ act: (id, value) => this.#tell.act(id, value) });
        this.#layer.uncover();
        this.sync();
    }

    /** Shows the map again. */
    hide() {
        this.#isWanted = false;
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
        this.#layer.closeText();
    }

    #retryPicture() {
        this.#reason = undefined;
        this.hide();
        this.#tell.retryPicture();
    }

    #failed() {
        this.#isWanted = false;
        // A browser may not ask for a script a second time; our own page can be brought again.
        const retry = () => (this.#tell.ownsPage() ? reload() : this.show());
        if (this.#stopped) return;
        if (this.#reason) this.#layer.fail(this.#reason, retry);
        else this.#layer.note(say('noText'), retry);
    }
}
