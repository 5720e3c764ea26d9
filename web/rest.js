// The rest of the program inside one running map: joined to the first file's memory and tables as soon as it is here.
//
// The first file imports a placeholder for each function of the rest that it calls, and calls it through a table.
// Instantiating the rest puts the functions into that table and its words into the memory; nothing else is to be called.

/** Brings the rest of one map's program. */
export class Rest {
    /** Imports of the first file: whatever is called too early brings the rest in that very call, and goes on. */
    placeholders = new Proxy({}, { get: (_, index) => (...args) => this.#callEarly(Number(index), args) });

    #program;
    #isNamed;
    #exports;
    #joining;
    #isJoined = false;
    #waiting = [];

    /**
     * @param {{ rest: Function, restNow: Function }} program as in program.js
     * @param {(bytes: Uint8Array, name: string) => boolean} isNamed the engine's own check (dex_check)
     */
    constructor(program, isNamed) {
        this.#program = program;
        this.#isNamed = isNamed;
    }

    /** The first file runs. A module that was not split has no placeholder, and no rest. */
    begin(compiled, exports) {
        this.#exports = exports;
        this.#isJoined = !WebAssembly.Module.imports(compiled).some(({ module }) => module === 'placeholder');
    }

    get isJoined() {
        return this.#isJoined;
    }

    /** Does the work once the rest is here, in order. */
    after(work) {
        this.#waiting.push(work);
        if (this.#isJoined) this.#flush();
    }

    get isAwaited() {
        return this.#waiting.length > 0;
    }

    /** Fetches and joins it. After a failure the next call tries again; what waits goes on waiting. */
    bring() {
        this.#joining ??= this.#join().catch((error) => {
            this.#joining = undefined;
            throw error;
        });
        return this.#joining;
    }

    async #join() {
        if (this.#isJoined) return;
        const compiled = await this.#program.rest(this.#isNamed);
        // It may have been needed before it came.
        if (!this.#isJoined) await this.#put(WebAssembly.instantiate(compiled, this.#imports));
    }

    get #imports() {
        return { primary: this.#exports };
    }

    async #put(instance) {
        await instance;
        this.#isJoined = true;
        this.#flush();
    }

    #callEarly(index, args) {
        if (!this.#isJoined) {
            new WebAssembly.Instance(this.#program.restNow(this.#isNamed), this.#imports);
            this.#isJoined = true;
            // Not inside the call that needed it.
            queueMicrotask(() => this.#flush());
        }
        // The table that the split added is the last.
        const table = Object.values(this.#exports).findLast((one) => one instanceof WebAssembly.Table);
        return table.get(index)(...args);
    }

    #flush() {
        for (let work; (work = this.#waiting.shift()); ) work();
    }
}
