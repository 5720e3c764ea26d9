// The map on paper: light, in twice the screen's pixels, with all of its sources below. A browser prints what stands on
// the canvas once the page has heard beforeprint, so all of it is drawn in that very task.

import { make } from './make.js';
import { shareOf } from './surface.js';
import { withValue } from './view.js';

// Device pixels of the paper's picture for each of the screen's.
const kFiner = 2;
// On a page of our own, css px: nearly square, so that it fills most of a sheet either way up, and as high as the longest card.
const kSheet = { width: 1200, height: 1150 };
const kMaxFrames = 120;
const kFrameMs = 16;

// The host's own rules for the element give way: the sheet is not as high as the window.
const kRules = `
@media print {
    :host { height: auto !important; min-height: 0 !important; max-height: none !important; overflow: visible; contain: none; break-inside: avoid; }
    .map ~ *, .map > :not(.stage, .paper) { display: none; }
    .stage { position: static; }
    .stage:focus-visible, .stage:focus-visible::after { outline: none; box-shadow: none; border: 0; }
    canvas { width: auto; height: auto; max-width: 100%; max-height: calc(100vh - 5em); }
    .paper { margin: 8px 0 0; font: 400 11px/1.4 system-ui, sans-serif; color: var(--print); }
}`;

let sheet;

function printSheet() {
    if (sheet) return sheet;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(kRules);
    return sheet;
}

/** Listens until stop(). */
export class Print {
    #stopper = new AbortController();
    #sources = make('p', { className: 'paper' });
    // What the screen showed: on another sheet the map may move, and says so.
    #view;

    /**
     * @param {HTMLElement} stage
     * @param {import('./surface.js').Surface} surface
     * @param {import('./core.js').Core} core
     * @param {{ begin: () => { width: number, height: number, ratio: number, textScale: number, view: string, ownPage: boolean },
     *   draw: (afterMs: number) => number, end: (view: string) => void }} tell
     *   begin: the processor is to draw; returns what it draws on the screen; draw: draws a frame so many ms from now, and
     *   returns something where there is more to draw; end: all is to be as on the screen again, the view with it
     */
    constructor(stage, surface, core, tell) {
        stage.getRootNode().adoptedStyleSheets.push(printSheet());
        const { signal } = this.#stopper;
        addEventListener('beforeprint', () => this.#begin(stage, surface, core, tell), { signal });
        addEventListener('afterprint', () => this.#end(tell), { signal });
    }

    stop() {
        this.#stopper.abort();
        this.#sources.remove();
    }

    #begin(stage, surface, core, tell) {
        const { view, ownPage, ...screen } = tell.begin();
        this.#view = view;
        if (!screen.width || !screen.height) return;
        const { width, height, ratio, textScale } = ownPage ? { ...kSheet, ratio: 1, textScale: 1 } : screen;
        const finer = kFiner * shareOf(width * kFiner, height * kFiner);
        const drawn = [width, height].map((side) => Math.floor(side * finer));
        surface.resize(...drawn);
        core.setPreferences({ reducedMotion: true, dark: false, moreContrast: false });
        core.setView(withValue(view, 'theme', 'light'));
        core.resize(...drawn, ratio * finer, textScale);
        for (let frames = 1; frames < kMaxFrames && tell.draw(frames * kFrameMs); frames += 1);
        this.#sources.textContent = core.text.find(({ id }) => id === 'sources')?.name ?? '';
        stage.after(this.#sources);
    }

    #end(tell) {
        this.#sources.remove();
        tell.end(this.#view);
    }
}
