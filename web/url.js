// The only file that knows the address bar: the view stands in the hash, never in the query.

// Safari allows a page 100 changes of its address in 30 s.
const kPauseMs = 400;

/**
 * Keeps the hash of this page and one view in step.
 *
 * On our own page at the top of its window a new view is a history entry; in a frame, or on somebody's page, an entry
 * is only ever replaced. A frame that may not touch its address goes on without.
 */
export class Link {
    #window;
    #entries;
    #clock;
    #text;
    #pending;
    #timer;
    #onChange;

    /**
     * @param {{ ownPage: boolean, changed: (view: string) => void, window?: Window, clock?: { setTimeout: Function, clearTimeout: Function } }} options
     *   changed: the reader went back or forward, or edited the address.
     */
    constructor({ ownPage, changed, window = globalThis.window, clock = window }) {
        this.#window = window;
        this.#clock = clock;
        this.#entries = ownPage && window.parent === window;
        this.#text = this.read();
        this.#onChange = () => {
            const text = this.read();
            if (text === this.#text) return;
            this.#forget();
            this.#text = text;
            changed(text);
        };
        window.addEventListener('popstate', this.#onChange);
        window.addEventListener('hashchange', this.#onChange);
    }

    /** The view that stands in the address; empty when there is none. */
    read() {
        return this.#window.location.hash.slice(1);
    }

    /**
     * @param {string} view
     * @param {boolean} isNew a new view rather than the same one, panned
     */
    write(view, isNew) {
        if (view === (this.#pending ?? this.#text)) return;
        if (isNew && this.#entries) {
            this.#flush();
            this.#put('pushState', view);
            return;
        }
        this.#pending = view;
        this.#timer ??= this.#clock.setTimeout(() => this.#flush(), kPauseMs);
    }

    /** Writes what is still waiting, and listens no more. */
    stop() {
        this.#flush();
        this.#window.removeEventListener('popstate', this.#onChange);
        this.#window.removeEventListener('hashchange', this.#onChange);
    }

    #forget() {
        if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#pending = undefined;
    }

    #flush() {
        const view = this.#pending;
        this.#forget();
        if (view !== undefined) this.#put('replaceState', view);
    }

    #put(verb, view) {
        const { history, location } = this.#window;
        this.#text = view;
        try {
            // The whole address: a bare hash would be read against the page's <base>.
            history[verb](history.state, '', `${location.href.split('#')[0]}#${view}`);
        } catch {
            // Some frames forbid it; the view is then simply not in the address.
        }
    }
}

/** Brings the page again, with the view that stands in its address. */
export const reload = () => location.reload();
