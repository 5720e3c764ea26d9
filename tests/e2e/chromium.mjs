// Chromium as the tests drive it, and a page in it that keeps count of what must not happen.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Hand } from './hand.mjs';
import { readPng } from './png.mjs';
import { shots } from './site.mjs';
import { kDrawn, kLoaded, kSettled, still } from './still.mjs';

/** All of the browser, for figures. */
export const kBrowser = '/usr/bin/chromium';
// The same engine without the browser's own windows, of which it otherwise starts three processes for each page of a test.
const executablePath = process.env.DEX_CHROMIUM ?? '/usr/bin/chromium-headless-shell';

/** What a browser draws with: nothing but the processor, or what passes for a graphics card (newPage gives it such a name). */
export const kProcessor = ['--disable-gpu', '--disable-software-rasterizer'];
export const kCard = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
// Mesa's, which draws the same pixels natively.
export const kLlvmpipe = ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist'];

// DEX_CARD=1: all tests as readers with a graphics card have it. Without, those alone that are about it.
const kUsual = process.env.DEX_CARD ? kCard : kProcessor;

const settingsFor = (renderer) => ({ executablePath, args: ['--no-sandbox', ...renderer] });

/** The browser that all files of a run share: { address, close }. Its address is handed over as DEX_BROWSER. */
export async function launchServer() {
    const server = await chromium.launchServer(settingsFor(kUsual));
    return { address: server.wsEndpoint(), close: () => server.close() };
}

/**
 * A browser: the one that is shared where there is one, of which close() only ends what this process has opened; else one
 * of its own.
 */
export async function launch(renderer = kUsual) {
    const shared = renderer === kUsual && process.env.DEX_BROWSER;
    const browser = await (shared ? chromium.connect(shared) : chromium.launch(settingsFor(renderer)));
    browser.hasCard = renderer !== kProcessor;
    return browser;
}

/** Runs in a page before anything of its own: a card by the name of it, whatever draws for it. */
export function nameCard() {
    const kUnmaskedRenderer = 0x9246;
    const { getParameter } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getParameter = function (name) {
        return name === kUnmaskedRenderer ? (window.cardName ?? 'A graphics card') : getParameter.call(this, name);
    };
}

