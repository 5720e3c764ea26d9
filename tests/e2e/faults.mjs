// A server that answers one request of a page wrong, in each of 14 ways, until it is told to be well again. Cases stand
// side by side under /name/, so that many pages can suffer at once.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { contentSecurityPolicy, contentTypeOf } from '../../tools/serve.mjs';

const kPieceBytes = 2000;
const kWhileMs = 100;
// What a script is, or a list, is not told by its bytes alone: there the bit is one that breaks it.
const isText = (path) => /\.(js|css|json|html)$/.test(path);
// A browser waits for a style sheet before it runs any script, so that no clock of ours can run out: the line breaks off.
const holdsThePage = (path) => path.endsWith('.css');

const status = (code) => ({ end, type }) => end(code, type, 'No.');

// Each gets { body, type, path, end, begin, response } and the case.
export const kinds = {
    404: status(404),
    403: status(403),
    429: status(429),
    500: status(500),
    503: status(503),
    cut: ({ begin, body, response }) => {
        begin();
        response.write(body.subarray(0, body.length >> 1), () => response.destroy());
    },
    'a bit flipped': ({ end, body, type, path }) => {
        const spoilt = Buffer.from(body);
        spoilt[isText(path) ? 0 : body.length >> 1] ^= 0x40;
        end(200, type, spoilt);
    },
    'HTML instead of data': ({ end }) => end(200, 'text/html; charset=utf-8', '<!doctype html><title>Not found</title><p>Try our new home page!</p>'),
    stalled: async ({ begin, body, response, path }, one) => {
        begin();
        response.write(body.subarray(0, body.length >> 1));
        // More than once: what will give it up may not have begun to wait for it yet.
        for (await one.isAlone(); one.isSpoilt && !response.destroyed; await one.isAlone()) {
            await one.pass(60_000);
            if (holdsThePage(path)) response.destroy();
        }
    },
    '2 kB/s': async ({ begin, body, response }, one) => {
        begin();
        for (let at = 0; at < body.length && !response.destroyed; at += kPieceBytes) {
            await new Promise((done) => response.write(body.subarray(at, at + kPieceBytes), done));
            await one.pass(1000);
        }
        response.end();
    },
    offline: async ({ response }, one) => {
        await one.offline(true);
        response.destroy();
    },
    'of another type': ({ end, body }) => end(200, 'application/octet-stream', body),
    'redirected for ever': ({ response, path }) => response.writeHead(302, { Location: `/${path}?again` }).end(),
    'a new version': (answer, one) => {
        one.folder = one.renewed;
        one.isSpoilt = false;
        one.answer(answer.response);
    },
};

/**
 * One page that suffers.
 *
 * @param {{ folder: string, renewed: string, spoils: RegExp, misses?: RegExp, kind: string, pass: (ms: number) => Promise<void>,
 *   catchUp: () => Promise<void>, offline: (is: boolean) => Promise<void> }} options
 *   pass: time goes by on the page's clock; catchUp: the page does what it has begun, and asks for what comes of that
 */
class Case {
    isSpoilt = true;
    /** How often each address was asked for while it was wrong. */
    asked = new Map();

    #open = new Set();

    constructor(origin, options) {
        Object.assign(this, options);
        this.origin = origin;
    }

    take(name, path, isAgain, response) {
        Object.assign(response, { name, path });
        this.#open.add(response);
        response.on('close', () => this.#open.delete(response));
        if (this.isSpoilt && this.misses?.test(path)) return response.writeHead(404).end();
        const isTheirs = this.isSpoilt && this.spoils.test(path);
        if (isTheirs && !isAgain) this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
        return this.answer(response, isTheirs);
    }

    /** Resolves once nothing is loading but what is wrong, and nothing more has been asked for in a while. */
    async isAlone() {
        await this.#wait(({ path }) => !this.isSpoilt || !this.spoils.test(path));
    }

    /** The same of all that is loading. */
    async isQuiet() {
        await this.#wait(() => true);
    }

    async #wait(isAwaited) {
        do {
            await this.catchUp();
            await setTimeout(kWhileMs);
        } while ([...this.#open].some(isAwaited));
    }

    answer(response, isTheirs = false) {
        const { name, path } = response;
        const file = join(this.folder, path || 'index.html');
        const headers = {
            'Access-Control-Allow-Origin': '*',
            'Cache-Control': 'no-store',
            // On a line that is used again a browser repeats by itself what breaks off.
            Connection: 'close',
            'Content-Security-Policy': contentSecurityPolicy(this.origin),
            'X-Content-Type-Options': 'nosniff',
        };
        const end = (code, type, body) => response.writeHead(code, { ...headers, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
        const type = contentTypeOf(file);
        if (!existsSync(file) || statSync(file).isDirectory()) return end(404, 'text/plain', 'No.');
        if (!isTheirs) return end(200, type, readFileSync(file));
        const isSmall = this.kind === '2 kB/s' && existsSync(`${file}.br`);
        if (isSmall) headers['Content-Encoding'] = 'br';
        const body = readFileSync(isSmall ? `${file}.br` : file);
        const begin = () => response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': body.length });
        return kinds[this.kind]({ body, type, path: `${name}/${path}`, end, begin, response }, this);
    }

    async heal() {
        this.isSpoilt = false;
        await this.offline(false);
    }
}

/** Returns { origin, suffer(name, options), close }. */
export async function faultyServer() {
    const cases = new Map();
    const server = createServer((request, response) => {
        const [, name, path, again] = /^\/([^/]*)\/([^?]*)(\?again)?/.exec(request.url) ?? [];
        const one = cases.get(name);
        if (!one) return response.writeHead(404).end();
        response.on('error', () => {});
        return one.take(name, path, Boolean(again), response);
    });
    await new Promise((done) => server.listen(0, done));
    const origin = `http://localhost:${server.address().port}`;
    return {
        origin,
        suffer(name, options) {
            const one = new Case(origin, options);
            cases.set(name, one);
            return one;
        },
        close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
    };
}
