// One life of a map, from the first byte to the last frame. After a failure that ends it a new one is made.

import { Again, Core, EventKind, Mail, program, Status } from './core.js';
import { createModule, faces, wasmFile } from './files.js';
import { Loader, patiently } from './fetch.js';
import { Input } from './input.js';
import { Search } from './search.js';
import { Surface } from './surface.js';
import { reload } from './url.js';
import { Watch } from './watch.js';
import { say } from './words.js';

const kProgramBytes = 150_000;
// From the last input until a framed map that is not in use gives its context back.
const kRestMs = 1500;
// A browser keeps some sixteen contexts alive for all maps of a page, and frames cannot count each other.
const isFramed = globalThis.parent !== globalThis.self;

/** Brings a map up inside a layer and keeps it going until stop(). */
export class Session {
    #layer;
    #tell;
    #options;
    #loader;
    #surface;
    #watch;
    #core;
    #coming;
    #input;
    #search;
    #head;
    #title = '';
    #frame = 0;
    #nowMs = 0;
    #text;
    #wantsText = matchMedia('(forced-colors: active)').matches;
    #textReason;
    #hasPicture = false;
    #hasDetail = false;
    #isResting = false;
    #restTimer;
    #restMs = 0;
    // Faces that are not here yet, by name: without them the core cannot write a word.
    #pendingFaces = new Map(faces.map(([name, ...file]) => [name, file]));
    #ended = false;

