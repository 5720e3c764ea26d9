// What readers ask of their browsers, and what the picture does about it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boroughs } from './site.mjs';
import { served } from './visit.mjs';

const kArea = 'area=borough:E09000028';
const site = served(boroughs());


async function opened(options, view = kArea) {
    const map = await site.opened({ path: `/#v=1&${view}`, viewport: { width: 1280, height: 820 }, ...options });
    await map.settled();
    return map;
}

const isSeen = ({ rect: [, , width, height], state }) => width > 0 && height > 0 && !state.includes('hidden');

// Relative luminance and contrast as WCAG 2.2 defines them.
const linear = (byte) => (byte <= 10.31475 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
function contrast(a, b) {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
}

// The pixels of a part of a picture, css px.
function pixels(picture, [x, y, width, height], ratio) {
    const found = [];
    for (let py = Math.round(y * ratio); py < Math.round((y + height) * ratio); py += 1)
        for (let px = Math.round(x * ratio); px < Math.round((x + width) * ratio); px += 1) found.push(picture.at(px, py));
    return found;
}

// Of ink on its ground: what most pixels are, and what is furthest from it.
function contrastWithin(picture, rect, ratio) {
    const all = pixels(picture, rect, ratio);
    const counts = new Map();
    for (const pixel of all) counts.set(String(pixel), (counts.get(String(pixel)) ?? 0) + 1);
    const [[ground]] = [...counts].sort(([, a], [, b]) => b - a);
    return Math.max(...all.map((pixel) => contrast(pixel, ground.split(',').map(Number))));
}

describe('more contrast', () => {
    const texts = new Set(['text', 'heading', 'row']);
    const ratio = 2;

    // The least of all texts of the picture, and of the lines round what can be pressed.
    async function measured(map) {
        const picture = await map.picture();
        const tree = (await map.tree()).filter(isSeen);
        const inks = tree
            .filter(({ role, rect: [, top, , height] }) => texts.has(role) && top + height < 820)
            .map(({ id, rect }) => ({ id, contrast: contrastWithin(picture, rect, ratio) }));
        const frames = ['where', 'by', 'method', 'share', 'page.adjust', 'page.ranked', 'card.compare', 'card.zoom', 'keys', 'find-slot'].map((id) => {
            const [x, y, , height] = tree.find((node) => node.id === id).rect;
            return { id, contrast: contrastWithin(picture, [x - 1, y + height / 2, 6, 0.5], ratio) };
        });
        const min = (list) => list.reduce((a, b) => (b.contrast < a.contrast ? b : a));
        return { ink: min(inks), frame: min(frames), count: inks.length };
    }

    for (const colorScheme of ['light', 'dark']) {
        test(`no text of the picture is quiet, no line is faint: ${colorScheme}`, async () => {
            const map = await opened({ contrast: 'more', colorScheme, deviceScaleFactor: ratio });
            const { ink, frame, count } = await measured(map);
            console.log(`    ${count} texts, at least ${ink.contrast.toFixed(1)} : 1 (${ink.id}); lines ${frame.contrast.toFixed(1)} : 1 (${frame.id})`);
            assert.ok(count > 20);
            assert.ok(ink.contrast >= 7, ink.id);
            assert.ok(frame.contrast >= 4.5, frame.id);
            await map.shot(`more-contrast-${colorScheme}`);
            assert.deepEqual(map.complaints, []);
            await map.close();
        });
    }

    test('it is heard while the map is open, and taken back', async () => {
        const map = await opened({ deviceScaleFactor: ratio });
        const before = await measured(map);
        assert.ok(before.ink.contrast >= 4.5 && before.frame.contrast < 3);
        await map.page.emulateMedia({ contrast: 'more' });
        await map.settled();
        assert.ok((await measured(map)).frame.contrast >= 4.5);
        await map.page.emulateMedia({ contrast: 'no-preference' });
        await map.settled();
        assert.deepEqual(await measured(map), before);
        await map.close();
    });

    test('the line of the keyboard is dark and light, on the map and round its buttons', async () => {
        const map = await opened({ contrast: 'more' });
        for (const id of ['map', 'zoom.in', 'card.compare']) {
            const part = id === 'map' ? map.page.locator('dex-map >> .stage') : map.page.locator(`dex-map >> .twin [data-id="${id}"]`);
            await map.page.keyboard.press('Tab');
            await part.focus();
            await map.settled();
            const [x, y, , height] = (await map.node(id)).rect;
            const line = pixels(await map.picture(), [x - 5, y + height / 2, 10, 1], 1);
            const [dark, light] = [line.map(luminance).sort((a, b) => a - b)[0], Math.max(...line.map(luminance))];
            assert.ok((light + 0.05) / (dark + 0.05) >= 4.5, `${id}: ${JSON.stringify(line)}`);
        }
        await map.close();
    });

    for (const colorScheme of ['light', 'dark']) {
        test(`so has the page of text: ${colorScheme}`, async () => {
            const map = await opened({ contrast: 'more', colorScheme });
            await map.act('text');
            await map.page.locator('dex-map >> .text tbody tr').first().waitFor();
            const { ink, line } = await map.page.evaluate(() => {
                const box = document.querySelector('dex-map').shadowRoot.querySelector('.text');
                const bytes = (colour) => {
                    const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
                    context.fillStyle = colour;
                    context.fillRect(0, 0, 1, 1);
                    return [...context.getImageData(0, 0, 1, 1).data];
                };
                const ground = bytes(getComputedStyle(box).backgroundColor);
                const own = [...box.querySelectorAll('*')].filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
                const framed = [...box.querySelectorAll('fieldset, button, select, input[type=search], td, details')].filter((element) => parseFloat(getComputedStyle(element).borderBottomWidth) > 0);
                const unique = (list) => [...new Set(list)].map((colour) => [bytes(colour), ground]);
                return { ink: unique(own.map((element) => getComputedStyle(element).color)), line: unique(framed.map((element) => getComputedStyle(element).borderBottomColor)) };
            });
            assert.ok(ink.length > 0 && line.length > 0);
            for (const [colour, ground] of ink) assert.ok(contrast(colour, ground) >= 7, String(colour));
            for (const [colour, ground] of line) assert.ok(contrast(colour, ground) >= 4.5, String(colour));
            await map.shot(`more-contrast-text-${colorScheme}`);
            await map.close();
        });
    }
});

describe('eyes that see fewer colours', () => {
    // What each kind of eye makes of red, green and blue light (Machado, Oliveira and Fernandes, A Physiologically-based Model for
    // Simulation of Color Vision Deficiency, 2009). Worked out here, because browsers round the colours that they emulate.
    const kinds = {
        none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
        tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
        achromatopsia: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
    };
    const seenBy = (rows, pixel) => rows.map((row) => Math.min(Math.max(row.reduce((sum, part, i) => sum + part * linear(pixel[i]), 0), 0), 1));

    // 100 × the distance in OKLab, of linear red, green and blue.
    function lab([r, g, b]) {
        const sum = ([x, y, z]) => x * r + y * g + z * b;
        const [l, m, s] = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]].map((row) => Math.cbrt(sum(row)));
        return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
    }
    const distance = (a, b) => 100 * Math.hypot(...lab(a).map((part, i) => part - lab(b)[i]));
    // L* of CIE.
    const lightness = ([r, g, b]) => 116 * Math.cbrt(0.2126 * r + 0.7152 * g + 0.0722 * b) - 16;

    // A view of each, and how many classes it has.
    const palettes = { sequential: ['show=overall', 5], needs: ['show=standout', 6], diverging: ['show=moved&weights=N1:9', 5], 'two-way': ['show=N2/G.older', 9] };
    // Which classes carry lines in the grey theme, where grey alone does not tell them apart.
    const lined = { needs: '111110', diverging: '11011' };

    // What the legend shows of each class: its ground, and whether lines go over it.
    async function swatches(map) {
        const picture = await map.picture();
        return (await map.tree())
            .filter(({ id }) => /^legend\.\d$/.test(id))
            .sort((a, b) => a.id.localeCompare(b.id))
            .map(({ rect: [x, y, , height] }) => {
                const all = pixels(picture, [x + 3, y + height / 2 - 6, 22, 4], 1);
                return { ground: all[0], lines: new Set(all.map(String)).size > 1, all };
            });
    }

    // The least step of lightness from a class to the next, and the least distance of any two.
    function min(classes, kind = kinds.none) {
        const grounds = classes.map(({ ground }) => seenBy(kind, ground));
        const pairs = grounds.flatMap((a, i) => grounds.slice(0, i).map((b, j) => ({ a, b, isNext: i - j === 1 })));
        return {
            step: Math.min(...pairs.filter(({ isNext }) => isNext).map(({ a, b }) => Math.abs(lightness(a) - lightness(b)))),
            apart: Math.min(...pairs.map(({ a, b }) => distance(a, b))),
        };
    }

    for (const [palette, [view, count]] of Object.entries(palettes)) {
        test(`the classes of the legend stay apart: ${palette}`, async () => {
            const map = await opened({}, view);
            const figures = [];
            for (const theme of ['light', 'dark']) {
                await map.run((element, theme) => void (element.theme = theme), theme);
                await map.settled();
                const classes = await swatches(map);
                assert.equal(classes.length, count);
                for (const [type, kind] of Object.entries(kinds)) {
                    // Without any colour only lightness is left, and only what has an order needs it.
                    if (type === 'achromatopsia' && palette !== 'sequential') continue;
                    const { step, apart } = min(classes, kind);
                    if (palette === 'sequential') assert.ok(step >= 10, `${theme}, ${type}: ${step}`);
                    else assert.ok(apart >= 12, `${theme}, ${type}: ${apart}`);
                    figures.push(palette === 'sequential' ? step : apart);
                }
            }
            console.log(`    ${palette}: at least ${Math.min(...figures).toFixed(1)}`);
            await map.close();
        });

        test(`and in the grey theme: ${palette}`, async () => {
            const map = await opened({}, `${view}&theme=grey`);
            const classes = await swatches(map);
            for (const pixel of classes.flatMap(({ all }) => all)) assert.ok(Math.max(...pixel) - Math.min(...pixel) <= 1, `${pixel} is no grey`);
            if (lined[palette]) assert.equal(classes.map(({ lines }) => Number(lines)).join(''), lined[palette]);
            else assert.ok(min(classes).step >= (palette === 'sequential' ? 10 : 6));
            await map.shot(`sight-${palette}-grey`);
            await map.close();
        });
    }
});

describe('text of 200%', () => {
    for (const [width, height] of [[1280, 820], [800, 1200]]) {
        test(`words and what can be pressed are twice as large, and all of it stays in the window: ${width} × ${height}`, async () => {
            const map = await opened({ viewport: { width, height } });
            const shown = async () => (await map.tree()).filter(isSeen);
            const heightOf = (tree, id) => tree.find((node) => node.id === id).rect[3];
            const before = await shown();
            await map.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
            await map.settled();
            const after = await shown();
            assert.equal(heightOf(after, 'zoom.in'), 2 * heightOf(before, 'zoom.in'));
            assert.equal(heightOf(after, 'subtitle') % 40, 0);
            const field = await map.page.locator('dex-map >> #find').boundingBox();
            assert.deepEqual([field.x, field.y, field.width, field.height].map(Math.round), after.find(({ id }) => id === 'find-slot').rect);
            assert.deepEqual(after.filter(({ rect: [left, , w] }) => left < -0.5 || left + w > width + 0.5).map(({ id, rect }) => [id, rect]), []);
            await map.shot(`text-200-${width}`);
            assert.deepEqual(map.complaints, []);
            await map.close();
        });
    }
});
