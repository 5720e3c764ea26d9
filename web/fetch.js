// Brings files: the list of an atlas, then the atlas's own files by name, each asked for again when the line fails.

/** What time and chance are; tests bring their own. */
export const realClock = {
    setTimeout: (work, ms) => setTimeout(work, ms),
    clearTimeout: (id) => clearTimeout(id),
    random: () => Math.random(),
};

const kRetries = 3;
const kFirstPauseMs = 400;
const kSilenceMs = 30_000;
const kUsualBytes = 10_000;

/** Why a file could not be loaded. */
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

// The same answer; `heard` is called for each piece of it that arrives.
function overheard(response, heard) {
    const pieces = new TransformStream({
        transform(piece, out) {
            heard();
            out.enqueue(piece);
        },
    });
    return new Response(response.body?.pipeThrough(pieces), response);
}

// One attempt. A line that falls silent counts as broken, so that nobody waits for ever; one that is slow does not.
async function attempt(url, read, { signal, cache, fetch, clock }) {
    const ours = new AbortController();
    const stop = () => ours.abort();
    signal?.addEventListener('abort', stop);
    let alarm;
    const heard = () => {
        clock.clearTimeout(alarm);
        alarm = clock.setTimeout(stop, kSilenceMs);
    };
    heard();
    try {
        const response = await fetch(url, { signal: ours.signal, cache, credentials: 'same-origin' });
        if (!response.ok) throw new Failure(isPassing(response.status) ? 'network' : 'missing', String(url));
        return await read(overheard(response, heard));
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
            // What came and was not right may have been kept.
            return await attempt(url, read, { signal, cache: tries ? 'reload' : cache, fetch, clock });
        } catch (error) {
            signal?.throwIfAborted();
            if (error.kind !== 'network' || tries === kRetries) throw error;
        }
        await pause(pauseMs(tries, clock.random()), signal, clock);
    }
}

/** FNV-1a, which tells damaged bytes and those of another build. */
export function checksum(bytes) {
    let sum = 0x811c9dc5;
    for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
    return sum >>> 0;
}

/** The bytes of an answer; a Failure that may pass where they are not those of the checksum. */
export async function bytesOf(response, sum) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (sum !== undefined && checksum(bytes) !== sum) throw new Failure('network', response.url);
    return bytes;
}

/**
 * What is awaited, or a Failure once the line has been silent for too long.
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 * @template T
 */
export function patiently(promise, clock = realClock) {
    return new Promise((done, failed) => {
        const alarm = clock.setTimeout(() => failed(new Failure('network', '')), kSilenceMs);
        promise.then(done, failed).finally(() => clock.clearTimeout(alarm));
    });
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
    #outdated;
    #progress;
    #stopper = new AbortController();
    #onTheWay = new Set();
    #seen = new Set();
    #head;
    #asking;
    #bytes = {};
    #asked = 0;
    #done = 0;

    /**
     * @param {string | URL} src address of atlas.json
     * @param {{
     *   arrived: (name: string, bytes: Uint8Array) => unknown, or a promise; true where they are not what the name says
     *   failed: (name: string, failure: Failure) => void,
     *   outdated?: () => void, the atlas has been made again since its list was read
     *   progress?: (share: number) => void,
     *   fetch?: typeof fetch, clock?: typeof realClock }} options
     */
    constructor(src, { arrived, failed, outdated = () => {}, progress = () => {}, ...options }) {
        this.#src = src;
        this.#arrived = arrived;
        this.#failed = failed;
        this.#outdated = outdated;
        this.#progress = progress;
        this.#options = { ...options, signal: this.#stopper.signal };
    }

    /**
     * Reads the list and asks for its head and first files at once.
     * Rejects with a Failure when the list cannot be loaded.
     */
    async start() {
        const list = await this.count(this.#list());
        if (!list) throw new Failure('broken', String(this.#src));
        this.#bytes = list.bytes;
        this.#head = list.head;
        for (const name of [list.head, ...list.first]) this.want(name);
        return list;
    }

    // The one name that is not a hash: what a cache holds may be older than the files beside it.
    #list() {
        return request(this.#src, async (response) => readList(await response.text()), { ...this.#options, cache: 'no-cache' });
    }

    // Asked once for all files that are in doubt together.
    async #isOutdated() {
        this.#asking ??= this.#list().catch(() => undefined);
        const list = await this.#asking;
        this.#asking = undefined;
        return list && list.head !== this.#head;
    }

    /**
     * Fetches an atlas file, unless it is loading already. One that was brought before is not taken from a cache; one
     * that is gone, or is another than its name says, may belong to an atlas that has been replaced.
     */
    async want(name) {
        const outcome = await this.#take(name, new URL(name, this.#src));
        if (!outcome) return;
        const isGone = outcome.kind === 'missing' && (await this.#isOutdated());
        const isAmiss = isGone || ((await this.#tell(name, outcome)) && (await this.#isOutdated()));
        // Of several the first to say so ends this loader.
        if (isAmiss && !this.#stopper.signal.aborted) this.#outdated();
    }

    /** Brings a file that stands elsewhere. */
    async bring(name, url, sum) {
        const outcome = await this.#take(name, url, sum);
        if (outcome) this.#tell(name, outcome);
    }

    // The bytes or why there are none; nothing where nobody waits for them.
    async #take(name, url, sum) {
        if (this.#onTheWay.has(name) || this.#stopper.signal.aborted) return;
        this.#onTheWay.add(name);
        const cache = this.#seen.has(name) ? 'reload' : 'default';
        this.#seen.add(name);
        const outcome = await this.count(request(url, (response) => bytesOf(response, sum), { ...this.#options, cache }), this.#bytes[name]).catch((error) => error);
        this.#onTheWay.delete(name);
        if (!this.#stopper.signal.aborted) return outcome;
    }

    #tell(name, outcome) {
        if (this.#stopper.signal.aborted) return;
        if (outcome instanceof Uint8Array) return this.#arrived(name, outcome);
        this.#failed(name, outcome);
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
