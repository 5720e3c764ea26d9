// What people read is plain English, and sends nobody to a page that is not here.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { files, places, read, root } from './source.mjs';

const texts = files(/\.(md|json|html|def|txt)$/).filter((file) => !/^(package-lock\.json|data\/.*(geojson|metadata\.json)|deps\/)/.test(file));
const sources = files(/^(src|wasm|web|shaders|tools|tests|cmake)\/.*\.(h|inl|cpp|js|mjs|ts|py|cmake|vert|frag|glsl|css|def)$/);
const own = 'tests/house/english.test.mjs';

test('no percent sign stands apart from its number', () => {
    const apart = /[ \u00a0\u2009\u202f]%(?!\w+%)/;
    const wrong = texts.filter((file) => /\.(md|json|html|txt)$/.test(file)).flatMap((file) => places(file, read(file), apart));
    // In a program "a % b" is a remainder: only comments and strings are text.
    const inText = /(\/\/.*|["'`][^"'`]*)\d[ \u00a0\u2009\u202f]%(?! [\w.]+\])|\d[\u00a0\u2009\u202f]%|\\u2009%/;
    wrong.push(...sources.filter((file) => file !== own).flatMap((file) => places(file, read(file), inText)));
    // A cell of a table that must be refused.
    assert.deepEqual(wrong.filter((place) => !place.startsWith('tests/table/number_test.cpp')), []);
});

test('words are those of every day', () => {
    const odd = new RegExp(['ane' + 'w', 'ami' + 'ss', 'parted' + ' by', 'be' + ' had', 'on (its|their)' + ' way'].map((word) => `\\b${word}\\b`).join('|'), 'i');
    assert.deepEqual([...texts, ...sources].flatMap((file) => places(file, read(file), odd)), []);
});

test('nobody is sent to a page outside the repository', () => {
    const page = new RegExp(`\\b(${['METH' + 'OD', 'DESI' + 'GN', 'EXPERI' + 'ENCE', 'PERFORM' + 'ANCE', 'STY' + 'LE', 'REVI' + 'EW', 'TOOLCH' + 'AIN'].join('|')})\\b`);
    assert.deepEqual([...texts, ...sources].flatMap((file) => places(file, read(file), page)), []);
});

test('every page and heading that is named is there', () => {
    const wrong = [];
    for (const file of [...texts, ...sources].filter((file) => file !== own)) {
        const text = read(file).replace(/\n\s*(\/\/|#|\*) ?/g, ' ');
        for (const [, page, heading] of text.matchAll(/\b(docs\/[\w/-]+\.md)(?:,\s+"([^"]+)")?/g)) {
            if (!existsSync(join(root, page))) wrong.push(`${file}: ${page}`);
            else if (heading && !read(page).split('\n').some((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)) wrong.push(`${file}: ${page}, "${heading}"`);
        }
    }
    assert.deepEqual(wrong, []);
});

test('decisions are numbered once, and titled alike', () => {
    const decisions = files(/^docs\/decisions\//);
    const numbers = decisions.map((file) => file.match(/\/(\d{4})-/)?.[1]);
    assert.equal(new Set(numbers).size, decisions.length, numbers.join(' '));
    assert.deepEqual(decisions.filter((file, i) => !read(file).startsWith(`# ${Number(numbers[i])}. `)), []);
});
