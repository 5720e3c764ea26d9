// The reader's own style sheet sets more room between lines, paragraphs, letters and words (WCAG 1.4.12): all that is text
// in the page keeps its words. The picture has the Text view for this.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { boroughs, shots } from './site.mjs';
import { served } from './visit.mjs';

const kSheet = `
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
`;

// Runs in the page: gives it and the map the reader's sheet.
function wear(rules) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    for (const scope of [document, document.querySelector('dex-map')?.shadowRoot])
        if (scope) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
}

// Runs in the page: what is cut off, reaches out of its box, or lies on other words. Elements over the picture are
// transparent: their words are the picture's.
function troubles(selector) {
    const scope = document.querySelector('dex-map')?.shadowRoot?.querySelector(selector) ?? document.querySelector(selector);
    const found = [];
    const boxes = [];
    const arrow = 20;
    const name = (element) => `${element.localName}.${element.className} “${(element.value ?? element.textContent).trim().slice(0, 40)}”`;
    const isQuiet = (element) => element.closest('.quiet, .twin, iframe, noscript');
    const scrolls = (value) => value === 'auto' || value === 'scroll';
    for (const element of [scope, ...scope.querySelectorAll('*')]) {
        if (!element.checkVisibility() || isQuiet(element)) continue;
        const look = getComputedStyle(element);
        const mayPan = element.matches('.find, .table, .preview, textarea, input');
        if (look.display !== 'inline' && !mayPan && element.scrollWidth > element.clientWidth + 1) found.push(`${name(element)}: ${element.scrollWidth} in ${element.clientWidth} px`);
        if (look.display !== 'inline' && !scrolls(look.overflowY) && look.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
            found.push(`${name(element)}: ${element.scrollHeight} in ${element.clientHeight} px of height`);
        // The browser draws what stands in a field itself.
        const own = element.localName === 'select' ? element.selectedOptions[0]?.textContent : element.placeholder;
        if (own && !element.closest('.folded:not(:focus-within)')) {
            const gauge = Object.assign(document.createElement('span'), { textContent: own });
            Object.assign(gauge.style, { position: 'absolute', whiteSpace: 'pre', visibility: 'hidden', font: look.font });
            element.after(gauge);
            const room = element.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight) - (element.localName === 'select' ? arrow : 0);
            if (gauge.offsetWidth > room + 1) found.push(`${name(element)}: “${own}” takes ${gauge.offsetWidth} of ${room} px`);
            gauge.remove();
        }
        for (const node of element.childNodes) {
            if (node.nodeType !== Node.TEXT_NODE || !node.data.trim() || element.matches('textarea, option, script, style')) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const { left, top, right, bottom } of range.getClientRects()) {
                if (right - left > 1) boxes.push({ element, left, top, right, bottom });
                if ((left < -1 || right > innerWidth + 1) && !element.closest('.table, .preview')) found.push(`${name(element)}: from ${left} to ${right} px`);
            }
        }
    }
    for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(0, i)) {
            if (a.element === b.element || a.element.closest('.head, .find') !== b.element.closest('.head, .find')) continue;
            const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (width > 1 && height > 4) found.push(`${name(a.element)} lies on ${name(b.element)}`);
        }
    }
    return { found, texts: boxes.length };
}

