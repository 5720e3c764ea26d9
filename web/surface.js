// The canvas. The processor's picture is put on it, unless a graphics card draws on one of its own in its place (graphics.js).

// Nothing but whole pictures is ever put there: kept where the processor reaches it.
const kAttributes = { alpha: false, willReadFrequently: true };

/** Holds the canvas that can be seen inside the stage. */
export class Surface {
    /** Device pixels. */
    width = 0;
    height = 0;

    #own = document.createElement('canvas');
    #shown = this.#own;

    /** @param {HTMLElement} stage */
    constructor(stage) {
        stage.append(this.#own);
    }

    /** Device pixels. Clears the canvas where they differ: draw at once. */
    resize(width, height) {
        Object.assign(this, { width, height });
        this.#fit(this.#shown);
    }

    /** @param {Uint8ClampedArray} pixels RGBA of the whole canvas, rows from the top */
    show(pixels) {
        const { width, height } = this;
        if (pixels.length !== width * height * 4) return;
        this.#fit(this.#own);
        this.#own.getContext('2d', kAttributes).putImageData(new ImageData(pixels, width, height), 0, 0);
        this.#put(this.#own);
    }

    /** A card has drawn on this canvas, as large as ours: it is seen from now on, until show(). */
    cover(canvas) {
        this.#put(canvas);
        // Of no use meanwhile.
        this.#own.width = 0;
    }

    close() {
        this.#shown.remove();
    }

    #put(canvas) {
        if (canvas === this.#shown) return;
        this.#shown.replaceWith(canvas);
        this.#shown = canvas;
    }

    #fit(canvas) {
        const { width, height } = this;
        if (canvas.width !== width) canvas.width = width;
        if (canvas.height !== height) canvas.height = height;
    }
}
