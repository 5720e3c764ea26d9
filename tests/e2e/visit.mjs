// What a group of tests visits: a served atlas, a browser, and maps on pages of it, all of which end with the group.

import { after, before } from 'node:test';
import { launch, MapPage, newPage } from './chromium.mjs';
import { open } from './site.mjs';

class Site {
    /** Address of the server, and the browser: both stand once the group's tests begin. */
    origin;
    browser;

    newPage(options) {
        return newPage(this.browser, options);
    }

    /** A map of its own, all of it loaded and drawn. `path` goes behind the address, the rest says what the page is like. */
    async opened({ path, ...options } = {}) {
        return load(await this.newPage(options), this.origin, path);
    }

    /** The map that all tests of the group share; its page stands once they begin. */
    visit({ path, ...options } = {}) {
        const map = new MapPage();
        before(async () => {
            await map.begin(this.browser, options);
            await load(map, this.origin, path);
        });
        return map;
    }
}

async function load(map, origin, path) {
    await map.open(origin, path);
    await map.event('dex-detail');
    await map.loaded();
    return map;
}

/** Serves an atlas for as long as the group runs; `renderer` as launch() takes it. */
export function served(atlas, renderer) {
    const site = new Site();
    let server;
    before(async () => {
        server = await open(atlas);
        site.origin = server.origin;
        site.browser = await launch(renderer);
    });
    after(async () => {
        await site.browser?.close();
        await server?.close();
    });
    return site;
}
