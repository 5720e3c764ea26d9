// Serves folders with brotli (quality 11) to every page alike, over a line that can be made slow, and keeps a log.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
    '.json': 'application/json', '.geojson': 'application/geo+json', '.topojson': 'application/json',
    '.wasm': 'application/wasm', '.otf': 'font/otf',
};

function compressed(body, cache) {
    const file = join(cache, createHash('sha256').update(body).digest('hex').slice(0, 32));
    if (existsSync(file)) return readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    const small = brotliCompressSync(body, { params });
    writeFileSync(file, small);
    return small;
}

/** @param {Record<string, string>} folders first part of the path → folder */
export async function startServer(folders, cache) {
    mkdirSync(cache, { recursive: true });
    const files = new Map();
    const load = (file) => {
        if (!files.has(file)) {
            const body = readFileSync(file);
            const small = compressed(body, cache);
            files.set(file, small.length < body.length ? { body: small, encoding: 'br' } : { body });
        }
        return files.get(file);
    };
    let line = {};
    let log = [];

    // Sends in pieces of 1/20 s; all answers share the line.
    async function send(response, body) {
        const { bytesPerSecond, latencyMs } = line;
        if (latencyMs) await new Promise((resolve) => setTimeout(resolve, latencyMs));
        if (!bytesPerSecond) {
            response.end(body);
            return;
        }
        const piece = Math.ceil(bytesPerSecond / 20);
        for (let at = 0; at < body.length && !response.destroyed; at += piece) {
            const part = body.subarray(at, at + piece);
            const now = performance.now();
            line.freeAt = Math.max(line.freeAt ?? 0, now) + (part.length / bytesPerSecond) * 1000;
            await new Promise((resolve) => setTimeout(resolve, line.freeAt - now));
            response.write(part);
        }
        response.end();
    }

    const server = createServer(async (request, response) => {
        const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
        if (path === '/favicon.ico') {
            response.writeHead(204).end();
            return;
        }
        const [, first, ...rest] = path.split('/');
        let file = folders[first] && join(folders[first], ...rest);
        if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
        if (!file || !existsSync(file)) {
            response.writeHead(404).end();
            return;
        }
        const { body, encoding } = load(file);
        const headers = {
            'Content-Type': types[extname(file)] ?? 'application/octet-stream',
            'Content-Length': body.length,
            'Cache-Control': 'no-store',
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
            'Cross-Origin-Resource-Policy': 'same-origin',
        };
        if (encoding) headers['Content-Encoding'] = encoding;
        response.writeHead(200, headers);
        const entry = { path, bytes: body.length };
        log.push(entry);
        response.on('finish', () => (entry.finishedAt = Date.now()));
        await send(response, body);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        origin: `http://127.0.0.1:${server.address().port}`,
        warm: (names) => names.forEach(load),
        begin(newLine = {}) {
            line = { ...newLine };
            log = [];
        },
        bytesUntil: (time) => log.filter(({ finishedAt }) => finishedAt <= time).reduce((sum, { bytes }) => sum + bytes, 0),
        get log() {
            return log;
        },
        close: () => server.close(),
    };
}
