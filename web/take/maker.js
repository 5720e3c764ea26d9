// Has the engine make what a reader takes away, step by step: between two steps the page goes on.

/** What dex.h calls DEX_MADE_*. */
export const Made = { part: 0, all: 1, none: 2, waits: 3 };

const kHeadBytes = 2;
const kWaitMs = 40;
// How long the page is held before it goes on: many steps are shorter than what a browser takes to come back.
const kTurnMs = 20;

/** An order as dex_make takes it: of what is true the key alone, nothing of what is false or undefined. */
export const orderText = (order) =>
    Object.entries(order)
        .filter(([, value]) => value !== undefined && value !== false)
        .map(([key, value]) => (value === true ? key : `${key} ${value}`))
        .join('\n');

function joined(pieces) {
    const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
    }
    return all;
}

/** Makes one thing at a time for one map. */
export class Maker {
    #core;
    #wake;
    #current;

    /**
     * @param {import('../core.js').Core} core
     * @param {() => void} wake brings what the engine lacks
     */
    constructor(core, wake) {
        this.#core = core;
        this.#wake = wake;
    }

    /** What is being made is not wanted any more. */
    stop() {
        if (!this.#current) return;
        this.#current.abort();
        this.#current = undefined;
        this.#core.make('stop');
    }

    /**
     * Rejects with a NetworkError where a file has failed, or the atlas has no such thing. With an AbortError where it was stopped, or
     * something else was ordered in between.
     * @param {Record<string, string | number | boolean | undefined>} order
     * @param {{ taken?: (bytes: Uint8Array) => unknown, heard?: (share: number) => void }} [tell] taken: of each piece, and may be a
     *   promise; heard: how far it is, 0–1
     * @returns {Promise<Uint8Array>} all pieces, where nobody took them
     */
    async make(order, { taken, heard = () => {} } = {}) {
        this.stop();
        const current = (this.#current = new AbortController());
        const { signal } = current;
        const pieces = [];
        const take = taken ?? ((bytes) => pieces.push(bytes));
        let begunMs = performance.now();
        for (let text = orderText(order); ; text = '') {
            const answer = this.#core.make(text);
            const [state, percent] = answer;
            if (state === Made.all || state === Made.none) this.#current = undefined;
            if (state === Made.none) throw new DOMException(text, 'NetworkError');
            if (answer.length > kHeadBytes) await take(answer.subarray(kHeadBytes));
            signal.throwIfAborted();
            heard(percent / 100);
            if (state === Made.all) return joined(pieces);
            if (state === Made.waits) this.#wake();
            else if (performance.now() - begunMs < kTurnMs) continue;
            await new Promise((done) => setTimeout(done, state === Made.waits ? kWaitMs : 0));
            signal.throwIfAborted();
            begunMs = performance.now();
        }
    }
}
