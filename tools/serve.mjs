// A small static server with the headers that any host should send (docs/embed.md).

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json',
    '.geojson': 'application/geo+json',
    '.jsonld': 'application/ld+json',
    '.csv': 'text/csv; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ico': 'image/x-icon',
    '.otf': 'font/otf',
    '.woff2': 'font/woff2',
    '.wasm': 'application/wasm',
};

export const contentTypeOf = (file) => types[extname(file)] ?? 'application/octet-stream';

// Answers with a file as it stands; 404 when there is none.
export function sendFile(file, response, headers) {
    if (!existsSync(file)) return response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, 'Content-Length': statSync(file).size });
    return createReadStream(file).pipe(response);
}

// WebKit does not match 'self' in a sandboxed frame, so the public origin stands beside it. It comes from
// what we listen on, never from a Host header.
export const contentSecurityPolicy = (origin) =>
    [
        "default-src 'none'",
        `script-src 'self' ${origin} 'wasm-unsafe-eval'`,
        `connect-src 'self' ${origin}`,
        `img-src 'self' ${origin} data: blob:`,
        // A briefing that is opened from the map has this policy too, and one style (src/output/briefing_style.h).
        `style-src 'self' ${origin} 'sha256-yGRj8aqDFw9gcjGRA7MAtEX0zqQocTMqfFjEPqW6arA='`,
        `font-src 'self' ${origin}`,
        `frame-src 'self' ${origin}`,
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ].join('; ');

// Names that carry a hash of their contents never change. Files for other systems have none.
const isImmutable = (path) => !path.startsWith('/data/') && /[.-][0-9A-Za-z_-]{8,}\.[a-z0-9]+$/.test(path);

function respond(folder, origin, request, response) {
    const finish = (status, headers = {}) => response.writeHead(status, headers).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return finish(405, { Allow: 'GET, HEAD' });
    let path;
    try {
        path = normalize(decodeURIComponent(new URL(request.url, origin).pathname));
    } catch {
        return finish(400);
    }
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) {
        if (!path.endsWith('/')) return finish(301, { Location: `${path}/` });
        file = join(file, 'index.html');
    }
    const headers = {
        'Access-Control-Allow-Origin': '*',
        'Content-Security-Policy': contentSecurityPolicy(origin),
        // Pages that are isolated from others may show it too.
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
    };
    if (!existsSync(file)) return finish(404, headers);
    headers['Content-Type'] = contentTypeOf(file);
    headers['Cache-Control'] = isImmutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    if (/\bbr\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(`${file}.br`)) {
        file += '.br';
        headers['Content-Encoding'] = 'br';
    }
    const { size, mtimeMs } = statSync(file);
    headers.ETag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
    if (request.headers['if-none-match'] === headers.ETag) return finish(304, headers);
    headers['Content-Length'] = size;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file).pipe(response);
}

// Listens on the first free port from `port` on; 0 takes any. Returns { origin, port, close }.
export function serve(folder, port = 0) {
    return new Promise((done, fail) => {
        const server = createServer((request, response) => respond(folder, server.origin, request, response));
        server.on('error', (error) => {
            if (error.code !== 'EADDRINUSE' || port === 0 || port > 65_000) return fail(error);
            port += 1;
            return server.listen(port);
        });
        server.on('listening', () => {
            const bound = server.address().port;
            server.origin = `http://localhost:${bound}`;
            done({
                origin: server.origin,
                port: bound,
                close: () => {
                    server.closeAllConnections();
                    return new Promise((closed) => server.close(closed));
                },
            });
        });
        server.listen(port);
    });
}
