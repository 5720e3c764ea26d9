// The reference configuration in a real nginx: headers, compression, and how it stands a crowd.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { findNginx } from '../../tools/nginx.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const found = findNginx();
const skip = !found && 'nginx with brotli_static is not installed: tools/setup.mjs unpacks it where apt can download it';

const files = {
    'index.html': ['<!doctype html>'.padEnd(400, ' '), 'text/html; charset=utf-8'],
    'embed.html': ['<!doctype html>'.padEnd(400, ' '), 'text/html; charset=utf-8'],
    'dex-map.js': ['export {};'.padEnd(4000, ' '), 'application/javascript; charset=utf-8'],
    'dex.wasm': ['\0asm'.padEnd(4000, ' '), 'application/wasm'],
    'assets/index-CKo69_53.css': ['a{}'.padEnd(400, ' '), 'text/css; charset=utf-8'],
    'atlas/atlas.json': ['{}'.padEnd(400, ' '), 'application/json; charset=utf-8'],
    'data/whole.csv': ['code,name'.padEnd(400, ' '), 'text/csv; charset=utf-8'],
    'data/whole.csv-metadata.json': ['{}'.padEnd(400, ' '), 'application/json; charset=utf-8'],
    'data/whole.geojson': ['{}'.padEnd(400, ' '), 'application/geo+json'],
    'data/dataset.jsonld': ['{}'.padEnd(400, ' '), 'application/ld+json'],
    'atlas/head.0123456789abcdef0123456789abcdef.dex': ['DEX'.padEnd(400, ' '), 'application/octet-stream'],
};
const isHashed = (name) => /^(assets\/|atlas\/head)/.test(name);

const freePort = () =>
    new Promise((done) => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => done(port));
        });
    });

describe('nginx', { skip }, () => {
    let nginx, port;
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const get = (path, { method = 'GET', headers = {} } = {}) =>
        new Promise((done, failed) => {
            const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
                let bytes = 0;
                response.on('data', (chunk) => (bytes += chunk.length));
                response.on('end', () => done({ status: response.statusCode, headers: response.headers, bytes }));
            });
            sent.on('error', failed);
            sent.end();
        });

    before(async () => {
        const folder = mkdtempSync(join(tmpdir(), 'dex-nginx-'));
        for (const [name, [text]] of Object.entries(files)) {
            mkdirSync(join(folder, 'site', name, '..'), { recursive: true });
            writeFileSync(join(folder, 'site', name), text);
            writeFileSync(join(folder, 'site', `${name}.br`), brotliCompressSync(text));
        }
        const { program, brotliModule, mimeTypes } = found;
        port = await freePort();
        const ours = readFileSync(join(root, 'web', 'serve', 'nginx.conf'), 'utf8')
            .replace('listen 80', `listen 127.0.0.1:${port}`)
            .replace('root /srv/dex', `root ${join(folder, 'site')}`);
        const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
        writeFileSync(
            join(folder, 'nginx.conf'),
            `load_module ${brotliModule};\ndaemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp { include ${mimeTypes}; default_type application/octet-stream; access_log off; ${temporary}\n${ours}\n}\n`,
        );
        nginx = spawn(program, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit' });
        for (let tries = 0; tries < 100; tries += 1) {
            if (await get('/').then(() => true, () => false)) return;
            await new Promise((done) => setTimeout(done, 50));
        }
    });
    after(() => {
        agent.destroy();
        nginx.kill();
    });

    for (const [name, [text, type]] of Object.entries(files)) {
        test(`sends ${name} as it should`, async () => {
            const plain = await get(`/${name}`);
            assert.equal(plain.status, 200);
            assert.equal(plain.bytes, text.length);
            const { headers, bytes } = await get(`/${name}`, { headers: { 'Accept-Encoding': 'gzip, br' } });
            assert.equal(headers['content-encoding'], 'br');
            assert.ok(bytes < text.length);
            assert.equal(headers['content-type'], type);
            assert.equal(headers['access-control-allow-origin'], '*');
            assert.equal(headers['x-content-type-options'], 'nosniff');
            assert.match(headers['content-security-policy'], /^default-src 'none';(?!.*frame-ancestors).* require-trusted-types-for 'script'$/);
            assert.match(headers['cache-control'], isHashed(name) ? /immutable/ : /^no-cache$/);
            assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
            assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
            assert.match(headers.vary ?? '', /Accept-Encoding/);
        });
    }

    test('refuses what is not reading, and says so for what is not there', async () => {
        assert.equal((await get('/', { method: 'POST' })).status, 405);
        const { status, headers } = await get('/atlas/column.0123.dex');
        assert.equal(status, 404);
        assert.equal(headers['access-control-allow-origin'], '*');
        assert.equal((await get('/../../etc/passwd')).status, 400);
    });

    test('stands a crowd', async () => {
        const names = Object.keys(files);
        let errors = 0;
        let bytes = 0;
        const from = performance.now();
        await Promise.all(
            Array.from({ length: 16 }, async (_, lane) => {
                for (let i = 0; i < 125; i += 1) {
                    const answer = await get(`/${names[(lane + i) % names.length]}`, { headers: { 'Accept-Encoding': 'br' } }).catch(() => undefined);
                    if (answer?.status === 200) bytes += answer.bytes;
                    else errors += 1;
                }
            }),
        );
        console.log(`${Math.round(2000 / ((performance.now() - from) / 1000))} requests a second, ${errors} errors, ${bytes} bytes`);
        assert.equal(errors, 0);
    });
});
