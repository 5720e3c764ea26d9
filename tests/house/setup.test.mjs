// A fresh clone has no node modules: what `npm` starts brings them, so it can need none of them before.

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { code, read } from './source.mjs';

const importsOf = (file) => [...code(file).matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'/gm), ...code(file).matchAll(/^import '([^']+)'/gm)].map(([, from]) => from);

// What `file` needs from others before its first line runs, with what leads there: "tools/test.mjs > tools/web.mjs > vite".
function foreign(file, way = [file], seen = new Set()) {
    if (seen.has(file)) return [];
    seen.add(file);
    return importsOf(file).flatMap((from) => {
        if (from.startsWith('node:')) return [];
        if (!from.startsWith('.')) return [[...way, from].join(' > ')];
        const next = join(dirname(file), from);
        return foreign(next, [...way, next], seen);
    });
}

const scripts = Object.entries(JSON.parse(read('package.json')).scripts);

for (const [name, command] of scripts) {
    test(`npm run ${name} starts without node modules`, () => {
        const [, file] = /^node (tools\/\w+\.mjs)/.exec(command);
        assert.deepEqual(foreign(file), []);
    });
}

test('an import that needs one is seen, however far away', () => {
    assert.deepEqual(foreign('tools/vite.config.mjs').map((way) => way.split(' > ').at(-1)).sort(), ['marked', 'vite']);
});
