// The start of a map: the program, the list of the atlas with what it names, and the faces, all asked for at once.

import { Core, Status } from './core.js';
import { createModule, faces, program } from './files.js';
import { Loader } from './fetch.js';
import { say } from './words.js';

const kProgramBytes = 110_000;

/** Brings a map's program and its files, and hands them in as they come, until stop(). */
export class Start {
    /** What the atlas is called. */
    title = '';

    #src;
    #tell;
    #loader;
    #core;
    #running;
    #head;
    // Without its faces the core cannot write a word.
    #pendingFaces = new Map(faces.map(([name, ...file]) => [name, file]));
    #stopped = false;

    /**
     * @param {URL} src address of atlas.json
     * @param {{ running: (core: Core) => void, titled: (title: string) => void, changed: () => void, faced: () => void,
     *   progress: (share: number) => void, wantsRest: () => void, outdated: () => void, ended: (sentence: string, error?: Error, isPage?: boolean) => void }} tell
     *   running: the program runs; changed: something was handed in; faced: the last face was; wantsRest: something waits for the
     *   rest of the program; outdated: there is a newer atlas;
     *   ended: there will be no map, and why; isPage: the page itself may have to be brought again
     */
    constructor(src, tell) {
        this.#src = src;
        this.#tell = tell;
        this.#loader = new Loader(src, {
            arrived: (name, bytes) => this.#whenRunning(() => this.#arrived(name, bytes)),
            failed: (name, failure) => this.#whenRunning(() => this.#failed(name, failure)),
            outdated: () => tell.outdated(),
            progress: (share) => tell.progress(share),
        });
        this.#running = this.#loadProgram();
        this.#loadAtlas();
        this.bringFaces();
    }

    get hasFaces() {
        return this.#pendingFaces.size === 0;
    }

    /** Brings the faces that are not here yet. */
    bringFaces() {
        for (const [name, file] of this.#pendingFaces) this.#loader.bring(name, ...file);
    }

    /** Brings a file that the core wants. */
    want(name) {
        this.#loader.want(name);
    }

    stop() {
        this.#stopped = true;
        this.#loader.stop();
    }

    async #loadProgram() {
        const wasm = await this.#loader.count(program.first(), kProgramBytes).catch((error) => {
            this.#end(say(error.kind ? 'noModule' : 'noWasm'), error, true);
        });
        if (!wasm || this.#stopped) return;
        const tell = { trapped: (error) => this.#end(say('stopped'), error), wantsRest: () => this.#tell.wantsRest() };
        const core = await Core.create(createModule, wasm, program, tell).catch((error) => {
            this.#end(say('outOfMemory'), error);
        });
        if (!core) return;
        if (this.#stopped) {
            core.destroy();
            return;
        }
        this.#core = core;
        this.#tell.running(core);
    }

    async #loadAtlas() {
        try {
            const { head, title } = await this.#loader.start();
            this.#head = head;
            this.title = title;
            if (!this.#stopped) this.#tell.titled(title);
        } catch (error) {
            // The browser does not say why, but between servers this is the usual reason.
            const isKept = error.kind === 'network' && navigator.onLine && this.#src.origin !== self.origin;
            const key = error.kind === 'broken' ? 'badAtlas' : isKept ? 'noCors' : 'noAtlas';
            this.#end(say(key, { url: String(this.#src) }));
        }
    }

    async #whenRunning(work) {
        await this.#running;
        if (this.#stopped || !this.#core) return undefined;
        const result = work();
        if (!this.#stopped) this.#tell.changed();
        return result;
    }

    #arrived(name, bytes) {
        const status = this.#core.supply(name, bytes);
        // Without a head there is no map; of anything else the core itself says that it is wrong.
        if (status && name === this.#head) this.#end(this.#core.statusText(status));
        if (!status && this.#pendingFaces.delete(name) && this.hasFaces) this.#tell.faced();
        return status;
    }

    #failed(name, failure) {
        if (name === this.#head) this.#end(say('fileFailed', { file: name }));
        else this.#core.fail(name, failure.kind === 'missing' ? Status.notFound : Status.noNetwork);
    }

    #end(sentence, error, isPage = false) {
        if (!this.#stopped) this.#tell.ended(sentence, error, isPage);
    }
}
