// Has the engine make what a reader takes away, step by step: between two steps the page goes on.

/** What dex.h calls DEX_MADE_*. */
export const Made = { part: 0, all: 1, none: 2 };

const kHeadBytes = 2;
const kWaitMs = 40;

/** It cannot be made: a file has failed, or the atlas has no such thing. */
export class NotMade extends Error {}

/** An order as dex_make takes it: of what is true the key alone, nothing of what is false or undefined. */
export const orderText = (order) =>
    Object.entries(order)
        .filter(([, value]) => value !== undefined && value !== false)
        .map(([key, value]) => (value === true ? key : `${key} ${value}`))
        .join('\n');

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
        this.#current?.abort();
    }

    /**
     * Rejects with NotMade, or with an AbortError where something else was ordered in between.
     * @param {Record<string, string | number | boolean | undefined>} order
     * @param {{ taken?: (bytes: Uint8Array) => unknown, heard?: (share: number) => void }} [tell] taken: of each piece, and may be a
     *   promise; heard: how far it is, 0–1
     * @returns {Promise<Blob>} all pieces, where nobody took them
     */
    async make(order, { taken, heard = () => {} } = {}) {
        this.stop();
        const { signal } = (this.#current = new AbortController());
        const pieces = [];
        const take = taken ?? ((bytes) => pieces.push(bytes));
        let last = -1;
        for (let text = orderText(order); ; text = '') {
            const answer = this.#core.make(text);
            const [state, percent] = answer;
            if (state === Made.none) throw new NotMade();
            if (answer.length > kHeadBytes) await take(answer.subarray(kHeadBytes));
            heard(percent / 100);
            if (state === Made.all) return new Blob(pieces);
            // What goes on by itself is not kept waiting.
            const isWaiting = percent === last && answer.length === kHeadBytes;
            last = percent;
            if (isWaiting) this.#wake();
            await new Promise((done) => setTimeout(done, isWaiting ? kWaitMs : 0));
            signal.throwIfAborted();
        }
    }
}
