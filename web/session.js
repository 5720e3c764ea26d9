// One life of a map, from the first byte to the last frame. After a failure that ends it a new one is made.
//
//              program runs         first picture          all is drawn
//   starting ───────────────▶ ready ─────────────▶ shown ──────────────▶ detailed
//
//   looking ─────────────────────────────────────────────▶ using
//             the rest of the program and of the script is here
//
//   The picture stands from "shown" on, whoever draws it: a context that comes or is lost leads to no other state, and is the
//   Graphics' to know. Until "using" inputs wait in the Core
//   and mail to the reader waits here; the rest is fetched from "shown" on, or earlier where something waits for it. From each
//   state stop() and a mistake of the program lead to "ended", after which nothing is drawn and nobody is told anything. Whether
//   there are faces is the Start's to know, and whether the Text view stands in place of the picture the TextPage's.

import { Again, Drawn, EventKind, Mail } from './core.js';
import { patiently } from './fetch.js';
import { Input } from './input.js';
import { Start } from './start.js';
import { shareOf, Surface } from './surface.js';
import { TextPage } from './text_page.js';
import { reload } from './url.js';
import { valueIn } from './view.js';
import { Watch } from './watch.js';
import { say } from './words.js';

/** Brings a map up inside a layer and keeps it going until stop(). */
export class Session {
    #layer;
    #tell;
    #options;
    #start;
    #surface;
    #watch;
    #textPage;
    #core;
    #input;
    #interaction;
    // What the reader is to hear and see, until there is an Interaction.
    #keptMail = [];
    #bringing;
    // Why the rest is not here: the script may not be asked for a second time.
    #restFailed = false;
    #scriptFailed = false;
    #graphics;
    #print;
    #frame = 0;
    #nowMs = 0;
    #hasPicture = false;
    #ended = false;

