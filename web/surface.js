// The canvas and its WebGL 2 context. A context that is lost is never waited for: a fresh canvas gets a new one.

// The map is drawn into a texture of its own, so the canvas needs no depth and no smoothing.
const kAttributes = {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    preserveDrawingBuffer: false,
    powerPreference: 'default',
};
const kFirstPauseMs = 500;
const kMaxTries = 4;
const kSteadyMs = 10_000;

/** Holds one canvas at a time inside the stage. */
export class Surface {
    #stage;
    #tell;
    #canvas;
    #gl;
    #still;
    #lost;
    #tries = 0;
    #openedMs = 0;
    #timer;
    #size = { width: 0, height: 0 };

    /**
     * @param {HTMLElement} stage
     * @param {{ ready: () => void, lost: () => void, waiting: () => void, failed: () => void }} tell
     *   ready: there is a context; lost: it is gone, and the next has been asked for; waiting: that takes a while; failed: there
     *   will be none
     */
    constructor(stage, tell) {
        this.#stage = stage;
        this.#tell = tell;
    }

    /** Undefined while there is none. */
    get gl() {
        return this.#gl;
    }

    /** Makes a canvas and asks for a context, unless there is one or one is waited for. */
    open() {
        if (this.#gl || this.#timer) return;
        this.#drop();
        const canvas = document.createElement('canvas');
        this.#canvas = canvas;
        this.#resizeCanvas();
        this.#lost = new AbortController();
        canvas.addEventListener('webglcontextlost', () => this.#wasLost(), { signal: this.#lost.signal });
        const gl = canvas.getContext('webgl2', kAttributes);
        if (!gl || gl.isContextLost()) {
            this.#again();
            return;
        }
        this.#gl = gl;
        this.#openedMs = performance.now();
        this.#stage.replaceChildren(canvas, ...(this.#still ? [this.#still] : []));
        this.#tell.ready();
    }

    /** Asks once more, after none could be made. */
    retry() {
        this.#tries = 0;
        this.open();
    }

    /** Device pixels. Clears the canvas where they differ: draw at once. */
    resize(width, height) {
        this.#size = { width, height };
        this.#resizeCanvas();
    }

    /** A picture stands: what is lost from now on is another story. */
    drew() {
        this.#tries = 0;
    }

    /**
     * Keeps what was drawn as a picture and gives the context back. To be called in the task that drew. False where the
     * context is lost already, of which it has yet to be told: there is nothing to keep.
     */
    rest() {
        const { width, height } = this.#size;
        const still = Object.assign(document.createElement('canvas'), { className: 'still', width, height });
        still.getContext('2d').drawImage(this.#canvas, 0, 0);
        if (this.#gl.isContextLost()) return false;
        this.close();
        this.#stage.replaceChildren(still);
        this.#still = still;
        return true;
    }

    /** A picture is kept while there is no context. */
    get isKept() {
        return Boolean(this.#still);
    }

    /** A picture has been drawn over the one that was kept. */
    uncover() {
        this.#still?.remove();
        this.#still = undefined;
    }

    /** Gives the context back. */
    close() {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        const gl = this.#gl;
        this.#drop();
        gl?.getExtension('WEBGL_lose_context')?.loseContext();
    }

    #resizeCanvas() {
        const canvas = this.#canvas;
        if (!canvas) return;
        const { width, height } = this.#size;
        if (canvas.width !== width) canvas.width = width;
        if (canvas.height !== height) canvas.height = height;
    }

    #drop() {
        this.#lost?.abort();
        this.#canvas?.remove();
        this.#canvas = undefined;
        this.#gl = undefined;
    }

    #wasLost() {
        this.#drop();
        this.#tell.lost();
        // One that has held for a while was not lost to what took the last.
        if (performance.now() - this.#openedMs > kSteadyMs) this.#tries = 0;
        // The first loss is answered at once, so that the picture is back in the next frame.
        if (this.#tries === 0) {
            this.#tries = 1;
            this.open();
        } else {
            this.#again();
        }
    }

    // 0.5, 1, 1.5, 2 s: a browser that has just lost its graphics process needs a moment.
    #again() {
        if (this.#tries > kMaxTries || !globalThis.WebGL2RenderingContext) {
            this.#drop();
            this.#tell.failed();
            return;
        }
        this.#tries += 1;
        this.#tell.waiting();
        this.#timer = setTimeout(() => {
            this.#timer = undefined;
            this.open();
        }, kFirstPauseMs * (this.#tries - 1 || 1));
    }
}
