// What the shell writes down a second time must say what the first says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import * as core from '../../web/core.js';
import { modifiersOf } from '../../web/input.js';
import * as scores from '../../web/scores.js';
import { Made } from '../../web/take/maker.js';

const root = resolve(import.meta.dirname, '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
const camel = (name) => name.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());

// The numbers of every enum of dex.h, by the names that they have there.
const numbers = {};
for (const [, body] of read('wasm/dex.h').replace(/\/\/.*$/gm, '').matchAll(/enum[^{;]*\{([^}]*)\}/g)) {
    let next = 0;
    for (const [, name, value] of body.matchAll(/DEX_(\w+)(?:\s*=\s*(\d+))?/g)) {
        next = value === undefined ? next : Number(value);
        numbers[name] = next;
        next += 1;
    }
}

// How core.js calls them: its own name for a prefix, or for a list of those that have none in common.
const tables = [
    ['EventKind', 'EVENT_'],
    ['Phase', 'POINTER_'],
    ['Score', 'SCORE_'],
    ['Counter', 'COUNTER_'],
    ['PointerKind', ['MOUSE', 'TOUCH', 'PEN']],
    ['Controls', ['CHOICES', 'SEARCH', 'SHARE', 'ZOOM', 'FULL_MAP']],
    ['HostPages', ['HELP_PAGE', 'REPORT_PAGE']],
];

test('the numbers of core.js are those of dex.h, and it has them all', () => {
    const left = new Set(Object.keys(numbers));
    for (const [table, names] of tables) {
        const prefix = Array.isArray(names) ? '' : names;
        const listed = Array.isArray(names) ? names : Object.keys(numbers).filter((name) => name.startsWith(prefix));
        const expected = Object.fromEntries(listed.map((name) => [camel(name.slice(prefix.length)), numbers[name]]));
        assert.deepEqual(core[table] ?? scores[table], expected, table);
        for (const name of listed) left.delete(name);
    }
    assert.deepEqual([core.Again, core.Mail, core.Drawn], [numbers.AGAIN, numbers.MAIL, numbers.DRAWN]);
    assert.deepEqual(Made, { part: numbers.MADE_PART, all: numbers.MADE_ALL, none: numbers.MADE_NONE, waits: numbers.MADE_WAITS });
    for (const name of ['MADE_PART', 'MADE_ALL', 'MADE_NONE', 'MADE_WAITS']) left.delete(name);
    // Modifier keys are made to bits in input.js.
    assert.deepEqual([...left], ['AGAIN', 'MAIL', 'DRAWN', 'SHIFT', 'CTRL', 'ALT', 'META']);
});

test('modifier keys are the bits of dex.h', () => {
    const held = { shiftKey: 'SHIFT', ctrlKey: 'CTRL', altKey: 'ALT', metaKey: 'META' };
    for (const [key, name] of Object.entries(held)) assert.equal(modifiersOf({ [key]: true }), numbers[name], key);
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
