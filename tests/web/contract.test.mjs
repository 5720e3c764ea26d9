// What the shell writes down a second time must say what the first says.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import * as core from '../../web/core.js';
import { readWords } from '../../tools/words.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const web = readdirSync(join(root, 'web'), { recursive: true }).filter((file) => /\.(js|html)$/.test(file));
const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
const camel = (name) => name.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());

// The names of one anonymous or named enum of dex.h with their values.
function enumOf(prefix) {
    const body = [...read('wasm/dex.h').matchAll(/enum[^{]*\{([^}]*)\}/g)].map((match) => match[1]).find((text) => text.includes(prefix));
    const values = {};
    let next = 0;
    for (const line of body.split('\n')) {
        for (const [, name, value] of line.replace(/\/\/.*/, '').matchAll(/DEX_([A-Z_]+)(?:\s*=\s*(\d+))?/g)) {
            next = value === undefined ? next : Number(value);
            values[name] = next;
            next += 1;
        }
    }
    return values;
}

test('the kinds of event are those of dex.h', () => {
    const events = Object.entries(enumOf('DEX_EVENT')).filter(([name]) => name.startsWith('EVENT_'));
    const expected = Object.fromEntries(events.map(([name, value]) => [camel(name.slice('EVENT_'.length)), value]));
    assert.deepEqual(core.EventKind, expected);
});

test('phases, kinds of pointer and bits are those of dex.h', () => {
    const phases = Object.entries(enumOf('DEX_POINTER')).map(([name, value]) => [camel(name.slice('POINTER_'.length)), value]);
    assert.deepEqual(core.Phase, Object.fromEntries(phases));
    const kinds = Object.entries(enumOf('DEX_MOUSE')).map(([name, value]) => [camel(name), value]);
    assert.deepEqual(core.PointerKind, Object.fromEntries(kinds));
    assert.equal(core.Again, enumOf('DEX_AGAIN').AGAIN);
    assert.equal(core.Mail, enumOf('DEX_AGAIN').MAIL);
});

test('what can be shown of the controls and of the host is as in dex.h', () => {
    const asIn = (first) => Object.fromEntries(Object.entries(enumOf(first)).map(([name, value]) => [camel(name), value]));
    assert.deepEqual(core.Controls, asIn('DEX_CHOICES'));
    assert.deepEqual(core.HostPages, asIn('DEX_HELP_PAGE'));
});

test('the statuses that the page gives are those of status.def', () => {
    const names = [...read('src/base/status.def').matchAll(/^DEX_STATUS\((\w+)\)/gm)].map((match) => lowerFirst(match[1]));
    for (const [name, number] of Object.entries(core.Status)) assert.equal(names[number], name);
});

test('every function of dex.h that takes a map is called by core.js, and no other', () => {
    const declared = new Set([...read('wasm/dex.h').matchAll(/\b(dex_[a-z_]+)\(/g)].map((match) => match[1]));
    const called = new Set([...read('web/core.js').matchAll(/_(dex_[a-z_]+)/g)].map((match) => match[1]));
    const unused = [...declared].filter((name) => !called.has(name));
    assert.deepEqual([...called].filter((name) => !declared.has(name)), []);
    assert.deepEqual(unused, ['dex_status_count']);
});

test('every word that the shell says is in the table', () => {
    const words = new Set(readWords().map(([key]) => key));
    for (const file of web) {
        const text = read(join('web', file));
        for (const [, key] of text.matchAll(/say\('(\w+)'/g)) assert.ok(words.has(`shell.${key}`), `${file}: ${key}`);
        for (const [, key] of text.matchAll(/\bword\('(\w+)'/g)) assert.ok(words.has(`share.${key}`), `${file}: ${key}`);
        for (const [, key] of text.matchAll(/%((?:shell|html)\.\w+)%/g)) assert.ok(words.has(key), `${file}: ${key}`);
    }
});

test('exclusive rights are kept: heap, address bar', () => {
    for (const file of web.filter((name) => name.endsWith('.js'))) {
        const text = read(join('web', file)).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
        if (file !== 'core.js') assert.doesNotMatch(text, /HEAP/, file);
        // The framed page is a page of its own, and only reads its address.
        if (file !== 'url.js' && !/^embed\/(frame|poster)\.js$/.test(file)) assert.doesNotMatch(text, /\blocation\b|\bhistory\b/, file);
        const refused = /innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function|localStorage|sessionStorage|indexedDB|document\.cookie|setAttribute\('style'/;
        assert.doesNotMatch(text, refused, file);
    }
});
