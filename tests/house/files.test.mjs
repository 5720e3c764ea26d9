// How the tree reads: one idea a file, nothing unfinished, nothing of one machine.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extname } from 'node:path';
import { files, places, read } from './source.mjs';

const sources = /\.(h|cpp|c|js|mjs|py|cmake|vert|frag|glsl|css|html|txt|json|md|yml)$|(^|\/)(CMakeLists\.txt|run)$/;
const written = files(/^(src|wasm|web|shaders|tools|tests|cmake)\/.*\.(h|cpp|js|mjs|py|cmake|vert|frag|glsl|css|html)$/);

test('no source has more than 500 lines', () => {
    assert.deepEqual(written.filter((file) => read(file).split('\n').length > 501), []);
});

test('no source of src, web and wasm has more than 400 lines', () => {
    const product = written.filter((file) => /^(src|web|wasm)\//.test(file));
    assert.deepEqual(product.filter((file) => read(file).split('\n').length > 401), []);
});

// A table, a picture, code and an address cannot be broken; everything else is read in a terminal too.
test('pages are wrapped at 100 columns', () => {
    const wrong = files(/\.md$/).flatMap((file) => {
        let isCode = false;
        return read(file).split('\n').flatMap((line, i) => {
            if (line.startsWith('```')) isCode = !isCode;
            const isWhole = isCode || /^\s*\||^!\[|\S{80}/.test(line);
            return isWhole || [...line].length <= 100 ? [] : [`${file}:${i + 1}: ${[...line].length} columns`];
        });
    });
    assert.deepEqual(wrong, []);
});

test('nothing is left to be done later', () => {
    const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
    assert.deepEqual(written.flatMap((file) => places(file, read(file), mark)), []);
});

test('no path of one machine, no registry and no mirror is named', () => {
    const here = ['/wo' + 'rk/', '/fa' + 'rm/', '/tm' + 'p/', '/ro' + 'ot/', '/ho' + 'me/', 'registry\\.' + 'npmjs', 'deb\\.' + 'debian', 'debian\\.' + 'org'];
    const path = new RegExp(`(^|[\\s"'\`(=:])(${here.slice(0, 5).join('|')})|${here.slice(5).join('|')}`);
    const text = files(sources).filter((file) => !/^data\/.*\.(csv|geojson)$/.test(file) || extname(file) === '.md');
    assert.deepEqual(text.flatMap((file) => places(file, read(file), path)), []);
});

test('no build product and no small-area data is committed', () => {
    assert.deepEqual(files(/^(build|dist|deps|node_modules)\/|\.(gpkg|shp|zip|gz|dex|wasm|otf)$/), []);
});

test('every source ends with a line end and has no tab', () => {
    assert.deepEqual(written.filter((file) => !read(file).endsWith('\n') || /\t/.test(read(file))), []);
});

// A file that no list names is compiled by nobody, and its tests pass unseen.
test('every C++ source is named where programs and rooms list theirs', () => {
    const lists = files(/(^|\/)CMakeLists\.txt$|^cmake\//).map(read).join('\n').split(/[\s()]+/);
    const named = new Set(lists.map((word) => word.split('/').at(-1)));
    assert.deepEqual(files(/^(src|wasm|tests)\/.*\.cpp$/).filter((file) => !named.has(file.split('/').at(-1))), []);
});
