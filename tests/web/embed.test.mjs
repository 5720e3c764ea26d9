// What the framed page says to its host, and what it believes.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { addressOf, setOrigin } from '../../tools/set-origin.mjs';
import { valueIn, withValue } from '../../web/view.js';
import { asksForHeight, heightFor, heightMessages, secretIn, sizerIdIn, viewAsked } from '../../web/embed/height.js';

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

test('WordPress and iframe-resizer are answered in their own words', () => {
    assert.deepEqual(heightMessages(600, 640, { address: 'a', secret: 'fxbk1' })[3], { message: 'height', value: 640, secret: 'fxbk1' });
    assert.equal(heightMessages(600, 640, { address: 'a', sizerId: 'map0' })[3], '[iFrameSizer]map0:640:600:init');
    assert.equal(secretIn('#v=1&place=borough:E09000028#?secret=fxbk1'), 'fxbk1');
    assert.equal(secretIn('#?secret=fxbk1'), 'fxbk1');
    for (const none of ['', '#v=1', '#v=1&secret=x', '#v=1#?secret=', '#v=1#?secret=a&b', '#v=1#?secret=<b>']) assert.equal(secretIn(none), undefined, none);
});

test('what WordPress writes behind the view is no part of it', () => {
    const hash = '#v=1&place=borough:E09000028#?secret=fxbk1';
    assert.equal(valueIn(hash, 'place'), 'borough:E09000028');
    assert.equal(withValue(hash, 'locked'), 'v=1&place=borough:E09000028');
    assert.equal(withValue('#?secret=fxbk1', 'locked'), '');
});

test('a host that comes late asks for the height, in five ways', () => {
    const frame = Object.freeze({ address: 'a', pymId: 'map', secret: 'fxbk1' });
    for (const asks of [{ type: 'dex-height', version: 1 }, { message: 'ready', secret: 'fxbk1' }, 'pymxPYMxmapxPYMxwidthxPYMx1000']) {
        assert.equal(asksForHeight(asks, frame), true, JSON.stringify(asks));
        assert.equal(sizerIdIn(asks), undefined);
    }
    // As its versions 4 and 5 begin.
    for (const hello of ['[iFrameSizer]map0:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true', '[iFrameSizer]map0:0:false:true:32:true:true::auto:::0:false:child']) {
        assert.equal(asksForHeight(hello, frame), true, hello);
        assert.equal(sizerIdIn(hello), 'map0');
    }
    const odd = [undefined, null, 0, '', [], {}, { type: 'dex-height', version: 2 }, { message: 'ready' }, { message: 'ready', secret: 'another' }, 'pymxPYMxotherxPYMxwidthxPYMx1000', '[iFrameSizer]resize', '[iFrameSizer]message:{"a":1}'];
    for (const data of odd) {
        assert.equal(asksForHeight(data, frame), false, JSON.stringify(data));
        assert.equal(sizerIdIn(data), undefined);
    }
    // Where nobody has given it a name nobody asks by one.
    for (const data of [{ message: 'ready' }, 'pymxPYMxundefinedxPYMxwidthxPYMx1000']) assert.equal(asksForHeight(data, { address: 'a' }), false, JSON.stringify(data));
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
