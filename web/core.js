// The only file that knows the heap of the map's program, and every call of wasm/dex.h by name.
//
// A view of the heap is never kept across a call: the heap may have grown, and an old view is silently empty.

import { Rest } from './rest.js';
import { valueIn } from './view.js';

/** Bits that frame() returns. */
export const Again = 1;
export const Mail = 2;
export const Drawn = 4;

/** What dex.h calls DEX_POINTER_*, and its kinds of pointer. */
export const Phase = { down: 0, move: 1, up: 2, cancel: 3, leave: 4 };
export const PointerKind = { mouse: 0, touch: 1, pen: 2 };

/** What of its controls a map shows: DEX_CHOICES and its like. */
export const Controls = { choices: 1, search: 2, share: 4, zoom: 8, fullMap: 16 };

/** Pages of the host, as bits beside those of Controls. */
export const HostPages = { helpPage: 32, reportPage: 64 };

/** DEX_EVENT_* */
export const EventKind = {
    want: 1,
    cursor: 2,
    view: 3,
    select: 4,
    announce: 5,
    tree: 6,
    progress: 7,
    firstPicture: 8,
    detail: 9,
    error: 10,
    open: 11,
    use: 12,
    show: 13,
    text: 14,
};

/** DEX_COUNTER_* */
export const Counter = { frames: 0, mapPictures: 1, drawCalls: 2, triangles: 3, tileBytes: 4, tiles: 5, gpu: 6 };

/** The statuses that the page gives; the numbers are those of src/base/status.def. */
export const Status = { notFound: 11, noNetwork: 12, noMemory: 13, noGpu: 14 };

const kEventBytes = 24;
const kSizeBytes = 4;
const kScratchBytes = 16_384;

// No first picture is recorded of them (tools/first_pictures.mjs).
const kKeysOfRest = ['area', 'compare', 'within', 'weights', 'score'];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * One map: an instance of the program with its own heap. Before the rest of the program is here (rest.js), inputs wait for
 * it, in order, and are answered with Ok; any other call that needs it brings it at once.
 */
export class Core {
    #module;
    #map;
    #scratch;
    #rest;
    #context = 0;
    #ended = false;
    #tell;

    /**
     * @param {Function} createModule what Emscripten's glue exports
     * @param {WebAssembly.Module} wasm the first file, compiled
     * @param {import('./program.js').Program} program where the rest comes from
     * @param {{ trapped: (error: Error) => void, wantsRest: () => void }} tell
     *   trapped: the program found a mistake of its own, or no memory, and has stopped; called once, after which every call is
     *   answered with nothing; wantsRest: something waits for the rest
     */
    static async create(createModule, wasm, program, tell) {
        const rest = new Rest(program, (bytes, name) => core.isNamed(bytes, name));
        const module = await new Promise((resolve, reject) => {
            const instantiateWasm = (imports, receive) => {
                const made = WebAssembly.instantiate(wasm, { ...imports, placeholder: rest.placeholders });
                made.then((instance) => {
                    rest.begin(wasm, instance.exports);
                    return receive(instance);
                }).catch(reject);
                return {};
            };
            createModule({ instantiateWasm }).then(resolve, reject);
        });
        const core = new Core(module, rest, tell);
        return core;
    }