    /**
     * @param {import('./layer.js').Layer} layer
     * @param {{ src: URL, pageUrl: string, view: string, ownPage: boolean, controls: number, locates: boolean }} options
     * @param {{ view: (view: string, isNew: boolean) => void, select: Function, ready: Function, detail: Function,
     *   tree: Function, open: (view: string) => void, hostPage: (name: string) => string, error: (sentence: string, status: number) => void, ended: (sentence: string, isPage: boolean) => void, outdated: () => void }} tell
     *   ended: this life is over, and why; isPage: the page itself may have to be brought again; outdated: there is a newer atlas
     */
    constructor(layer, options, tell) {
        this.#layer = layer;
        this.#options = options;
        this.#tell = tell;
        this.#textPage = new TextPage(layer, options.src, {
            act: (id, value) => this.act(id, value),
            wake: () => this.wake(),
            wantsRest: () => this.#bringRest(),
            retryRest: () => this.#retryRest(),
            ownsPage: () => options.ownPage,
        });
        this.#surface = new Surface(layer.stage);
        layer.wantsText = () => this.showText();
        layer.wait();
        this.#start = new Start(options.src, {
            running: (core) => this.#meet(core),
            titled: (title) => layer.setTitle(title),
            changed: () => this.#changed(),
            faced: () => this.#hideNoteIfCoreReports(),
            wantsRest: () => this.#bringRest(),
            progress: (share) => this.#hasPicture || layer.progress(share * 0.95),
            outdated: () => tell.outdated(),
            ended: (sentence, error, isPage) => this.#end(sentence, error, isPage),
        });
        this.#watch = new Watch(layer.stage, layer.gauge, (what) => this.#watched(what));
        this.#watched('preferences');
    }

    /** Undefined until the program runs. */
    get core() {
        return this.#core;
    }

    /** As scoresOf() of scores.js has them. */
    scores() {
        return this.#interaction?.scores();
    }

    /** Takes a view over, now or as soon as there is a map. */
    setView(view) {
        this.#options.view = view;
        this.#core?.setView(view);
        this.#showTheme();
        this.wake();
    }

    setOwnPage(own) {
        this.#options.ownPage = own;
        this.#core?.setOwnPage(own);
        this.wake();
    }

    setControls(controls) {
        this.#options.controls = controls;
        this.#core?.setControls(controls);
        this.wake();
    }

    /** Does what a node of the tree offers. */
    act(id, value) {
        this.#core.act(id, value);
        this.wake();
    }

    showText() {
        this.#textPage.show();
    }

    hideText() {
        this.#textPage.hide();
    }

    /** Draws in the next frame, if anything is to be drawn. */
    wake() {
        if (this.#ended || !this.#core) return;
        if (this.#canBeSeen()) this.#frame ||= requestAnimationFrame((nowMs) => this.#draw(nowMs));
        else this.#readMail();
    }

    /** Frees everything. */
    stop() {
        if (this.#ended) return;
        this.#ended = true;
        cancelAnimationFrame(this.#frame);
        this.#start.stop();
        this.#watch?.stop();
        this.#input?.stop();
        this.#graphics?.stop();
        this.#print?.stop();
        this.#interaction?.stop();
        this.#textPage.stop();
        this.#core?.destroy();
        this.#core = undefined;
        this.#surface.close();
    }

    // A link to what the first file cannot show waits for the rest: better later than another view first.
    async #meet(core) {
        if (core.needsRest(this.#options.view)) await core.bringRest().catch(() => {});
        if (this.#ended) core.destroy();
        else this.#begin(core);
    }

    #begin(core) {
        this.#core = core;
        core.setOwnPage(this.#options.ownPage);
        core.setControls(this.#options.controls);
        core.setPreferences(this.#watch);
        this.#applySize();
        if (this.#options.view) core.setView(this.#options.view);
        this.#input = new Input(this.#layer.stage, core, () => this.wake());
        this.#showTheme();
        this.#textPage.connect(core);
        this.wake();
    }

    // The rest of the program, and of the script, for what a reader does. Once it has failed only the reader asks for it again.
    #bringRest() {
        if (this.#restFailed) this.#sayNoRest();
        else this.#bringing ??= this.#joinRest().catch((error) => this.#goWithoutRest(error));
    }

    async #joinRest() {
        const script = patiently(import('./interaction.js')).catch((error) => {
            this.#scriptFailed = true;
            throw error;
        });
        const rest = this.#core.bringRest();
        // The text needs no more than that, and is the reader's where the script does not come.
        rest.then(() => this.#ended || this.#textPage.restCame(), () => {});
        const [{ Interaction, Graphics, Print }] = await Promise.all([script, rest]);
        if (this.#ended) return;
        const core = this.#core;
        this.#interaction = new Interaction(this.#layer, core, {
            session: this,
            tell: this.#tell,
            input: this.#input,
            options: this.#options,
            title: () => this.#start.title,
            theme: () => this.#theme,
        });
        this.#graphics = new Graphics(this.#surface, core, {
            isWanted: () => this.#canBeSeen() && (this.#options.ownPage || core.inUse),
            isBusy: () => this.#input.isHeld,
            resize: () => this.#applySize(),
            draw: () => this.#drawFrame(performance.now()) & Again,
        });
        this.#print = new Print(this.#layer.stage, this.#surface, core, {
            begin: () => {
                this.#graphics.close();
                const { view, ownPage } = this.#options;
                return { ...this.#watch.size, view, ownPage };
            },
            draw: (afterMs) => this.#drawFrame(performance.now() + afterMs) & Again,
            end: (view) => {
                this.setView(view);
                core.setPreferences(this.#watch);
                this.#watched('size');
            },
        });
        this.#keptMail.splice(0).forEach((event) => this.#interaction.handle(event));
        this.wake();
    }

    #goWithoutRest(error) {
        if (this.#ended) return;
        console.error(error);
        this.#restFailed = true;
        this.#layer.hideNote();
        this.#sayNoRest();
    }

    // A press of the note's own button is an input, too: what is said already is left alone.
    #sayNoRest() {
        if (this.#textPage.showStored(say('noRest')) || this.#layer.hasNote) return;
        this.#layer.note(say('noRest'), () => this.retry());
    }

    /** Asks once more for all that has failed. */
    retry() {
        this.#core?.retry();
        this.#start.bringFaces();
        if (this.#restFailed) this.#retryRest();
        this.wake();
    }

    #retryRest() {
        if (this.#scriptFailed && this.#options.ownPage) return reload();
        this.#restFailed = false;
        this.#bringing = undefined;
        this.#bringRest();
    }

    // A file has been handed in.
    #changed() {
        this.#interaction?.refresh();
        this.wake();
    }

    #watched(what) {
        if (what === 'preferences') {
            this.#layer.setDark(this.#watch.dark);
            this.#core?.setPreferences(this.#watch);
        }
        if (what === 'visible' && this.#watch.isAside && !this.#options.ownPage && this.#core?.inUse) this.#input.endUse();
        if (what === 'visible') this.#graphics?.consider();
        if (what !== 'size') {
            this.wake();
            return;
        }
        this.#applySize();
        // Before the browser paints, so that an empty canvas is never seen.
        if (this.#core && this.#canBeSeen()) this.#draw(this.#nowMs || performance.now());
    }

    #canBeSeen() {
        const { isVisible, size } = this.#watch ?? {};
        return Boolean(isVisible && size.width && size.height);
    }

    #applySize() {
        const { width, height, ratio, textScale } = this.#watch.size;
        if (!width || !height) return;
        const share = this.#graphics?.isDrawing ? 1 : shareOf(width, height);
        const drawn = [width, height].map((side) => Math.floor(side * share));
        this.#surface.resize(...drawn);
        this.#core?.resize(...drawn, ratio * share, textScale);
    }

    #draw(nowMs) {
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
        this.#drawFrame(nowMs);
        this.#graphics?.consider();
    }

    #drawFrame(nowMs) {
        const bits = this.#core?.frame(this.#later(nowMs)) ?? 0;
        const picture = bits & Drawn && this.#core.picture;
        if (picture) this.#surface.show(picture);
        if (bits & Mail) this.#readMail();
        if (bits & Again) this.wake();
        return bits;
    }

    // Never earlier than before, though the browser's frames begin before its events.
    #later(nowMs) {
        this.#nowMs = Math.max(this.#nowMs, nowMs);
        return this.#nowMs;
    }

    #readMail() {
        for (let event; !this.#ended && (event = this.#core.next()); ) this.#handle(event);
    }

    #handle(event) {
        const { kind, status, text, number } = event;
        switch (kind) {
            case EventKind.want:
                return this.#start.want(text);
            case EventKind.view:
                this.#options.view = text;
                this.#showTheme();
                return this.#tell.view(text, number === 1);
            case EventKind.progress:
                return this.#hasPicture && this.#layer.progress(number);
            case EventKind.firstPicture:
                return this.#firstPicture();
            case EventKind.detail:
                this.#layer.progress(1);
                return this.#tell.detail();
            case EventKind.error:
                return this.#error(text, status);
            case EventKind.text:
                return this.#textPage.sync();
        }
        if (this.#interaction) this.#interaction.handle(event);
        else this.#keptMail.push(event);
    }

    // What is not drawn by the map takes its colours; the reader may have changed them on it.
    #showTheme() {
        this.#layer.setTheme(this.#theme);
    }

    get #theme() {
        return (valueIn(this.#options.view, 'theme') ?? '').toLowerCase();
    }

    #firstPicture() {
        this.#hasPicture = true;
        this.#layer.progress(1);
        this.#layer.uncover();
        this.#hideNoteIfCoreReports();
        this.#tell.ready();
        this.#bringRest();
    }

    // Once there is a picture, and faces, the core says in it what is wrong.
    get #coreReports() {
        return this.#hasPicture && this.#start.hasFaces;
    }

    #hideNoteIfCoreReports() {
        if (!this.#coreReports) return;
        this.#layer.hideNote();
        if (this.#restFailed) this.#sayNoRest();
    }

    #error(sentence, status) {
        this.#tell.error(sentence, status);
        if (this.#coreReports) return;
        this.#layer.note(sentence, () => this.retry());
    }

    #end(sentence, error, isPage = false) {
        if (this.#ended) return;
        if (error) console.error(error);
        this.stop();
        this.#tell.ended(sentence, isPage);
    }
}
