// The table of what a person reads: every text is used, every use has its text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfCore, isOfPage, isTaken, readWords, wordName } from '../../tools/words.mjs';
import { code, files } from './source.mjs';

const words = readWords();
const cpp = files(/^(src|wasm)\/.*\.(h|cpp)$/).map(code).join('\n');
const scripts = files(/^web\/.*\.(js|html|css)$/).map(code);
const web = scripts.join('\n');

// Forms by number and parts chosen by a name computed at run time are used through one of their kind.
const form = /\.(zero|one|two|few|many|other)$/;

test('every text of the core is used in C++', () => {
    const used = new Set([...cpp.matchAll(/\bWord::(\w+)/g)].map(([, name]) => name));
    // Word::status##name, for each name of the table.
    if (used.has('status')) for (const [, name] of code('src/base/status.def').matchAll(/^DEX_STATUS\((\w+)\)/gm)) used.add(`status${name}`);
    const isUsed = (key) => used.has(wordName(key)) || (form.test(key) && used.has(wordName(key.replace(form, '.other'))));
    assert.deepEqual(words.filter(isOfCore).map(([key]) => key).filter((key) => !isUsed(key)), []);
});

test('every text of files to take away is used in C++', () => {
    const used = new Set([...cpp.matchAll(/\bTakeWord::(\w+)/g)].map(([, name]) => name));
    assert.deepEqual(words.filter(isTaken).map(([key]) => key).filter((key) => !used.has(wordName(key.slice('take.'.length)))), []);
});

test('every text of the page is used in web/', () => {
    // Pages name a key whole, say(), word(), phrase() and what calls them leave the prefix away; a note goes with what it is about.
    const isUsed = (key) => web.includes(`%${key}%`) || web.includes(`'${key.split('.')[1].replace(/Note$/, '')}'`);
    assert.deepEqual(words.filter(isOfPage).map(([key]) => key).filter((key) => !isUsed(key)), []);
});

test('every text that web/ asks for is there', () => {
    const keys = new Set(words.map(([key]) => key));
    const asked = [...web.matchAll(/%((?:shell|html)\.[a-zA-Z0-9.-]+)%/g)].map(([, key]) => key);
    for (const text of scripts) {
        // A file with a table of its own says from that.
        const part = /'#words\/(\w+)'/.exec(text)?.[1] ?? 'shell';
        asked.push(...[...text.matchAll(/\bsay\('(\w+)'/g)].map(([, key]) => `${part}.${key}`));
    }
    asked.push(...[...web.matchAll(/\bword\('(\w+)'/g)].map(([, key]) => `share.${key}`));
    asked.push(...[...web.matchAll(/\bphrase\('(\w+)'/g)].map(([, key]) => `away.${key}`));
    assert.deepEqual(asked.filter((key) => !keys.has(key)), []);
});

test('no text is empty', () => {
    assert.deepEqual(words.filter(([, text]) => text.trim() === '').map(([key]) => key), []);
});
