// Exclusive rights: who alone may do what.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, files, places } from './source.mjs';

const cpp = /^(src|wasm)\/.*\.(h|cpp)$/;
const pure = /^src\/(base|table|geo|archive|find|stats|risk|text|map|words|look|model|output)\/.*\.(h|cpp)$/;

// `pattern` may stand only in files whose path matches `where`.
function only(where, pattern, among = cpp) {
    const wrong = files(among)
        .filter((file) => !where.test(file))
        .flatMap((file) => places(file, code(file), pattern));
    assert.deepEqual(wrong, []);
}

test('Emscripten is named in wasm/ alone', () => only(/^wasm\//, /#include\s*<emscripten|\bEM_(JS|ASM)|emscripten_/));
test('GLES is called in one file of gpu/', () => only(/^src\/gpu\/gles_device\.cpp$/, /#include\s*<GLES|\bgl[A-Z]\w+\(/));
test('EGL is called in tests alone', () => only(/^$/, /#include\s*<EGL|\begl[A-Z]\w+\(/));
test("Dear ImGui is used by the brush, its drawing, and the renderer's glue", () =>
    only(/^src\/(ui\/(brush\.cpp|drawing\.(h|cpp)|interface\.cpp)|gpu\/panel_painter\.cpp)$/, /#include\s*[<"]imgui|\bImGui::/));
test('files, arguments and GDAL are used in compile/ alone', () =>
    only(/^src\/compile\//, /#include\s*<(fstream|filesystem|gdal|ogr|cpl_|CLI)|\bfopen\(|\bargv\b/));
test('nlohmann-json stays out of what the browser loads', () => only(/^src\/compile\//, /#include\s*<nlohmann/));
test('the heap is known to web/core.js alone', () => only(/^web\/core\.js$/, /HEAP/, /^web\/.*\.(js|html)$/));
// The framed page is a page of its own, and only reads its address.
test('location and history are used in web/url.js alone', () =>
    only(/^web\/(url|embed\/(frame|poster))\.js$/, /\b(location|history)\b/, /^web\/.*\.js$/));

test('from base to model, and in output, there is no clock, randomness, environment or stream', () => {
    const forbidden = /#include\s*<(chrono|random|iostream|sstream|fstream|format|regex|locale|ctime|thread|mutex)>|\b(getenv|rand|srand|clock|time)\(/;
    assert.deepEqual(
        files(pure).flatMap((file) => places(file, code(file), forbidden)),
        [],
    );
});

// libm differs between machines in the last bits.
test('from base to risk the only functions of libm are sqrt and floor, the projection apart', () => {
    const libm = /\b(std::)?(log|log2|log10|log1p|exp|exp2|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot|fma|round|lround|nearbyint|rint|ceil|trunc)\(/;
    const bound = files(/^src\/(base|table|geo|archive|find|stats|risk)\/.*\.(h|cpp)$/).filter((file) => !/^src\/geo\/projection\.(h|cpp)$/.test(file));
    const std = bound.flatMap((file) => places(file, code(file), new RegExp(`std::${libm.source.slice('\\b(std::)?'.length)}`)));
    assert.deepEqual(std, []);
});

test('nothing is put on the page as HTML or code', () => {
    const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style'/;
    assert.deepEqual(
        files(/^web\//).flatMap((file) => places(file, code(file), forbidden)),
        [],
    );
});

test('the page stores nothing', () =>
    only(/^$/, /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.)/, /^web\/.*\.(js|html)$/));

// src/look/looks.json is the one table: C++ has it as tokens, CSS as custom properties, JavaScript as #looks.
test('colours are written in the table of looks alone', () => {
    // A digit among the letters tells #1d1b2e from the name of a private field.
    const page = /#(?:(?=[a-f]*\d)(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|([a-f])\1\1(?:\1{3})?)\b|\b(?:rgb|hsl|ok(?:lab|lch))a?\(\s*[\d.]/i;
    const byte = '\\s*(?:\\d+|0x[0-9a-f]+)\\s*';
    const three = new RegExp(`\\{(?=[^}]*[1-9a-f]\\d)${byte},${byte},${byte}\\}|\\brgb\\(0x`, 'i');
    only(/^$/, page, /^web\/.*\.(js|css|html)$/);
    only(/^$/, three, /^src\/(ui|gpu)\/.*\.(h|cpp)$/);
});