    constructor(module, rest, tell) {
        this.#module = module;
        this.#rest = rest;
        this.#tell = tell;
        this.#map = module._dex_create();
        // A room that is never supplied: for texts that are lent in, and for sizes that come back.
        this.#scratch = module._dex_room(this.#map, kScratchBytes);
        if (!this.#scratch) throw new RangeError('no memory for a map');
    }

    /** All of the program is here. */
    get isWhole() {
        return this.#rest.isJoined;
    }

    // Whether the name of bytes is the first digits of their hash, as the engine sees it. Also inside another call, and after
    // the map has gone: the rest may be for all maps of the page.
    isNamed(bytes, name) {
        const all = bytes.length + name.length;
        const room = this.#module._dex_room(0, all);
        if (!room) return false;
        this.#module.HEAPU8.set(bytes, room);
        encoder.encodeInto(name, this.#module.HEAPU8.subarray(room + bytes.length, room + all));
        return this.#module._dex_check(0, room, all) === 0;
    }

    /** Whether a view names what the first file cannot show: a card, two measures, natural breaks, or figures other than the published. */
    needsRest(view) {
        if (this.isWhole) return false;
        return kKeysOfRest.some((key) => valueIn(view, key) !== undefined) || /^moved$|\//.test(valueIn(view, 'show') ?? '') || view.includes('=natural');
    }

    /** Brings the rest of the program; what waited for it has been done then. */
    bringRest() {
        return this.#rest.bring().then(() => this.#call('_dex_whole'));
    }

    /** Hands a file in. Returns its status. */
    supply(name, bytes) {
        const room = this.#call('_dex_room', bytes.length);
        if (!room) return this.fail(name, Status.noMemory);
        this.#module.HEAPU8.set(bytes, room);
        return this.#call('_dex_supply', ...this.#lend(name), room, bytes.length);
    }

    fail(name, status) {
        this.#call('_dex_fail', ...this.#lend(name), status);
        return status;
    }

    retry() {
        this.#call('_dex_retry');
    }

    /** Device pixels of the canvas, device pixels a css px, the page's text size against 16 px. */
    resize(width, height, ratio, textScale) {
        this.#call('_dex_resize', width / ratio, height / ratio, ratio, textScale);
    }

    /**
     * Draws with this context from now on, once all of the program is here.
     * @param {WebGL2RenderingContext} gl
     * @returns {number} status: where it is not Ok, the processor goes on
     */
    gpuReady(gl) {
        this.#dropContext();
        this.#context = this.#module.adoptContext(gl);
        const status = this.#call('_dex_gpu_ready');
        if (status) this.#dropContext();
        return status;
    }

    /** The processor draws from now on. */
    gpuLost() {
        this.#call('_dex_gpu_lost');
        this.#dropContext();
    }

    /** The processor's picture, RGBA, until the next call, and left, top, width and height of what is new in it; or undefined. */
    get picture() {
        const at = this.#call('_dex_pixels', this.#scratch);
        if (!at) return undefined;
        const { buffer } = this.#module.HEAPU8;
        const [size, ...changed] = new Uint32Array(buffer, this.#scratch, 5);
        return { pixels: new Uint8ClampedArray(buffer, at, size), changed };
    }

    /** When that which is told next happened, on the clock of the frames. */
    time(atMs) {
        this.#wait(() => this.#call('_dex_time', atMs));
    }

    pointer(phase, kind, id, x, y, buttons, modifiers) {
        this.#wait(() => this.#call('_dex_pointer', phase, kind, id, x, y, buttons, modifiers));
    }

    wheel(x, y, deltaPx, modifiers) {
        this.#wait(() => this.#call('_dex_wheel', x, y, deltaPx, modifiers));
    }

    key(key, modifiers) {
        this.#wait(() => this.#call('_dex_key', ...this.#lend(key), modifiers));
    }

    focus(hasFocus) {
        this.#wait(() => this.#call('_dex_focus', Number(hasFocus)));
    }

    get inUse() {
        return Boolean(this.#call('_dex_in_use'));
    }

    setOwnPage(own) {
        this.#call('_dex_set_own_page', Number(own));
    }

    /** Bits of Controls. */
    setControls(shown) {
        this.#call('_dex_set_controls', shown);
    }

    setPreferences({ reducedMotion, dark, moreContrast }) {
        this.#call('_dex_set_preferences', Number(reducedMotion), Number(dark), Number(moreContrast));
    }

    /** Returns Again, Mail and Drawn. */
    frame(nowMs) {
        return this.#call('_dex_frame', nowMs) ?? 0;
    }

    /** The oldest event, copied out; undefined when there is none. */
    next() {
        const at = this.#call('_dex_next');
        if (!at) return undefined;
        const { buffer } = this.#module.HEAPU8;
        const view = new DataView(buffer, at, kEventBytes);
        return {
            kind: view.getUint32(0, true),
            status: view.getUint32(4, true),
            text: this.#text(view.getUint32(8, true), view.getUint32(12, true)),
            number: view.getFloat64(16, true),
        };
    }

    /** Returns a status: where a key was refused, the rest is shown, and one event says so. */
    setView(view) {
        const set = () => this.#call('_dex_set_view', ...this.#lend(view));
        // Nor before what was done earlier.
        return this.#rest.isAwaited || this.needsRest(view) ? this.#wait(set) : set();
    }

    get view() {
        return this.#lent('_dex_view');
    }

    /** The view as a link has it: with the id of its figures, once all of the program is here. */
    link() {
        return this.isWhole ? this.#lent('_dex_link') : this.view;
    }

    /** The view that the map would come to from another one by pairs of editText() (view.js), as dex_edit_view says. */
    editView(view, edits) {
        return this.#lent('_dex_edit_view', ...this.#lendTwo(view, edits));
    }

    /** The semantic tree. */
    get tree() {
        return JSON.parse(this.#lent('_dex_tree') || '[]');
    }

    /** All of it as a tree, for the Text view. */
    get text() {
        return JSON.parse(this.#lent('_dex_text') || '[]');
    }

    act(node, value = '') {
        return this.#wait(() => this.#call('_dex_act', ...this.#lendTwo(node, value)));
    }

    /** Answers a search: { busy, sentence, places: [{ ref, name, detail }] }. */
    find(text) {
        return JSON.parse(this.#lent('_dex_find', ...this.#lend(text)) || '{"busy":false,"sentence":"","places":[]}');
    }

    choose(ref) {
        return this.#wait(() => this.#call('_dex_choose', ...this.#lend(ref)));
    }

    /** Returns a status: NotFound outside the map. */
    locate(longitude, latitude) {
        return this.#wait(() => this.#call('_dex_locate', longitude, latitude));
    }

    /** Scrolls a node of the tree into sight. */
    reveal(node) {
        this.#wait(() => this.#call('_dex_reveal', ...this.#lend(node)));
    }

    areaAt(x, y) {
        return this.#lent('_dex_area_at', x, y);
    }

    /** One of DEX_SCORE_*, for each area; empty where there is none. */
    score(kind) {
        return new Float64Array(this.#copied(8, '_dex_scores', kind) || 0);
    }

    get scoreCodes() {
        return this.#lent('_dex_score_codes');
    }

    /** What the reader takes away, as dex_make says: how far it is, per cent, then bytes. An ended map makes nothing. */
    make(order) {
        return new Uint8Array(this.#copied(1, '_dex_make', ...this.#lend(order)) || [2, 0]);
    }

    /** @param {keyof typeof Counter} name */
    counter(name) {
        return this.#call('_dex_counter', Counter[name]);
    }

    /** With `npm run dev` alone: draws with another pair of shaders. Returns the compiler's words, empty on success. */
    shader(...nameAndSources) {
        return this.#lent('_dex_shader', ...this.#lend(nameAndSources.join('\0')));
    }

    /** The sentence for a status. */
    statusText(status) {
        return this.#lentText(this.#try(() => this.#module._dex_status_text(status, this.#scratch)));
    }

    /** The map is gone; every later call is answered with nothing. */
    destroy() {
        this.#call('_dex_destroy');
        this.#dropContext();
        this.#ended = true;
    }

    #dropContext() {
        if (this.#context) this.#module.dropContext(this.#context);
        this.#context = 0;
    }

    #wait(work) {
        let status = 0;
        this.#rest.after(() => (status = work()));
        if (this.#rest.isAwaited) this.#tell.wantsRest();
        return status;
    }

    #call(name, ...rest) {
        return this.#try(() => this.#module[name](this.#map, ...rest));
    }

    #try(work) {
        if (this.#ended) return undefined;
        try {
            return work();
        } catch (error) {
            this.#ended = true;
            this.#tell.trapped(error);
            return undefined;
        }
    }

    // Lends a text to the next call; a longer one is cut.
    #lend(text) {
        const at = this.#scratch + kSizeBytes;
        const into = this.#module.HEAPU8.subarray(at, this.#scratch + kScratchBytes);
        return [at, encoder.encodeInto(text, into).written];
    }

    // The same for two, of which only the second is cut.
    #lendTwo(first, second) {
        const firstSize = encoder.encode(first).length;
        const [at, size] = this.#lend(first + second);
        return [at, firstSize, at + firstSize, size - firstSize];
    }

    // Calls something that lends a text out: its address is the result, its size comes back in the scratch.
    #lent(name, ...rest) {
        return this.#lentText(this.#call(name, ...rest, this.#scratch));
    }

    // The same for so many things of `width` bytes each, copied.
    #copied(width, name, ...rest) {
        const at = this.#call(name, ...rest, this.#scratch);
        const { buffer } = this.#module.HEAPU8;
        return at && buffer.slice(at, at + width * new DataView(buffer).getUint32(this.#scratch, true));
    }

    #lentText(at) {
        if (!at) return '';
        return this.#text(at, new DataView(this.#module.HEAPU8.buffer).getUint32(this.#scratch, true));
    }

    #text(at, size) {
        return size ? decoder.decode(this.#module.HEAPU8.subarray(at, at + size)) : '';
    }
}
