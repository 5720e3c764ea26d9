// The canvas. The processor's picture is put on it, unless a graphics card draws on one of its own that lies over it
// (graphics.js).

// Nothing but whole pictures is ever put there: kept where the processor reaches it.
const kAttributes = { alpha: false, willReadFrequently: true };
// 64 MB in three buffers: the picture of the map, the picture with all that lies over it, and the canvas.
const kMaxPixels = (64 * 1024 * 1024) / (3 * 4);

/** How much of each side of a canvas the processor draws, in device pixels: 1, or less where they are too many for it. */
export const shareOf = (width, height) => Math.min(1, Math.sqrt(kMaxPixels / (width * height)));

// Says whether that has cleared it.
function fit(canvas, width, height) {
    if (canvas.width === width && canvas.height === height) return false;
    Object.assign(canvas, { width, height });
    return true;
}

/** Holds what can be seen inside the stage. */
export class Surface {
    /** Pixels of what is drawn on. */
    width = 0;
    height = 0;

    #canvas = document.createElement('canvas');
    #card;
    #cover;
    // Something other than the processor's last picture may stand on the canvas.
    #isCleared = true;

    /** @param {HTMLElement} stage */
    constructor(stage) {
        stage.append(this.#canvas);
    }

    /** Clears what is drawn on where its pixels differ: draw at once. */
    resize(width, height) {
        Object.assign(this, { width, height });
        if (fit(this.#card ?? this.#canvas, width, height)) this.#isCleared = true;
    }

    /**
     * @param {{ pixels: Uint8ClampedArray, changed: number[] }} picture RGBA of the whole canvas, rows from the top, and the part of
     *   it that was not shown before
     */
    show({ pixels, changed }) {
        const { width, height } = this;
        if (pixels.length !== width * height * 4) return;
        if (fit(this.#canvas, width, height)) this.#isCleared = true;
        this.#context.putImageData(new ImageData(pixels, width, height), 0, 0, ...(this.#isCleared ? [] : changed));
        this.#isCleared = false;
        this.#cover?.remove();
        this.#cover = undefined;
    }

    /** A card draws on this canvas from now on; undefined: the processor does. What is seen stays as it is. */
    drawOn(canvas) {
        this.#card = canvas;
    }

    /** What the card has drawn is seen from now on, until show(). */
    cover() {
        this.#card.className = 'card';
        this.#canvas.after(this.#card);
        this.#cover = this.#card;
    }

    /** Keeps what the card has drawn: it is seen where the card is lost, until show(). */
    keep() {
        if (!this.#cover) return;
        const { width, height } = this.#cover;
        const share = shareOf(width, height);
        this.#isCleared = true;
        fit(this.#canvas, Math.floor(width * share), Math.floor(height * share));
        this.#context.drawImage(this.#cover, 0, 0, this.#canvas.width, this.#canvas.height);
    }

    close() {
        this.#canvas.remove();
        this.#cover?.remove();
    }

    get #context() {
        return this.#canvas.getContext('2d', kAttributes);
    }
}
