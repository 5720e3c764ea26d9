// The main journey in Firefox, headed on a virtual screen: headless it has no WebGL 2.

import { after, describe, test } from 'node:test';
import { launch, missing } from './firefox.mjs';
import { journey } from './journey.mjs';
import { screen } from './screen.mjs';
import { atlases, open } from './site.mjs';

const skip = missing.length > 0 ? `${missing.join(' and ')} not installed` : false;

describe('Firefox', { skip }, () => {
    const closing = [];
    after(async () => {
        for (const close of closing.reverse()) await close();
    });

    for (const { name, folder } of skip ? [] : atlases()) {
        test(`the main journey in Firefox, ${name}`, async () => {
            const display = await screen();
            closing.push(display.close);
            const server = await open(folder);
            closing.push(server.close);
            const firefox = await launch(display);
            closing.push(() => firefox.close());
            const page = await firefox.newPage();
            // Generous: a busy machine is slow and not wrong.
            page.setDefaultTimeout(120_000);
            const said = [];
            page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
            page.on('pageerror', (error) => said.push(String(error)));
            await page.goto(server.origin);
            await journey({
                run: (work, argument) => page.evaluate(work, argument),
                wait: async (work, argument) => (await page.waitForFunction(work, {}, argument)).jsonValue(),
                click: (x, y) => page.mouse.click(x, y),
                press: (key) => page.keyboard.press(key),
                picture: async () => Buffer.from(await page.screenshot()),
            });
            if (said.length > 0) throw new Error(said.join('\n'));
        });
    }
});
