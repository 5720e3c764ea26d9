// The canvas. The processor's picture is put on it, unless a graphics card draws on one of its own that lies over it
// (graphics.js).

// Nothing but whole pictures is ever put there: kept where the processor reaches it.
const kAttributes = { alpha: false, willReadFrequently: true };

/** Holds what can be seen inside the stage. */
export class Surface {
    /** Device pixels. */
    width = 0;
    height = 0;

    #canvas = document.createElement('canvas');
    #cover;

    /** @param {HTMLElement} stage */
    constructor(stage) {
        stage.append(this.#canvas);
    }

    /** Device pixels. Clears the canvas where they differ: draw at once. */
    resize(width, height) {
        Object.assign(this, { width, height });
        for (const canvas of [this.#canvas, this.#cover]) {
            if (canvas && canvas.width !== width) canvas.width = width;
            if (canvas && canvas.height !== height) canvas.height = height;
        }
    }

    /** @param {Uint8ClampedArray} pixels RGBA of the whole canvas, rows from the top */
    show(pixels) {
        const { width, height } = this;
        if (pixels.length !== width * height * 4) return;
        this.#context.putImageData(new ImageData(pixels, width, height), 0, 0);
        this.#cover?.remove();
        this.#cover = undefined;
    }

    /** A card has drawn on this canvas, as large as ours: it is seen from now on, until show(). */
    cover(canvas) {
        canvas.className = 'card';
        this.#canvas.after(canvas);
        this.#cover = canvas;
    }

    /** Keeps what the card has drawn: it is seen where the card is lost, until show(). */
    keep() {
        if (this.#cover) this.#context.drawImage(this.#cover, 0, 0);
    }

    close() {
        this.#canvas.remove();
        this.#cover?.remove();
    }

    get #context() {
        return this.#canvas.getContext('2d', kAttributes);
    }
}
