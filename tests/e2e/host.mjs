// Somebody's page, from a server of its own.

import { createServer } from 'node:http';

/** Serves one page. Returns { origin, close }. */
export async function host(html, headers = {}) {
    const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html));
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return { origin: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))) };
}
