// WordPress with its database and PHP's own server, on this machine alone, for as long as one file of tests runs.

import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWordPress } from '../../tools/wordpress.mjs';

export const missing = !findWordPress();

const ours = join(import.meta.dirname, 'wordpress');
const password = 'correct horse battery staple';

const freePort = () =>
    new Promise((done) => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => done(port));
        });
    });

// Ends a program that this file started, with those that it started, and waits until it is gone. Nothing of it is kept.
const ended = (program) =>
    new Promise((done) => {
        if (program.exitCode !== null) return done();
        program.once('exit', done);
        process.kill(-program.pid, 'SIGKILL');
    });

/** Begins an installed WordPress: { origin, logIn, close }. It has two people: 'administrator', and 'author', who may not add HTML. */
export async function wordpress() {
    const { site, php, extensions, database, messages, libraries } = findWordPress();
    // Short: a socket's path may be no longer than 107 bytes.
    const folder = mkdtempSync(join(tmpdir(), 'dex-wp-'));
    const at = (...path) => join(folder, ...path);
    // Links of Debian's that lead nowhere, of packages that this needs not, stay behind.
    cpSync(site, at('site'), { recursive: true, dereference: true, filter: existsSync });
    copyFileSync(join(ours, 'wp-config.php'), at('site', 'wp-config.php'));
    mkdirSync(at('site', 'wp-content', 'mu-plugins'));
    copyFileSync(join(ours, 'ours.php'), at('site', 'wp-content', 'mu-plugins', 'ours.php'));
    mkdirSync(at('data'));

    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const env = {
        ...process.env,
        LD_LIBRARY_PATH: libraries,
        WORDPRESS_SOCKET: at('socket'),
        WORDPRESS_ORIGIN: origin,
        WORDPRESS_FOLDER: at('site'),
        WORDPRESS_PASSWORD: password,
        // The editor asks for several things at once, and some of those ask the server again.
        PHP_CLI_SERVER_WORKERS: '4',
    };
    const log = openSync(at('log'), 'a');
    const begin = (program, args) => spawn(program, args, { env, stdio: ['ignore', log, log], detached: true });
    const loaded = ['mysqlnd', 'mysqli', 'ctype', 'exif', 'fileinfo', 'iconv', 'tokenizer'].flatMap((name) => ['-d', `extension=${name}`]);
    const phpWith = (...args) => begin(php, ['-n', '-d', `extension_dir=${extensions}`, '-d', 'memory_limit=512M', '-d', `zend_extension=${join(extensions, 'opcache.so')}`, '-d', 'opcache.enable_cli=1', ...loaded, ...args]);

    // Nobody but this user can reach the socket, so nobody is asked for a name.
    const data = ['--no-defaults', `--datadir=${at('data')}`, `--socket=${at('socket')}`, '--skip-networking', '--skip-grant-tables', `--lc-messages-dir=${messages}`, `--character-sets-dir=${join(messages, 'charsets')}`];
    const server = begin(database, [...data, ...(process.getuid() === 0 ? ['--user=root'] : []), '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M']);
    await new Promise((done, failed) => phpWith(join(ours, 'install.php')).once('exit', (code) => (code === 0 ? done() : failed(new Error(`WordPress was not installed: see ${at('log')}`)))));
    const pages = phpWith('-S', `127.0.0.1:${port}`, '-t', at('site'));
    while (!(await fetch(`${origin}/wp-login.php`).catch(() => undefined))?.ok) await new Promise((done) => setTimeout(done, 50));

    return {
        origin,
        /** Logs one of the two in, in a tab of their own browser. */
        async logIn(tab, name) {
            await tab.goto(`${origin}/wp-login.php`);
            await tab.fill('#user_login', name);
            await tab.fill('#user_pass', password);
            await Promise.all([tab.waitForURL('**/wp-admin/**'), tab.click('#wp-submit')]);
        },
        async close() {
            await ended(pages);
            await ended(server);
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
