// The nodes that the page's JavaScript looks for by their id are those that src/ui/node_ids.h promises.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const below = (folder, kind) =>
    readdirSync(join(root, folder), { recursive: true })
        .filter((file) => kind.test(file))
        .map((file) => [file, readFileSync(join(root, folder, file), 'utf8')]);
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

const promised = new Map([...readFileSync(join(root, 'src/ui/node_ids.h'), 'utf8').matchAll(/\b(k[A-Z]\w*) = "([^"]+)"/g)].map(([, name, id]) => [id, name]));

// Ways to name a node: compared, looked up, selected by CSS, or in a list of ids.
const ways = [
    /\bid [!=]== '([^']+)'/g,
    /\bid\.(?:startsWith|endsWith)\('([^']+)'/g,
    /\bentries\.(?:has|get)\('([^']+)'/g,
    /\b(?:node|named|said|focusOn)\('([^']+)'/g,
    /\bbegun\('([^']+)\.'/g,
    /\bnext\(\['([^']+)'/g,
    /`\$\{id\}(\.\w+)`/g,
    /\[data-id\^?="([^"]+)"/g,
];
const lists = /\bk(?:Before|Order|Folded) = ([^;]+);|\[id, \w+\] of (\[\[.+\]\])/g;

const known = new Map();
for (const [file, text] of below('web', /\.js$/)) {
    const listed = [...text.matchAll(lists)].flatMap(([, list, pairs]) => matches(list ?? pairs, /'([^']+)'/g));
    for (const id of [...ways.flatMap((way) => matches(text, way)), ...listed]) known.set(id, file);
}

test('JavaScript knows no node but those of node_ids.h', () => {
    assert.ok(known.size >= 20, `only ${known.size} were found`);
    assert.deepEqual([...known].filter(([id]) => !promised.has(id)), []);
});

test('every id of node_ids.h is known to JavaScript, or to more than one place in C++', () => {
    const cpp = below('src', /\.cpp$/).map(([, text]) => text).join('\n');
    const uses = (name) => matches(cpp, new RegExp(`node_id::(${name})\\b`, 'g')).length;
    for (const [id, name] of promised) assert.ok(uses(name) > (known.has(id) ? 0 : 1), id);
});