describe('more room between letters, words and lines', () => {
    const site = served(boroughs());
    before(async () => {
        mkdirSync(shots, { recursive: true });
    });

    async function holds(page, selector, min) {
        const { found, texts } = await page.evaluate(`(${troubles})(${JSON.stringify(selector)})`);
        assert.ok(texts >= min, `${texts} texts`);
        assert.deepEqual(found, []);
    }

    async function opened(viewport, path = '/', ready = 'dex-detail') {
        const map = await site.newPage({ viewport });
        await map.open(site.origin, path);
        if (ready) await map.event(ready);
        await map.page.evaluate(`(${wear})(${JSON.stringify(kSheet)})`);
        return map;
    }

    for (const [shape, viewport] of Object.entries({ wide: { width: 1280, height: 820 }, narrow: { width: 360, height: 740 }, 'at 400%': { width: 320, height: 256 } })) {
        test(`the Text view, with all of it unfolded: ${shape}`, async () => {
            const map = await opened(viewport, '/#v=1&area=borough:E09000028');
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .text tbody tr').first().waitFor();
            for (const part of await map.page.locator('dex-map >> .text details > summary').all()) await part.click();
            await map.page.locator('dex-map >> .text [data-id="ranked.list"]').waitFor();
            await map.shot(`spacing-${viewport.width}-text`);
            await holds(map.page, '.text', 200);
            await map.close();
        });
    }

    for (const [shape, viewport] of Object.entries({ wide: { width: 1280, height: 820 }, narrow: { width: 360, height: 740 } })) {
        test(`the dialog for sharing, each kind of code: ${shape}`, async () => {
            const map = await opened(viewport);
            const list = map.page.waitForResponse(/posters\.json/);
            await map.act('share');
            await list;
            const dialog = map.page.locator('dex-map >> dialog');
            await dialog.locator('[name=kind]').first().waitFor();
            for (const kind of await dialog.locator('[name=kind]').all()) {
                await kind.check();
                await holds(map.page, 'dialog', 30);
            }
            for (const system of await dialog.locator('summary').all()) await system.click();
            await map.shot(`spacing-${viewport.width}-share`);
            await holds(map.page, 'dialog', 30);
            await map.close();
        });

        test(`what can be taken away: ${shape}`, async () => {
            const map = await opened(viewport);
            await map.act('share');
            const tabs = map.page.locator('dex-map >> .tabs button');
            await tabs.first().waitFor();
            for (let i = 1; i < (await tabs.count()); i += 1) {
                await tabs.nth(i).click();
                await map.page.locator('dex-map >> .take button.main:not([aria-disabled=true])').waitFor();
                await map.shot(`spacing-${viewport.width}-take-${i}`);
                await holds(map.page, 'dialog', 8);
            }
            await map.close();
        });

        test(`the search, what it finds and what it says: ${shape}`, async () => {
            const map = await opened(viewport);
            const field = map.page.getByRole('combobox', { name: 'Find a place' });
            await field.focus();
            await holds(map.page, '.find', 0);
            await field.fill('ham');
            await map.page.locator('dex-map >> .find [role=option]').first().waitFor();
            await map.shot(`spacing-${viewport.width}-search`);
            await holds(map.page, '.find', 2);
            await field.fill('nowhere at all');
            await map.page.locator('dex-map >> .found > p').filter({ hasText: /\w/ }).waitFor();
            await holds(map.page, '.find', 1);
            await map.close();
        });
    }

    for (const viewport of [{ width: 640, height: 480 }, { width: 320, height: 320 }]) {
        test(`a frame without its atlas says so: ${viewport.width} px`, async () => {
            const map = await site.newPage({ viewport });
            await map.page.route('**/atlas/atlas.json', (route) => route.fulfill({ status: 404, body: '' }));
            await map.open(site.origin, '/embed.html');
            await map.page.locator('dex-map >> .cover button').waitFor();
            await map.page.evaluate(`(${wear})(${JSON.stringify(kSheet)})`);
            await map.shot(`spacing-${viewport.width}-failed`);
            await holds(map.page, '.cover', 2);
            await map.close();
        });

        test(`a part that cannot be loaded is said over the map: ${viewport.width} px`, async () => {
            const map = await opened(viewport, '/embed.html');
            await map.page.route('**/assets/text_view-*', (route) => route.fulfill({ status: 404, body: '' }));
            await map.page.evaluate(() => document.querySelector('dex-map').showText());
            await map.page.locator('dex-map >> .note p').waitFor();
            await map.shot(`spacing-${viewport.width}-note`);
            await holds(map.page, '.note', 2);
            await map.close();
        });

        for (const path of ['/', '/embed.html', '/places/E09000028.html']) {
            test(`without JavaScript: ${path} at ${viewport.width} px`, async () => {
                const context = await site.browser.newContext({ javaScriptEnabled: false, viewport });
                const page = await context.newPage();
                await page.goto(site.origin + path);
                await page.evaluate(`(${wear})(${JSON.stringify(kSheet)})`);
                await page.screenshot({ path: join(shots, `spacing-${viewport.width}-plain.png`), fullPage: true });
                await holds(page, 'main', 60);
                await context.close();
            });
        }
    }
});
