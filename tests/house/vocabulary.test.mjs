// One vocabulary: what is called by an id, cut at a threshold or held to a limit says so in one place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, files, places } from './source.mjs';

const cpp = files(/^(src|wasm)\/.*\.(h|cpp)$/);

// `pattern` may stand only in `home`.
function onlyIn(home, pattern, among = cpp) {
    assert.ok(among.includes(home), `${home} is not there`);
    assert.ok(pattern.test(code(home)), `${home} no longer says it: mend the pattern`);
    assert.deepEqual(among.filter((file) => file !== home).flatMap((file) => places(file, code(file), pattern)), []);
}

test('arithmetics are called by their ids in risk/arithmetic alone', () => onlyIn('src/risk/arithmetic.cpp', /"(min-?max|winsorised|iod)"/));

test('class methods are called by their ids in stats/class_method alone', () =>
    onlyIn('src/stats/class_method.cpp', /"(quantile|equal(-steps)?|natural(-breaks)?)"/));

test('an area is named by level and code in map/area_ref alone', () =>
    onlyIn('src/map/area_ref.h', /\b(level(\.id)?|levels\[.*\]\.id) *\+ *(':'|":")/));

test('a position in a ranking is cut in words/position alone', () =>
    onlyIn('src/words/position.cpp', /[<>]=? *0?\.(9|75|25|1)\b/, files(/^src\/(words|model|app|compile)\/.*\.(h|cpp)$/)));

test('a limit of what can be chosen is set once', () => {
    const limits = /\bconstexpr\b.*\b(kMaxWeight|kMaxZoom|kMaxWrittenZoom|kMaxCompared|kMaxScope|kMinClasses|kMaxClasses|kMinClassesAsked|kMaxClassesAsked) *=/;
    // The sums of a table's cells have a weight of their own (compile/number.cpp).
    const set = cpp.filter((file) => file !== 'src/compile/number.cpp').flatMap((file) => places(file, code(file), limits));
    const names = set.flatMap((line) => [...line.matchAll(/\b(k[A-Z]\w+) *=/g)].map(([, name]) => name));
    assert.equal(new Set(names).size, names.length, set.join('\n'));
});

test('a view is split and put together in web/view.js alone', () =>
    onlyIn('web/view.js', /split\(['"]&['"]\)|\[\^&\]|\(\?:\^\|&\)|join\(['"]&['"]\)|\[#&\]/, files(/^(web|tools)\/.*\.(m?js|html)$/)));

test('a view is split and put together in map/view_pairs alone', () =>
    onlyIn('src/map/view_pairs.cpp', /find\('&'\)|\+= '&'|"(place|by|show|area|theme)="/));
