// The page's colours come from the table of looks: whatever a rule takes from there is there, in every theme.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { cssOf, readLooks } from '../../tools/looks.mjs';

const web = resolve(import.meta.dirname, '..', '..', 'web');
const sheets = readdirSync(web, { recursive: true }).filter((file) => /\.css$|style\.js$/.test(file));
const namesIn = (css) => new Set([...css.matchAll(/--([a-z-]+): /g)].map(([, name]) => name));

test('every theme says how all of it looks', () => {
    const { shared, ...looks } = readLooks();
    const keys = (theme) => Object.keys({ ...shared, ...looks[theme] }).sort();
    assert.deepEqual(keys('dark'), keys('light'));
    assert.deepEqual(keys('grey'), keys('light'));
});

test('every colour that a style sheet takes from the table is in it', () => {
    const known = namesIn(cssOf(readLooks()).light);
    assert.ok(sheets.length >= 5);
    for (const file of sheets) {
        const text = readFileSync(join(web, file), 'utf8');
        for (const [rule] of text.matchAll(/\b(?:color|background|border[a-z-]*|outline|box-shadow): [^;}]*/g))
            for (const [, name] of rule.matchAll(/var\(--([a-z-]+)/g)) assert.ok(known.has(name), `${file}: --${name}`);
    }
});

test('the dark theme has no colour that the light one lacks', () => {
    const { light, dark } = cssOf(readLooks());
    for (const name of namesIn(dark)) assert.ok(namesIn(light).has(name), name);
});
