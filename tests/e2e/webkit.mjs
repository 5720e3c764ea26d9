// WebKitGTK by plain WebDriver.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { which } from '../../tools/run.mjs';

/** What this machine lacks for it. */
export const missing = ['WebKitWebDriver', 'Xvfb'].filter((program) => !which(program));

const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
export const kPatienceMs = 60_000;

const freePort = () =>
    new Promise((done) => {
        const probe = createServer();
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => done(port));
        });
    });

/** A session of WebKit's own driver on a screen: send(verb, path, body) answers its value. */
export async function session(display) {
    const port = await freePort();
    const env = { ...process.env, ...display.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
    const ended = new Promise((done) => driver.on('exit', done));
    const ask = async (verb, path, body) => {
        const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: verb, body: body && JSON.stringify(body) });
        const { value } = await response.json();
        if (!response.ok) throw new Error(`${verb} ${path}: ${value?.error} ${value?.message}`);
        return value;
    };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } };
    const until = Date.now() + kPatienceMs;
    let id;
    while (!id) {
        // The driver listens a moment after it was started.
        const made = await ask('POST', '/session', { capabilities }).catch((error) => error);
        if (made.sessionId) id = made.sessionId;
        else if (!(made instanceof TypeError) || Date.now() > until) throw made;
        else await setTimeout(50);
    }
    return {
        send: (verb, path, body) => ask(verb, `/session/${id}${path}`, body),
        close: async () => {
            await ask('DELETE', `/session/${id}`).catch(() => {});
            driver.kill();
            await ended;
        },
    };
}
