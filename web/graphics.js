// A graphics card draws the map where there is one: in use and in sight. It is asked for once there is a picture and nothing to
// do, takes over between two frames, and gives way to the processor as soon as its context is lost.

// The map is drawn into a texture of its own, so the canvas needs no depth and no smoothing. What was drawn is kept later.
const kAttributes = {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    preserveDrawingBuffer: true,
    powerPreference: 'default',
    failIfMajorPerformanceCaveat: true,
};
// By which names a processor pretends to be a card: no faster than ours, and asked for more.
const kSoftware = /swiftshader|llvmpipe|softpipe|basic render|warp|software/i;
// What browsers call every card that they do not name.
const kUnnamed = /^(WebKit WebGL|Mozilla|)$/;
// From the end of a use on, until other maps get the context: a browser keeps some sixteen alive.
const kRestMs = 1500;
// From the last frame on, until it is kept in case the card is lost.
const kKeepMs = 300;
const kFirstPauseMs = 1000;
const kMaxPauseMs = 64_000;
// The card's first picture is seen when it is at rest.
const kMaxFrames = 3;

// There is none in this browser, and another asking would be as much in vain.
let isMissing = false;

const whenIdle = globalThis.requestIdleCallback?.bind(globalThis) ?? ((work) => setTimeout(work, 200));

const nameOf = (gl) => gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER) ?? '';

const timeOf = (work) => {
    const beginMs = performance.now();
    work();
    return performance.now() - beginMs;
};

/** The card of one map, while it has one. */
export class Graphics {
    #surface;
    #core;
    #tell;
    #gl;
    #listening;
    #isWaiting = false;
    #isStopped = false;
    #timer;
    #keeping;
    #pauseMs = kFirstPauseMs;

    /**
     * @param {import('./surface.js').Surface} surface
     * @param {import('./core.js').Core} core
     * @param {{ isWanted: () => boolean, isBusy: () => boolean, resize: () => void, draw: () => number }} tell
     *   isWanted: the map is seen, and used; isBusy: a hand is at it; resize: who draws has changed, and with that how many pixels
     *   there may be; draw: draws a frame in this very task, and returns something where there is more to draw
     */
    constructor(surface, core, tell) {
        this.#surface = surface;
        this.#core = core;
        this.#tell = tell;
    }

    /** It draws, and not the processor. */
    get isDrawing() {
        return Boolean(this.#gl);
    }

    /** Something has changed that a card is asked for, or given back, by. */
    consider() {
        if (this.#gl?.isContextLost()) this.#wasLost();
        clearTimeout(this.#keeping);
        if (this.#gl) this.#keeping = setTimeout(() => this.#gl?.isContextLost() || this.#surface.keep(), kKeepMs);
        if (this.#timer) return;
        if (this.#gl && !this.#tell.isWanted()) this.#after(kRestMs, () => this.#tell.isWanted() || this.close());
        if (this.#isWaiting || !this.#isDue) return;
        this.#isWaiting = true;
        whenIdle(() => {
            this.#isWaiting = false;
            if (this.#isDue) this.#open();
        });
    }

    get #isDue() {
        return !this.#gl && !this.#timer && !isMissing && !this.#isStopped && this.#tell.isWanted() && !this.#tell.isBusy();
    }

    /** Gives the context back, and the picture to the processor. */
    close() {
        const gl = this.#gl;
        if (!gl) return;
        this.#handBack();
        this.#lose(gl);
    }

    /** The map has gone. */
    stop() {
        clearTimeout(this.#timer);
        clearTimeout(this.#keeping);
        this.#isStopped = true;
        const gl = this.#gl;
        this.#drop();
        if (gl) this.#lose(gl);
    }

    #open() {
        const canvas = document.createElement('canvas');
        const gl = canvas.getContext('webgl2', kAttributes);
        if (gl?.isContextLost()) return this.#pause();
        const name = gl && nameOf(gl);
        isMissing = !gl || kSoftware.test(name) || !this.#take(gl) || (kUnnamed.test(name) && this.#isSlow(gl));
        if (isMissing) return this.#gl ? this.close() : gl && this.#lose(gl);
        if (gl.isContextLost()) return this.#wasLost();
        this.#listening = new AbortController();
        canvas.addEventListener('webglcontextlost', () => this.#wasLost(), { signal: this.#listening.signal });
        this.#surface.cover();
        this.consider();
    }

    // Draws with it, unseen as yet. False where it refuses our programs.
    #take(gl) {
        if (this.#core.gpuReady(gl) !== 0) return false;
        this.#gl = gl;
        this.#surface.drawOn(gl.canvas);
        this.#tell.resize();
        this.#draw();
        return true;
    }

    // Both draw all of it from nothing.
    #isSlow(gl) {
        const processorMs = timeOf(() => this.#handBack());
        const cardMs = timeOf(() => {
            this.#take(gl);
            gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
        });
        return cardMs > processorMs;
    }

    #draw() {
        for (let frames = 0; frames < kMaxFrames && this.#tell.draw(); frames += 1);
    }

    #wasLost() {
        this.#handBack();
        this.#pause();
    }

    // Each time longer: what took one context may take the next.
    #pause() {
        this.#after(this.#pauseMs, () => this.consider());
        this.#pauseMs = Math.min(this.#pauseMs * 2, kMaxPauseMs);
    }

    // The processor's picture is there before the browser paints again.
    #handBack() {
        this.#drop();
        this.#core.gpuLost();
        this.#tell.resize();
        this.#draw();
    }

    #drop() {
        this.#listening?.abort();
        this.#surface.drawOn(undefined);
        this.#gl = undefined;
    }

    #lose(gl) {
        gl.getExtension('WEBGL_lose_context')?.loseContext();
    }

    #after(ms, work) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#timer = undefined;
            work();
        }, ms);
    }
}
