// The main journey in WebKitGTK, by plain WebDriver.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { after, describe, test } from 'node:test';
import { which } from '../../tools/run.mjs';
import { journey } from './journey.mjs';
import { screen } from './screen.mjs';
import { atlases, open } from './site.mjs';

const missing = ['WebKitWebDriver', 'Xvfb'].filter((program) => !which(program));
const skip = missing.length > 0 ? `${missing.join(' and ')} not installed` : false;
const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const kPatienceMs = 60_000;

const freePort = () =>
    new Promise((done) => {
        const probe = createServer();
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => done(port));
        });
    });

// A session of WebKit's own driver: send(verb, path, body) answers its value.
async function session(display) {
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

describe('WebKitGTK', { skip }, () => {
    const closing = [];
    after(async () => {
        for (const close of closing.reverse()) await close();
    });

    for (const { name, folder } of skip ? [] : atlases()) {
        test(`the main journey in WebKitGTK, ${name}`, async () => {
            const display = await screen();
            closing.push(display.close);
            const server = await open(folder);
            closing.push(server.close);
            const driver = await session(display);
            closing.push(driver.close);
            const { send } = driver;
            await send('POST', '/timeouts', { script: kPatienceMs });
            await send('POST', '/window/rect', { width: 1200, height: 800 });
            await send('POST', '/url', { url: server.origin });

            const script = (work, argument) => ({
                script: `const done = arguments[arguments.length - 1]; Promise.resolve((${work})(arguments[0])).then(done, (error) => done({ thrown: String(error) }));`,
                args: [argument ?? null],
            });
            const run = async (work, argument) => {
                const value = await send('POST', '/execute/async', script(work, argument));
                if (value?.thrown) throw new Error(value.thrown);
                return value;
            };
            // Asked in the page, frame by frame.
            const wait = (work, argument) =>
                run(
                    `(argument) => new Promise((done, failed) => {
                        const until = Date.now() + ${kPatienceMs - 5000};
                        const look = () => {
                            const found = (${work})(argument);
                            if (found) done(found);
                            else if (Date.now() > until) failed(new Error('waited in vain'));
                            else requestAnimationFrame(look);
                        };
                        look();
                    })`,
                    argument,
                );
            const pointer = (actions) => send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
            await journey({
                run,
                wait,
                click: (x, y) =>
                    pointer([
                        { type: 'pointerMove', x, y, duration: 0 },
                        { type: 'pointerDown', button: 0 },
                        { type: 'pointerUp', button: 0 },
                    ]),
                press: (key) => send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }] }] }),
                picture: async () => Buffer.from(await send('GET', '/screenshot'), 'base64'),
            });
        });
    }
});