// Runs in the page before anything of ours: remembers events, and contexts so that they can be lost.
function listen() {
    const seen = [];
    const contexts = [];
    const compiled = { count: 0 };
    const violations = [];
    Object.assign(window, { seen, contexts, compiled, violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
    for (const type of ['dex-ready', 'dex-detail', 'dex-view', 'dex-select', 'dex-error']) {
        window.addEventListener(type, (event) => seen.push({ type, id: event.target.id, detail: event.detail }));
    }
    // The picture stands, and what a reader does with it waits for the rest of the program and of the script.
    window.isOnlySeen = (map) => Boolean(map?.core) && map.shadowRoot.querySelector('.cover').hidden && !map.shadowRoot.querySelector('.find');
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        const context = getContext.call(this, kind, ...rest);
        if (kind === 'webgl2' && context && !contexts.includes(context)) contexts.push(context);
        return context;
    };
    for (const verb of ['compile', 'compileStreaming']) {
        const original = WebAssembly[verb];
        WebAssembly[verb] = function (...rest) {
            compiled.count += 1;
            return original.apply(WebAssembly, rest);
        };
    }
}

/** A page with a map on it. `options` are those of a browser's context. */
export const newPage = (browser, options) => new MapPage().begin(browser, options);

export class MapPage {
    complaints = [];
    requests = [];

    /** Opens the page, which is empty as yet. */
    async begin(browser, options = {}) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
        this.page = await context.newPage();
        this.hand = new Hand(this.page);
        // Generous: a busy machine is slow and not wrong.
        this.page.setDefaultTimeout(120_000);
        this.page.on('console', (message) => {
            if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
        });
        this.page.on('pageerror', (error) => this.complaints.push(String(error)));
        this.page.on('request', (request) => this.requests.push(request.url()));
        await this.page.addInitScript(listen);
        this.hasCard = browser.hasCard;
        if (this.hasCard) await this.page.addInitScript(nameCard);
        return this;
    }

    async open(origin, path = '/') {
        this.origin = origin;
        this.response = await this.page.goto(origin + path);
    }

    close() {
        return this.page.context().close();
    }

    /** Holds back requests for `pattern`. Returns what lets them go, and all that follow. */
    async holdBack(pattern) {
        let letGo;
        const released = new Promise((done) => (letGo = done));
        await this.page.route(pattern, (route) => released.then(() => route.continue()));
        return letGo;
    }

    /** Waits until a card draws, where the browser has one. */
    async drawnByCard(selector = 'dex-map') {
        if (!this.hasCard) return;
        await this.page.waitForFunction((selector) => document.querySelector(selector).core.counter('gpu') === 1, selector);
    }

    /** Waits for an event of ours, from the `from`th that was seen on. Returns its detail. */
    async event(type, { from = 0, id = '', where = '' } = {}) {
        const found = await this.page.waitForFunction(
            ({ type, from, id, where }) =>
                window.seen.slice(from).find((one) => one.type === type && (!id || one.id === id) && (!where || JSON.stringify(one.detail).includes(where))),
            { type, from, id, where },
        );
        if (type === 'dex-detail') await this.page.waitForFunction(() => ![...document.querySelectorAll('dex-map')].some(window.isOnlySeen));
        return (await found.jsonValue()).detail;
    }

    count() {
        return this.page.evaluate(() => window.seen.length);
    }

    /** Does something and waits for the event that follows. */
    async after(type, work, options = {}) {
        const from = await this.count();
        await work();
        return this.event(type, { from, ...options });
    }

    /** Waits until the map has nothing left to draw. */
    still(selector = 'dex-map') {
        return this.page.waitForFunction(still, { selector, ...kDrawn });
    }

    /** Waits until all that the view needs is loaded and drawn. */
    loaded(selector = 'dex-map') {
        return this.page.waitForFunction(still, { selector, ...kLoaded });
    }

    /** Waits besides until nothing is being worked out: the card says last how sure its figures are. */
    settled(selector = 'dex-map') {
        return this.page.waitForFunction(still, { selector, ...kSettled });
    }

    /** Takes a view over and waits until all of it is drawn. */
    async show(view, selector = 'dex-map') {
        await this.page.evaluate(([selector, view]) => (document.querySelector(selector).view = view), [selector, view]);
        await this.settled(selector);
    }

    counter(name, selector = 'dex-map') {
        return this.page.evaluate(([selector, name]) => document.querySelector(selector).core.counter(name), [selector, name]);
    }

    view(selector = 'dex-map') {
        return this.page.evaluate((selector) => document.querySelector(selector).view, selector);
    }

    tree(selector = 'dex-map') {
        return this.page.evaluate((selector) => document.querySelector(selector).core.tree, selector);
    }

    async node(id, selector = 'dex-map') {
        return (await this.tree(selector)).find((node) => node.id === id);
    }

    /** The areas in the ranked list. */
    async rows() {
        return (await this.tree()).filter(({ id }) => /^ranked\..*:/.test(id));
    }

    /** Runs `work` in the page with the element and `value`. */
    run(work, value, selector = 'dex-map') {
        return this.page.locator(selector).first().evaluate(work, value);
    }

    /**
     * Waits until a node is in the tree and, where `value` is given, has that choice. What was done before may still be on
     * its way into the tree, and the choices with the files that are loading.
     */
    async offered(id, value = '', selector = 'dex-map') {
        await this.still(selector);
        const offers = ([selector, id, value]) => {
            const node = document.querySelector(selector).core.tree.find((node) => node.id === id);
            return node && (!value || !node.options || node.options.some((option) => option.value === value)) ? node : null;
        };
        const found = await this.page.waitForFunction(offers, [selector, id, value]).catch((error) => {
            throw new Error(`there is no ${id}${value && ` with a choice "${value}"`}`, { cause: error });
        });
        return found.jsonValue();
    }

    /** Scrolls a node into sight, as the keyboard does. */
    async reveal(id, selector = 'dex-map') {
        await this.run((map, id) => void (map.core.reveal(id), map.wake()), id, selector);
        return this.loaded(selector);
    }

    /** Does what a node offers, as soon as it offers it. */
    async act(id, value = '', selector = 'dex-map') {
        await this.offered(id, value, selector);
        const status = await this.page.evaluate(
            ([selector, id, value]) => {
                const map = document.querySelector(selector);
                const status = map.core.act(id, value);
                map.wake();
                return status;
            },
            [selector, id, value],
        );
        if (status !== 0) throw new Error(`${id} offers no "${value}"`);
    }

    /** Does what a node offers, and waits until what follows from it is loaded and drawn. */
    async choose(id, value = '', selector = 'dex-map') {
        await this.act(id, value, selector);
        await this.loaded(selector);
    }

    /**
     * Presses a node with the mouse, one that is scrolled out of sight, or half, as the keyboard and a screen reader do; and
     * waits until what follows from it is loaded and drawn.
     */
    async press(id, selector = 'dex-map') {
        await this.loaded(selector);
        // Rows of a list may be half scrolled away.
        if ((await this.offered(id, '', selector)).role === 'radio') await this.reveal(id, selector);
        const { state, rect } = await this.offered(id, '', selector);
        const [x, y, width, height] = rect;
        if (state.includes('hidden') || y + height > this.page.viewportSize().height) return this.choose(id, '', selector);
        await this.hand.click(x + width / 2, y + height / 2);
        return this.loaded(selector);
    }

    areaAt(x, y, selector = 'dex-map') {
        return this.page.evaluate(([selector, x, y]) => document.querySelector(selector).core.areaAt(x, y), [selector, x, y]);
    }

    async picture(selector = 'dex-map') {
        return readPng(await this.page.locator(selector).screenshot());
    }

    async shot(name) {
        mkdirSync(shots, { recursive: true });
        await this.page.screenshot({ path: join(shots, `${name}.png`) });
    }

    /** Where the map itself is free of panels, in css px of the element. */
    async free(selector = 'dex-map') {
        const { rect } = await this.node('map', selector);
        const covers = (await this.tree(selector)).filter(({ id, rect: [, , w, h] }) => ['panel', 'keys', 'moves', 'banner', 'card', 'compare', 'strip', 'sheet', 'head', 'foot'].includes(id) && w && h);
        const [x, y, width, height] = rect;
        for (const fy of [0.5, 0.4, 0.6, 0.3, 0.25]) {
            for (const fx of [0.5, 0.4, 0.6, 0.3]) {
                const [px, py] = [x + width * fx, y + height * fy];
                const isFree = ([cx, cy, cw, ch]) => px < cx - 140 || py < cy - 140 || px > cx + cw + 140 || py > cy + ch + 140;
                if (covers.every((cover) => isFree(cover.rect))) return { x: Math.round(px), y: Math.round(py) };
            }
        }
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    }

    loseContext(index = -1) {
        return this.page.evaluate((index) => {
            const live = window.contexts.filter((context) => !context.isContextLost());
            live.at(index).getExtension('WEBGL_lose_context').loseContext();
        }, index);
    }
}

/** A camera out of a view: [latitude, longitude, zoom], nothing where the place is framed. */
export function cameraIn(view) {
    const at = /(?:^|&)at=([^&]*)/.exec(view);
    return at ? at[1].split(',').map(Number) : undefined;
}
