// What the framed page says to its host, and what it believes.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { addressOf, setOrigin } from '../../tools/set-origin.mjs';
import { heightFor, heightMessages, viewAsked } from '../../web/embed/height.js';

test('the height is whole, in bounds, and no jump for a pixel of width', () => {
    for (const locked of [false, true]) {
        for (let width = 1; width < 2000; width += 1) {
            const height = heightFor(width, locked);
            assert.ok(Number.isInteger(height) && height >= 280 && height <= 760, `${width}: ${height}`);
        }
    }
    assert.equal(heightFor(640, true), heightFor(640, true));
    assert.ok(heightFor(640, true) < heightFor(640, false));
});

test('pym is spoken to only where pym asked', () => {
    assert.equal(heightMessages(600, 640, { address: 'a' }).length, 3);
    assert.equal(heightMessages(600, 640, { address: 'a', pymId: 'x' })[3], 'pymxPYMxxxPYMxheightxPYMx640');
});

test('only the page around it changes the view, and only by a whole message', () => {
    const parent = {};
    const good = { type: 'dex-view', version: 1, view: 'v=1' };
    assert.equal(viewAsked({ source: parent, data: good }, parent), 'v=1');
    assert.equal(viewAsked({ source: {}, data: good }, parent), undefined);
    let state = 7;
    const next = (max) => (state = (state * 48_271) % 2_147_483_647) % max;
    const odd = [undefined, null, 0, '', 'v=1', [], {}, { toString: 1 }, 'x'.repeat(3000), 2, true];
    for (let i = 0; i < 10_000; i += 1) {
        const data = next(8) === 0 ? odd[next(odd.length)] : { type: odd[next(odd.length)], version: odd[next(odd.length)], view: odd[next(odd.length)] };
        assert.equal(viewAsked({ source: parent, data }, parent), undefined);
    }
});

test('the origin is written once, and again after a move', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dex-'));
    const page = join(folder, 'embed.html');
    writeFileSync(page, "script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; frame-src 'self'");
    assert.equal(setOrigin(folder, 'https://maps.example.org/some/path'), 1);
    const once = "script-src 'self' https://maps.example.org 'wasm-unsafe-eval'; img-src 'self' https://maps.example.org data:; frame-src 'self' https://maps.example.org";
    assert.equal(readFileSync(page, 'utf8'), once);
    setOrigin(folder, 'http://localhost:8080');
    assert.equal(readFileSync(page, 'utf8'), once.replaceAll('https://maps.example.org', 'http://localhost:8080'));
    for (const wrong of ['', 'maps.example.org', 'javascript:alert(1)', 'file:///etc']) assert.throws(() => addressOf(wrong), wrong);
});

test('what can be asked about a page names the whole address, in it and in the answers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dex-'));
    const page = join(folder, 'index.html');
    const answer = join(folder, 'oembed', 'whole.json');
    mkdirSync(join(folder, 'oembed'));
    const text = (address) => `<link rel="alternate" type="application/json+oembed" href="${address}oembed/whole.json" title="London">`;
    const json = (address) => JSON.stringify({ provider_url: address, html: `<iframe src="${address}embed.html#v=1"></iframe>` });
    writeFileSync(page, text('https://maps.example.org/'));
    writeFileSync(answer, json('https://maps.example.org/'));
    for (const [said, address] of [['http://localhost:8080', 'http://localhost:8080/'], ['https://www.example.gov.uk/maps', 'https://www.example.gov.uk/maps/'], ['https://maps.example.org/?a#b', 'https://maps.example.org/']]) {
        assert.equal(setOrigin(folder, said), 2);
        assert.equal(readFileSync(page, 'utf8'), text(address));
        assert.equal(readFileSync(answer, 'utf8'), json(address));
    }
});
