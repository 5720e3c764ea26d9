// Gives the context of a framed map that is not in use to others, and keeps its picture.

// From the last input on, once a context has been taken back.
const kRestMs = 1500;
// A browser keeps some sixteen contexts alive for all maps of a page, and frames cannot count each other.
const isFramed = globalThis.parent !== globalThis.self;

/** The rest of one map between two uses. On a page of its own a map never rests. */
export class Resting {
    isResting = false;

    #surface;
    #core;
    #isSettled;
    #pauseMs = 0;
    #timer;

    /**
     * @param {import('./surface.js').Surface} surface
     * @param {import('./core.js').Core} core
     * @param {() => boolean} isSettled draws what there is to draw, in this very task; true where nothing more is to come
     */
    constructor(surface, core, isSettled) {
        this.#surface = surface;
        this.#core = core;
        this.#isSettled = isSettled;
    }

    /** Nothing is to be drawn for now. */
    soon() {
        this.cancel();
        if (isFramed) this.#timer = setTimeout(() => this.#rest(), this.#pauseMs);
    }

    cancel() {
        clearTimeout(this.#timer);
    }

    /** Something is to be drawn: takes a context back. */
    end() {
        if (!this.isResting) return;
        this.isResting = false;
        this.#pauseMs = kRestMs;
        this.#surface.open();
    }

    #rest() {
        if (!this.#surface.gl || this.#core.inUse || !this.#isSettled()) return;
        if (!this.#surface.gl || !this.#surface.rest()) return;
        this.#core.gpuLost();
        this.isResting = true;
    }
}
