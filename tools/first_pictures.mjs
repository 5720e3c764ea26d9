// First pictures of all kinds, played and drawn under node: what a map needs from its first byte until all that its view shows is
// drawn, and what can go wrong on the way. tools/split.mjs records along them which functions and words belong to
// the program's first file.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Again, Controls, Drawn, EventKind, HostPages, Mail, Status } from '../web/core.js';

// Longer than any movement of the camera.
const kMaxFrames = 200;

const all = Object.values(Controls).reduce((sum, bit) => sum | bit, 0);
const pages = Object.values(HostPages).reduce((sum, bit) => sum | bit, 0);
const usual = { width: 1280, height: 800, ratio: 1, textScale: 1, controls: all, ownPage: true, dark: false, moreContrast: false, reducedMotion: false, view: '' };

const shapes = [
    { width: 1280, height: 800 },
    { width: 800, height: 600, ratio: 2 },
    { width: 360, height: 640, ratio: 3 },
    { width: 320, height: 256 },
    { width: 640, height: 320 },
    { width: 1920, height: 1080, textScale: 2 },
    { width: 320, height: 640, textScale: 3 },
];
const kinds = [
    { ownPage: false },
    { controls: all | pages },
    { controls: Controls.zoom | Controls.fullMap, ownPage: false },
    { controls: 0, ownPage: false },
    { dark: true },
    { moreContrast: true, reducedMotion: true },
    { moreContrast: true, dark: true },
];
// Views as links have them; `{…}` is filled with the ids of the atlas. Those that name what the rest shows wait for it
// (web/core.js); for one that names what no atlas has the rest is brought at once (src/model/fit_view.h).
const views = [
    'show=overall', 'show=standout', 'show={need}', 'show={indicator}', 'show={group}', 'show={context}',
    'theme=light', 'theme=dark', 'theme=grey', 'classes=equal.4', 'classes=quantile.5', 'class=1', 'class=5', 'class=none',
    'place={place}', 'place={place}&show={need}', 'place={place}&show=standout', 'by={level}', 'by={level}&show=overall',
    'at=51.5,-0.12,12', 'at=51.5,-0.12,15.5', 'at=0,0,3', 'spec=000000000000', 'v=2', 'classes=many', 'theme=pink&at=here',
];

/** An atlas in a folder: its list, its files by name, and the ids that views name. */
export function readAtlas(folder, ids) {
    const { head, first } = JSON.parse(readFileSync(join(folder, 'atlas.json'), 'utf8'));
    return { head, first, ids, bytesOf: (name) => readFileSync(join(folder, name)) };
}

// The page's side of a map, as web/session.js and web/start.js have it.
class Page {
    #core;
    #atlas;
    #faces;
    #nowMs = 0;
    // Answers a wanted file: its bytes, a status instead, or nothing at all.
    answer;

    constructor(core, atlas, faces) {
        core.isNamed(Buffer.from('bytes'), '0'.repeat(32));
        void [core.isWhole, core.inUse, core.view, core.counter(0)];
        this.#core = core;
        this.#atlas = atlas;
        this.#faces = faces;
        this.answer = (name) => atlas.bytesOf(name);
    }

    begin({ width, height, ratio, textScale, controls, ownPage, view, ...preferences }) {
        const core = this.#core;
        core.setOwnPage(ownPage);
        core.setControls(controls);
        core.setPreferences(preferences);
        core.resize(width * ratio, height * ratio, ratio, textScale);
        if (view) core.setView(view);
        void core.inUse;
    }

    bringFaces() {
        for (const [name, bytes] of this.#faces) this.#core.supply(name, bytes);
    }

    bringFirst() {
        for (const name of [this.#atlas.head, ...this.#atlas.first]) this.#bring(name);
    }

    #bring(name) {
        const answer = this.answer(name);
        if (answer === undefined) return;
        const status = typeof answer === 'number' ? this.#core.fail(name, answer) : this.#core.supply(name, answer);
        if (status && name === this.#atlas.head) this.#core.statusText(status);
    }

    /** Until nothing more is to be drawn or brought; a map that waits for a file shows so for ever. */
    settle() {
        for (let bits = Again, frames = 0; bits & (Again | Mail) && frames < kMaxFrames; frames += 1) {
            this.#nowMs += 16;
            bits = this.#core.frame(this.#nowMs);
            if (bits & Drawn) void this.#core.picture;
            for (let event; (event = this.#core.next()); ) this.#hear(event);
        }
    }

    #hear({ kind, text }) {
        if (kind === EventKind.want) this.#bring(text);
        if (kind === EventKind.tree) void this.#core.tree;
        if (kind === EventKind.view) void this.#core.view;
    }
}

const spoilt = (bytes) => {
    const other = Buffer.from(bytes);
    other[other.length >> 1] ^= 0x40;
    return other;
};
const kFiles = ['head', 'tile', 'classes', 'names', 'grouping', 'column'];

// What becomes of one map: each gets a page of its own.
function* courses(atlas) {
    const whole = (options) => (page) => {
        page.begin({ ...usual, ...options });
        page.bringFaces();
        page.bringFirst();
        page.settle();
    };
    const viewOf = (view) => `v=1&${view}`.replace(/\{(\w+)\}/g, (_, id) => atlas.ids[id] ?? id);
    for (const shape of shapes) for (const kind of [{}, ...kinds]) yield whole({ ...shape, ...kind });
    for (const view of views) yield whole({ view: viewOf(view) });
    for (const view of views.slice(0, 8)) yield whole({ ...shapes[2], view: viewOf(view) });
    yield (page, core) => {
        // Faces last.
        page.begin(usual);
        page.bringFirst();
        page.settle();
        page.bringFaces();
        page.settle();
        // The reader turns the phone, changes the system's colours, and the host changes its mind.
        core.resize(640, 360, 1, 1);
        core.setPreferences({ dark: true, moreContrast: false, reducedMotion: true });
        core.setControls(0);
        core.setOwnPage(false);
        page.settle();
        for (const view of views) {
            core.setView(viewOf(view));
            page.settle();
        }
        core.destroy();
    };
    for (const file of kFiles) {
        for (const wrong of [() => Status.notFound, () => Status.noNetwork, () => Status.noMemory, spoilt, (bytes) => bytes.subarray(0, bytes.length >> 1), () => Buffer.from('<!doctype html>'), () => undefined]) {
            yield (page, core) => {
                page.answer = (name) => (name.startsWith(file) ? wrong(atlas.bytesOf(name)) : atlas.bytesOf(name));
                page.begin(usual);
                page.bringFirst();
                page.settle();
                page.bringFaces();
                page.settle();
                page.answer = (name) => atlas.bytesOf(name);
                core.retry();
                page.bringFirst();
                page.settle();
            };
        }
    }
    yield (page, core) => {
        // A face that is none, and a name that nobody knows.
        core.supply('face.regular', Buffer.from('no face'));
        core.supply('tile.00000000000000000000000000000000.dex', Buffer.from('no tile'));
        page.begin(usual);
        page.bringFirst();
        page.settle();
        page.bringFaces();
        page.settle();
    };
}

/**
 * Plays all of them, each on a fresh instance.
 * @param {() => Promise<Core>} createCore
 * @param {ReturnType<typeof readAtlas>[]} atlases
 * @param {[name: string, bytes: Uint8Array][]} faces
 * @param {(core: Core) => void} [played] after each
 */
export async function playFirstPictures(createCore, atlases, faces, played = () => {}) {
    for (const atlas of atlases) {
        for (const course of courses(atlas)) {
            const core = await createCore();
            course(new Page(core, atlas, faces), core);
            played(core);
        }
    }
}
