// The program in two files: what a first picture needs, and the rest of the same module
// (docs/decisions/0010-two-files.md). Each is fetched and compiled once for all maps of the page.

import { bytesOf, Failure, request } from './fetch.js';

/** Both files by address, and how each is known. */
export class Program {
    #first;
    #rest;
    #loadingFirst;
    #loadingRest;
    #compiledRest;

    /**
     * @param {[url: string, checksum?: number]} first
     * @param {[url: string, name?: string]} rest with the first digits of its hash
     */
    constructor(first, rest) {
        this.#first = first;
        this.#rest = rest;
    }

    /**
     * After a failure the next call tries again.
     * @returns {Promise<WebAssembly.Module>}
     */
    first() {
        const [url, sum] = this.#first;
        this.#loadingFirst ??= request(url, (response) => compileResponse(response, sum)).catch((error) => {
            this.#loadingFirst = undefined;
            throw error;
        });
        return this.#loadingFirst;
    }

    /**
     * The same of the rest.
     * @param {(bytes: Uint8Array, name: string) => boolean} isNamed the engine's own check (dex_check)
     * @returns {Promise<WebAssembly.Module>}
     */
    rest(isNamed) {
        this.#loadingRest ??= request(this.#rest[0], async (response) => {
            const bytes = await bytesOf(response);
            this.#check(bytes, isNamed);
            return WebAssembly.compile(bytes);
        }).then(
            (compiled) => (this.#compiledRest ??= compiled),
            (error) => {
                this.#loadingRest = undefined;
                throw error;
            },
        );
        return this.#loadingRest;
    }

    /**
     * The rest in this very call, for a function that is called before it is here. Throws where that fails; a host may
     * forbid it (the permission `sync-xhr`).
     */
    restNow(isNamed) {
        if (!this.#compiledRest) {
            const [url] = this.#rest;
            const line = new XMLHttpRequest();
            line.open('GET', url, false);
            // A page gets bytes at once only as text of one byte a letter.
            line.overrideMimeType('text/plain; charset=x-user-defined');
            line.send();
            if (line.status !== 200) throw new Failure('network', url);
            const bytes = Uint8Array.from(line.responseText, (letter) => letter.charCodeAt(0));
            this.#check(bytes, isNamed);
            this.#compiledRest = new WebAssembly.Module(bytes);
        }
        return this.#compiledRest;
    }

    #check(bytes, isNamed) {
        const [url, name] = this.#rest;
        if (name !== undefined && !isNamed(bytes, name)) throw new Failure('network', url);
    }
}

// A server that sends wasm as something else is slower and not wrong.
async function compileResponse(response, sum) {
    const isWasm = response.headers.get('Content-Type')?.startsWith('application/wasm');
    const compiling = isWasm && WebAssembly.compileStreaming(response.clone());
    // What is damaged cannot be compiled, and its checksum says why.
    if (compiling) compiling.catch(() => {});
    const bytes = await bytesOf(response, sum);
    return compiling || WebAssembly.compile(bytes);
}
