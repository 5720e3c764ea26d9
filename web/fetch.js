// Brings files: the list of an atlas, then the atlas's own files by name, each asked for again when the line fails.

/** What time and chance are; tests bring their own. */
export const realClock = {
    setTimeout: (work, ms) => setTimeout(work, ms),
    clearTimeout: (id) => clearTimeout(id),
    random: () => Math.random(),
};

const kRetries = 3;
const kFirstPauseMs = 400;
const kAttemptMs = 60_000;
const kUsualBytes = 10_000;

/** Why a file could not be had. */
export class Failure extends Error {
    /**
     * @param {'missing' | 'network' | 'broken'} kind
     * @param {string} url
     */
    constructor(kind, url) {
        super(`${kind}: ${url}`);
        this.kind = kind;
        this.url = url;
    }
}

// A server that is overloaded or restarting may answer better later; one that says "no such file" will not.
const isPassing = (code) => code >= 500 || code === 429 || code === 408;

// One attempt. A line that stays silent counts as broken, so that nobody waits for ever.
async function attempt(url, read, { signal, cache, fetch, clock }) {
    const ours = new AbortController();
    const stop = () => ours.abort();
    signal?.addEventListener('abort', stop);
    const alarm = clock.setTimeout(stop, kAttemptMs);
    try {
        const response = await fetch(url, { signal: ours.signal, cache, credentials: 'same-origin' });
        if (!response.ok) throw new Failure(isPassing(response.status) ? 'network' : 'missing', String(url));
        return await read(response);
    } catch (error) {
        // Only what fetch and the body's stream throw is the line's fault.
        if (error instanceof TypeError || error.name === 'AbortError' || error.name === 'NetworkError') {
            throw new Failure('network', String(url));
        }
        throw error;
    } finally {
        clock.clearTimeout(alarm);
        signal?.removeEventListener('abort', stop);
    }
}

// Half to all of 0.4, 0.8, 1.6 s: many pages that failed together do not come back together.
const pauseMs = (tries, random) => kFirstPauseMs * 2 ** tries * (0.5 + random / 2);

function pause(ms, signal, clock) {
    return new Promise((done, stopped) => {
        const stop = () => {
            clock.clearTimeout(id);
            stopped(signal.reason);
        };
        const id = clock.setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            done();
        }, ms);
        signal?.addEventListener('abort', stop, { once: true });
    });
}

/**
 * Fetches and reads, up to four times. Rejects with a Failure, with what `read` throws, or with the signal's reason.
 * @template T
 * @param {string | URL} url
 * @param {(response: Response) => Promise<T>} read
 * @param {{ signal?: AbortSignal, cache?: RequestCache, fetch?: typeof fetch, clock?: typeof realClock }} [options]
 * @returns {Promise<T>}
 */
export async function request(url, read, { signal, cache = 'default', fetch = globalThis.fetch, clock = realClock } = {}) {
    for (let tries = 0; ; tries += 1) {
        try {
            return await attempt(url, read, { signal, cache, fetch, clock });
        } catch (error) {
            signal?.throwIfAborted();
            if (error.kind !== 'network' || tries === kRetries) throw error;
        }
        await pause(pauseMs(tries, clock.random()), signal, clock);
    }
}

const isName = (text) => typeof text === 'string' && /^[a-z]+\.[0-9a-f]{32}\.dex$/.test(text);

/**
 * The list of an atlas: which file is its head and which to ask for without waiting to be told.
 * @param {string} text
 * @returns {{ title: string, head: string, first: string[], bytes: Record<string, number> } | undefined}
 *   nothing where the text is no such list
 */
export function readList(text) {
    let list;
    try {
        list = JSON.parse(text);
    } catch {
        return undefined;
    }
    if (list?.format !== 'dex-atlas' || list.version !== 1 || !isName(list.head)) return undefined;
    const first = Array.isArray(list.first) ? list.first.filter(isName) : [];
    return { title: String(list.title ?? ''), head: list.head, first, bytes: { ...list.bytes } };
}

/**
 * Brings the files of one atlas. Each is known by its name, which holds its hash; what arrives is handed on unchecked,
 * because the core checks it.
 */
export class Loader {
    #src;
    #options;
    #arrived;
    #failed;
    #progress;
    #stopper = new AbortController();
    #onTheWay = new Set();
    #seen = new Set();
    #bytes = {};
    #asked = 0;
    #done = 0;

    /**
     * @param {string | URL} src address of atlas.json
     * @param {{
     *   arrived: (name: string, bytes: Uint8Array) => void,
     *   failed: (name: string, failure: Failure) => void,
     *   progress?: (share: number) => void,
     *   fetch?: typeof fetch, clock?: typeof realClock }} options
     */
    constructor(src, { arrived, failed, progress = () => {}, ...options }) {
        this.#src = src;
        this.#arrived = arrived;
        this.#failed = failed;
        this.#progress = progress;
        this.#options = { ...options, signal: this.#stopper.signal };
    }

    /**
     * Reads the list and asks for its head and first files at once.
     * Rejects with a Failure when there is no list to be had.
     */
    async start() {
        const read = async (response) => readList(await response.text());
        // The one name that is not a hash: what a cache holds may be older than the files beside it.
        const list = await this.count(request(this.#src, read, { ...this.#options, cache: 'no-cache' }));
        if (!list) throw new Failure('broken', String(this.#src));
        this.#bytes = list.bytes;
        for (const name of [list.head, ...list.first]) this.want(name);
        return list;
    }

    /** Brings an atlas file, unless it is on its way already. One that was brought before is not taken from a cache. */
    want(name) {
        this.bring(name, new URL(name, this.#src));
    }

    /** Brings a file that stands elsewhere. */
    async bring(name, url) {
        if (this.#onTheWay.has(name) || this.#stopper.signal.aborted) return;
        this.#onTheWay.add(name);
        const cache = this.#seen.has(name) ? 'reload' : 'default';
        this.#seen.add(name);
        const read = async (response) => new Uint8Array(await response.arrayBuffer());
        const outcome = await this.count(request(url, read, { ...this.#options, cache }), this.#bytes[name]).catch((error) => error);
        this.#onTheWay.delete(name);
        if (this.#stopper.signal.aborted) return;
        if (outcome instanceof Uint8Array) this.#arrived(name, outcome);
        else this.#failed(name, outcome);
    }

    /** Nothing is handed on after this. */
    stop() {
        this.#stopper.abort();
    }

    /**
     * Counts something that is waited for towards the progress.
     * @param {Promise<T>} promise
     * @param {number} [bytes] how much it is, roughly
     * @returns {Promise<T>}
     * @template T
     */
    async count(promise, bytes = kUsualBytes) {
        this.#asked += bytes;
        try {
            return await promise;
        } finally {
            this.#done += bytes;
            if (!this.#stopper.signal.aborted) this.#progress(this.#done / this.#asked);
        }
    }
}
