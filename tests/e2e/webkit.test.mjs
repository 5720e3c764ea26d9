// The main journey in WebKitGTK, by plain WebDriver.

import { after, describe, test } from 'node:test';
import { journey } from './journey.mjs';
import { screen } from './screen.mjs';
import { atlases, open } from './site.mjs';
import { kPatienceMs, missing, session } from './webkit.mjs';

const skip = missing.length > 0 ? `${missing.join(' and ')} not installed` : false;
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
