// The same bits on this machine and as wasm: every output of src/risk over London, four arithmetics, three scopes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dataFolder } from './oracle.mjs';

const kRepository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const native = join(kRepository, 'build/dev/bin/score_hash');
const wasm = join(kRepository, 'build/wasm-test/bin/score_hash.cjs');
const folder = dataFolder();

function whyNot() {
    if (!folder) return 'the published files are missing';
    const missing = [native, wasm].find((program) => !existsSync(program));
    return missing ? `${missing.slice(kRepository.length + 1)} is not built` : false;
}

test('LondonIndex.HasTheSameBitsNativelyAndAsWasm', { skip: whyNot() }, () => {
    const scratch = mkdtempSync(join(tmpdir(), 'dex-bits-'));
    try {
        const recipe = join(kRepository, 'data/recipes/london.json');
        execFileSync(join(kRepository, 'build/dex'), ['compile', recipe, '--from', folder, '--out', scratch]);
        const lines = (program, ...options) => execFileSync(program, [...options, scratch], { encoding: 'utf8' }).trim().split('\n');
        const here = lines(native);
        assert.equal(new Set(here.map((line) => line.split(' ')[2])).size, 12);
        assert.deepEqual(lines(process.execPath, wasm), here);
    } finally {
        rmSync(scratch, { recursive: true, force: true });
    }
});