    /**
     * @param {import('./layer.js').Layer} layer
     * @param {{ src: string, view: string, ownPage: boolean, controls: number, locates: boolean }} options
     * @param {{ view: (view: string, isNew: boolean) => void, select: Function, ready: Function, detail: Function,
     *   tree: Function, open: (view: string) => void, hostPage: (name: string) => void, error: (sentence: string, status: number) => void, ended: (sentence: string, isPage: boolean) => void, outdated: () => void }} tell
     *   ended: this life is over, and why; isPage: the page itself may have to be brought again; outdated: there is a newer atlas
     */
    constructor(layer, options, tell) {
        this.#layer = layer;
        this.#options = options;
        this.#tell = tell;
        this.#loader = new Loader(options.src, {
            arrived: (name, bytes) => this.#withCore((core) => this.#arrived(core, name, bytes)),
            failed: (name, failure) => this.#withCore((core) => this.#failed(core, name, failure)),
            outdated: () => tell.outdated(),
            progress: (share) => this.#hasPicture || layer.progress(share * 0.95),
        });
        this.#surface = new Surface(layer.stage, {
            ready: () => this.#gpuReady(),
            lost: () => this.#core?.gpuLost(),
            waiting: () => this.#hasPicture && !this.#surface.isKept && layer.cover(say('contextLost')),
            failed: () => this.#goWithoutPicture(),
        });
        layer.wantsText = () => this.showText();
        layer.wait();
        // Everything at once: the program, the list and what it names, the faces, the context.
        this.#coming = this.#loadProgram();
        this.#loadAtlas();
        this.#bringFaces();
        this.#watch = new Watch(layer.stage, layer.gauge, (what) => this.#watched(what));
    }

    /** Undefined until the program runs. */
    get core() {
        return this.#core;
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

    /** Does what a node of the tree offers. */
    act(id, value) {
        this.#act(() => this.#core.act(id, value));
    }

    /**
     * Shows all of it as text, now or as soon as there is something to show.
     * @param {string} [sentence] why there is no map to go back to
     */
    async showText(sentence) {
        this.#wantsText = true;
        this.#textReason ??= sentence;
        if (!this.#core) return;
        const why = this.#textReason;
        const way = why ? { sentence: why, label: say('retry'), onclick: () => this.#retryPicture() } : { label: say('showMap'), onclick: () => this.hideText() };
        const text = await this.#layer.openText(way).catch(() => undefined);
        if (!text) return this.#textFailed();
        if (this.#ended || !this.#wantsText) return this.#layer.closeText();
        this.#text = text;
        text.connect({ act: (id, value) => this.act(id, value) });
        this.#layer.uncover();
        this.#syncText();
    }

    #textFailed() {
        this.#wantsText = false;
        // A browser may not ask for a script a second time; our own page can be brought again.
        const retry = () => (this.#options.ownPage ? reload() : this.showText());
        if (this.#ended) return;
        if (this.#textReason) this.#layer.fail(this.#textReason, retry);
        else this.#layer.note(say('noText'), retry);
    }

    /** Shows the map again. */
    hideText() {
        this.#wantsText = false;
        this.#text = undefined;
        this.#layer.closeText();
        this.wake();
    }

    #goWithoutPicture() {
        const sentence = say('noWebgl');
        this.#tell.error(sentence, Status.noGpu);
        this.showText(sentence);
    }

    #retryPicture() {
        this.#textReason = undefined;
        this.hideText();
        this.#surface.retry();
    }

    #syncText() {
        this.#text?.sync(this.#core.text);
        this.wake();
    }

    setControls(controls) {
        this.#options.controls = controls;
        this.#core?.setControls(controls);
        this.wake();
    }

    /** Draws in the next frame, if anything is to be drawn. */
    wake() {
        if (this.#ended || !this.#core) return;
        if (this.#isResting) {
            this.#isResting = false;
            this.#restMs = kRestMs;
            this.#surface.open();
        }
        if (this.#canBeSeen()) this.#frame ||= requestAnimationFrame((nowMs) => this.#draw(nowMs));
        else this.#readMail();
    }

    /** Frees everything. */
    stop() {
        if (this.#ended) return;
        this.#ended = true;
        cancelAnimationFrame(this.#frame);
        clearTimeout(this.#restTimer);
        this.#loader.stop();
        this.#watch?.stop();
        this.#input?.stop();
        this.#search?.stop();
        this.#layer.semantics.clear();
        this.#layer.closeText();
        this.#core?.destroy();
        this.#core = undefined;
        this.#surface.close();
    }

    async #loadProgram() {
        const wasm = await this.#loader.count(program(...wasmFile), kProgramBytes).catch((error) => {
            this.#end(say(error.kind ? 'noModule' : 'noWasm'), error, true);
        });
        if (!wasm || this.#ended) return;
        const core = await Core.create(createModule, wasm, (error) => this.#end(say('stopped'), error)).catch((error) => {
            this.#end(say('outOfMemory'), error);
        });
        if (this.#ended) core?.destroy();
        else if (core) this.#begin(core);
    }

    async #loadAtlas() {
        try {
            const { head, title } = await this.#loader.start();
            this.#head = head;
            this.#title = title;
            this.#layer.setTitle(title);
        } catch (error) {
            const { src } = this.#options;
            // The browser does not say why, but between servers this is the usual reason.
            const isKept = error.kind === 'network' && navigator.onLine && new URL(src).origin !== self.origin;
            const key = error.kind === 'broken' ? 'badAtlas' : isKept ? 'noCors' : 'noAtlas';
            this.#end(say(key, { url: String(src) }));
        }
    }

    #begin(core) {
        this.#core = core;
        core.setOwnPage(this.#options.ownPage);
        core.setControls(this.#options.controls);
        core.setPreferences(this.#watch);
        this.#applySize();
        if (this.#options.view) core.setView(this.#options.view);
        if (this.#surface.gl) this.#gpuReady();
        this.#layer.semantics.connect({
            act: (id, value) => this.act(id, value),
            key: (key) => this.#act(() => core.key(key, 0)),
            reveal: (id) => this.#act(() => core.reveal(id)),
        });
        this.#input = new Input(this.#layer.stage, core, () => this.wake());
        this.#search = new Search(this.#layer, core, { wake: () => this.wake(), locates: this.#options.locates });
        this.#showTheme();
        if (this.#wantsText) this.showText();
        this.wake();
    }

    // What was done elsewhere than on the stage.
    #act(work) {
        work();
        this.wake();
    }

    #bringFaces() {
        for (const [name, file] of this.#pendingFaces) this.#loader.bring(name, ...file);
    }

    async #withCore(work) {
        await this.#coming;
        if (this.#ended || !this.#core) return;
        const result = work(this.#core);
        this.#search?.refresh();
        this.wake();
        return result;
    }

    #arrived(core, name, bytes) {
        const status = core.supply(name, bytes);
        // Without a head there is no map; of anything else the core itself says that it is wrong.
        if (status && name === this.#head) this.#end(core.statusText(status));
        if (!status && this.#pendingFaces.delete(name)) this.#hideNoteIfCoreReports();
        return status;
    }

    #failed(core, name, failure) {
        const isHead = name === this.#head;
        if (isHead) this.#end(say('fileFailed', { file: name }));
        else core.fail(name, failure.kind === 'missing' ? Status.notFound : Status.noNetwork);
    }

    #watched(what) {
        if (what === 'preferences') this.#core?.setPreferences(this.#watch);
        if (what === 'visible' && this.#watch.isAside && !this.#options.ownPage && this.#core?.inUse) this.#input.endUse();
        if (what === 'visible' && this.#isResting) return;
        if (this.#canBeSeen()) this.#surface.open();
        if (what !== 'size') {
            this.wake();
            return;
        }
        this.#applySize();
        // Before the browser paints, so that the old picture is not seen stretched.
        if (this.#core && this.#canBeSeen()) this.#draw(this.#nowMs || performance.now());
    }

    #canBeSeen() {
        const { isVisible, size } = this.#watch ?? {};
        return Boolean(isVisible && size.width && size.height);
    }

    #applySize() {
        const { width, height, ratio, textScale } = this.#watch.size;
        if (!width || !height) return;
        this.#surface.resize(width, height);
        this.#core?.resize(width, height, ratio, textScale);
    }

    #gpuReady() {
        const status = this.#core?.gpuReady(this.#surface.gl);
        if (status) {
            this.#end(this.#core.statusText(status));
            return;
        }
        if (this.#hasPicture) this.#layer.uncover();
        this.wake();
    }

    #draw(nowMs) {
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
        const bits = this.#core.frame(this.#later(nowMs));
        if (bits & Mail) this.#readMail();
        if (this.#surface.gl) this.#surface.uncover();
        clearTimeout(this.#restTimer);
        if (bits & Again) this.wake();
        else if (isFramed && this.#hasDetail) this.#restTimer = setTimeout(() => this.#rest(), this.#restMs);
    }

    // The picture stays, the context is others'. Whatever asks for another frame brings one back.
    #rest() {
        if (this.#ended || !this.#surface.gl || this.#core.inUse) return;
        this.#applySize();
        if (this.#core.frame(this.#later(performance.now())) & Again) {
            this.wake();
            return;
        }
        this.#readMail();
        if (!this.#surface.gl || !this.#surface.rest()) return;
        this.#core.gpuLost();
        this.#isResting = true;
    }

    // Never earlier than before, though the browser's frames begin before its events.
    #later(nowMs) {
        this.#nowMs = Math.max(this.#nowMs, nowMs);
        return this.#nowMs;
    }

    #readMail() {
        for (let event; !this.#ended && (event = this.#core.next()); ) this.#handle(event);
    }

    #handle({ kind, status, text, number }) {
        switch (kind) {
            case EventKind.want:
                return this.#loader.want(text);
            case EventKind.cursor:
                return void (this.#layer.stage.style.cursor = text);
            case EventKind.view:
                this.#options.view = text;
                this.#showTheme();
                return this.#tell.view(text, number === 1);
            case EventKind.select:
                return this.#tell.select(text);
            case EventKind.announce:
                return this.#layer.announce(text);
            case EventKind.tree: {
                const { tree } = this.#core;
                this.#search.place(tree);
                this.#layer.semantics.sync(tree);
                return this.#tell.tree(number);
            }
            case EventKind.progress:
                return this.#hasPicture && this.#layer.progress(number);
            case EventKind.firstPicture:
                return this.#firstPicture();
            case EventKind.detail:
                this.#layer.progress(1);
                this.#hasDetail = true;
                return this.#tell.detail();
            case EventKind.error:
                return this.#error(text, status);
            case EventKind.open:
                return this.#tell.open(text);
            case EventKind.copy:
                return this.#copy(text);
            case EventKind.show:
                if (text === 'share') return void this.#share();
                return text === 'text' ? void this.showText() : this.#tell.hostPage(text);
            case EventKind.text:
                return this.#syncText();
            case EventKind.use:
                return this.#input.setUse(number === 1);
        }
    }

    // What is not drawn by the map takes its colours; the reader may have changed them on it.
    #showTheme() {
        this.#layer.setTheme(this.#theme);
    }

    get #theme() {
        return /(?:^|&)theme=(\w+)/.exec(this.#options.view)?.[1] ?? '';
    }

    #firstPicture() {
        this.#hasPicture = true;
        this.#surface.drew();
        this.#layer.progress(1);
        this.#layer.uncover();
        this.#hideNoteIfCoreReports();
        this.#tell.ready();
    }

    // Once there is a picture, and faces, the core says in it what is wrong.
    get #coreReports() {
        return this.#hasPicture && this.#pendingFaces.size === 0;
    }

    #hideNoteIfCoreReports() {
        if (this.#coreReports) this.#layer.hideNote();
    }

    #error(sentence, status) {
        this.#tell.error(sentence, status);
        if (this.#coreReports) return;
        this.#layer.note(sentence, () => {
            this.#core?.retry();
            this.#bringFaces();
            this.wake();
        });
    }

    // The dialog for links and frames. Brought when it is first wanted.
    async #share() {
        const { src, pageUrl } = this.#options;
        try {
            const { ShareDialog } = await patiently(import('./share/dialog.js'));
            if (!this.#ended) await new ShareDialog(this.#layer, this.#core, { src, pageUrl, title: this.#title, theme: this.#theme }).open();
        } catch (error) {
            console.error(error);
            this.#layer.note(say('fileFailed', { file: say('share') }));
        }
    }

    // Where the page may not write to the clipboard, the text is shown to be copied by hand.
    async #copy(text) {
        try {
            await navigator.clipboard.writeText(text);
            this.#layer.announce(say('copied'));
        } catch {
            this.#layer.note(text);
        }
    }

    #end(sentence, error, isPage = false) {
        if (this.#ended) return;
        if (error) console.error(error);
        this.stop();
        this.#tell.ended(sentence, isPage);
    }
}
