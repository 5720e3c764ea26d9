// What the page says about the element: how many device pixels it has, whether it can be seen, what its reader prefers.

const kGaugeEm = 10;
const kMaxRatio = 4;
const kMaxTextScale = 3;

const thresholds = Array.from({ length: 21 }, (_, i) => i / 20);

// What the browser says a box covers on the screen. Under an emulated pixel ratio Chromium says it in css px; then, and
// where it says nothing, the product counts.
const devicePixels = (exact, about) => (Math.abs(exact - about) <= 1 ? exact : Math.round(about));

/**
 * Watches until stop(). `changed` is called for the size right before the browser paints, so that a picture drawn in it
 * is never stretched.
 */
export class Watch {
    /** Device pixels, device pixels a css px, text size against 16 px. */
    size = { width: 0, height: 0, ratio: 1, textScale: 1 };
    isVisible = false;
    /** Less than half of it can be seen, and it covers less than half of the window. */
    isAside = true;
    reducedMotion = false;
    /** As the page around it is, whatever the system prefers: a page that knows no dark mode is light. */
    dark = false;
    moreContrast = false;

    #stopper = new AbortController();
    #resize;
    #intersection;
    #changed;

    /**
     * @param {HTMLElement} stage
     * @param {HTMLElement} gauge as wide as ten letters are high
     * @param {(what: 'size' | 'visible' | 'preferences') => void} changed
     */
    constructor(stage, gauge, changed) {
        this.#changed = changed;
        this.#watchPreferences();
        this.#watchScheme(gauge);
        this.#resize = new ResizeObserver((entries) => this.#measured(entries, stage, gauge));
        this.#observe(stage);
        this.#resize.observe(gauge);
        this.#intersection = new IntersectionObserver((entries) => this.#seen(entries.at(-1)), { threshold: thresholds });
        this.#intersection.observe(stage);
        this.#watchRatio(stage);
    }

    stop() {
        this.#stopper.abort();
        this.#resize.disconnect();
        this.#intersection.disconnect();
    }

    #observe(stage) {
        try {
            this.#resize.observe(stage, { box: 'device-pixel-content-box' });
        } catch {
            this.#resize.observe(stage);
        }
    }

    #measured(entries, stage, gauge) {
        // With the CSS zoom of what it stands in, where the browser says that.
        const ratio = Math.min(devicePixelRatio * (stage.currentCSSZoom ?? 1), kMaxRatio);
        const next = { ...this.size, ratio };
        for (const entry of entries) {
            if (entry.target === gauge) {
                const scale = entry.contentRect.width / kGaugeEm / 16;
                next.textScale = Math.min(Math.max(scale, 1), kMaxTextScale);
                continue;
            }
            const exact = entry.devicePixelContentBoxSize?.[0];
            next.width = devicePixels(exact?.inlineSize, entry.contentRect.width * ratio);
            next.height = devicePixels(exact?.blockSize, entry.contentRect.height * ratio);
        }
        const isSame = Object.keys(next).every((key) => next[key] === this.size[key]);
        this.size = next;
        if (!isSame) this.#changed('size');
    }

    // A change of ratio alone moves no css px; browsers without device pixel boxes have to be asked again.
    #watchRatio(stage) {
        if (this.#stopper.signal.aborted) return;
        const again = () => {
            this.#resize.unobserve(stage);
            this.#observe(stage);
            this.#watchRatio(stage);
        };
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        query.addEventListener('change', again, { once: true, signal: this.#stopper.signal });
    }

    #watchPreferences() {
        const { signal } = this.#stopper;
        for (const [key, query] of [['reducedMotion', '(prefers-reduced-motion: reduce)'], ['moreContrast', '(prefers-contrast: more)']]) {
            const list = matchMedia(query);
            this[key] = list.matches;
            const heard = () => {
                this[key] = list.matches;
                this.#changed('preferences');
            };
            list.addEventListener('change', heard, { signal });
        }
    }

    // The gauge has the page's colour of letters, and moves to another one in no time.
    #watchScheme(gauge) {
        const look = () => (this.dark = /^rgb\(2/.test(getComputedStyle(gauge).color));
        look();
        const moved = () => {
            look();
            this.#changed('preferences');
        };
        gauge.addEventListener('transitionend', moved, { signal: this.#stopper.signal });
    }

    #seen(entry) {
        const { width, height } = entry.intersectionRect;
        this.isVisible = entry.isIntersecting;
        this.isAside = entry.intersectionRatio < 0.5 && width * height < (innerWidth * innerHeight) / 2;
        this.#changed('visible');
    }
}
