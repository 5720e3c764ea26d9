// The words of the picture, to be taken along: those of head, card, legend and panels lie over it as text, which a mouse selects
// and copies as on any page, and in which the browser's own search shows what it has found. Everything else that a pointer
// does there is the map's. Fingers scroll and tap: for them there is the Text view.

const kWords = ':is(p, h1, h2, h3, h4)';
const kParts = ['head', 'card', 'compare', 'legend', 'strip', 'panel', 'sheet', 'foot', 'dialog', 'banner'];
const kLinePx = 20;
const kFontPx = 15;
const kOfLine = 0.74;

const style = new CSSStyleSheet();
style.replaceSync(`
.twin ${kWords} { opacity: 1; font: 400 ${kFontPx}px/${kLinePx}px Inter, system-ui, sans-serif; }
.twin ${kWords}::selection { color: transparent; background: color-mix(in srgb, var(--accent) 35%, transparent); }
@media (hover: hover) and (pointer: fine) {
    .twin :is(${kParts.map((id) => `[data-id=${id}]`)}, [role=alert]) ${kWords} { pointer-events: auto; cursor: text; user-select: text; -webkit-user-select: text; }
    .twin [data-id=sheet] :is(${['sheet.title', 'sheet.detail', 'card.name', 'card.detail'].map((id) => `[data-id='${id}']`)}) { pointer-events: none; }
}
`);

/** Joins the words of one layer until stop(). */
export class Taking {
    #stage;
    #boxes;
    #stopper = new AbortController();
    // What an element's text was last fitted for.
    #fitted = new WeakMap();

    /** @param {import('./layer.js').Layer} layer */
    constructor(layer) {
        const { stage, before, after } = layer;
        this.#stage = stage;
        this.#boxes = [before, after];
        layer.adopt(style);
        for (const box of this.#boxes) {
            const on = (type, heard, options) =>
                box.addEventListener(type, (event) => event.target.matches(kWords) && heard(event), { signal: this.#stopper.signal, ...options });
            on('pointermove', (event) => this.#hand(event, event.type));
            on('pointerover', ({ target }) => this.#fit(target));
            on('click', (event) => this.#clicked(event));
            on('wheel', (event) => this.#hand(event, event.type) || event.preventDefault(), { passive: false });
            box.addEventListener('copy', (event) => this.#copy(event), { signal: this.#stopper.signal });
        }
    }

    stop() {
        this.#stopper.abort();
    }

    get #selection() {
        return this.#stage.getRootNode().getSelection?.() ?? document.getSelection();
    }

    // To the map, as if the words were not there.
    #hand(event, type) {
        return this.#stage.dispatchEvent(new event.constructor(type, event));
    }

    // A press that has selected nothing is one of what lies below.
    #clicked(event) {
        if (!this.#selection.isCollapsed) return;
        for (const type of ['pointerdown', 'pointerup']) this.#hand(new PointerEvent(type, event), type);
    }

    // Line by line, with the rows of the legend, which are buttons.
    #copy(event) {
        const selection = this.#selection;
        if (selection.isCollapsed || selection.rangeCount === 0) return;
        const range = selection.getRangeAt(0);
        const words = this.#boxes.flatMap((box) => [...box.querySelectorAll(`${kWords}, [data-id=legend] button`)]);
        const lines = words.filter((one) => range.intersectsNode(one)).map((one) => partOf(one, range)).filter(Boolean);
        event.clipboardData.setData('text/plain', lines.join('\n'));
        event.preventDefault();
    }

    // As wide as it is drawn, so that what is selected lies on what is seen.
    #fit(element) {
        const { offsetWidth: width, offsetHeight: height, textContent, style: own } = element;
        const made = `${width} ${height} ${textContent}`;
        if (this.#fitted.get(element) === made) return;
        this.#fitted.set(element, made);
        Object.assign(own, { whiteSpace: 'nowrap', fontSize: `${kFontPx}px` });
        const range = document.createRange();
        range.selectNodeContents(element);
        const natural = range.getBoundingClientRect().width;
        own.whiteSpace = '';
        const isLine = natural <= width * 1.15 || height < 2 * kLinePx - 4;
        const linePx = isLine ? height : height / Math.round(height / kLinePx);
        // What is drawn seldom fills its line.
        const usualPx = linePx * kOfLine;
        const fontPx = isLine ? Math.min(kFontPx * width / (natural || width), usualPx) : usualPx;
        Object.assign(own, { fontSize: `${fontPx}px`, lineHeight: `${linePx}px` });
    }
}

// What of an element's words lies in the range.
function partOf(element, { startContainer, startOffset, endContainer, endOffset }) {
    const words = element.textContent || element.ariaLabel || '';
    const to = element.contains(endContainer) && endContainer.nodeType === Node.TEXT_NODE ? endOffset : undefined;
    const from = element.contains(startContainer) && startContainer.nodeType === Node.TEXT_NODE ? startOffset : 0;
    return words.slice(from, to);
}
