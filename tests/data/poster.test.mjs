// `dex poster` as the build meets it: pictures and their texts, on a machine that has no graphics card and no driver of one.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const faces = join(root, 'build', 'faces');
const mini = join(root, 'tests', 'data', 'mini');
const skip = existsSync(faces) ? false : 'build/faces is made by the build';
let work, atlas;

function dex(args) {
    const { status, stdout, stderr } = spawnSync(join(root, 'build', 'dex'), args, { encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
}
const poster = (out) => dex(['poster', atlas, '--faces', faces, '--out', join(work, out)]);

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-poster-'));
    atlas = join(work, 'atlas');
    assert.equal(dex(['compile', join(mini, 'recipe.json'), '--from', mini, '--out', atlas]).status, 0);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('Poster.DrawsTheWholeAndEachAreaOfTheTopmostLevelTheSameEachTime', { skip }, () => {
    assert.deepEqual(poster('first'), { status: 0, out: '', err: '' });
    assert.equal(poster('second').status, 0);
    const list = JSON.parse(readFileSync(join(work, 'first', 'posters.json'), 'utf8'));
    const files = readdirSync(join(work, 'first')).sort();
    assert.deepEqual(files, ['posters.json', ...list.posters.map(({ file }) => file)].sort());
    assert.equal(list.posters[0].file, 'whole.png');
    assert.equal(list.posters[0].view, '');
    for (const { place, view, file, alt } of list.posters) {
        assert.ok([...alt].length <= 150);
        if (view) assert.ok(alt.includes(place) && view.endsWith(`:${file.replace('.png', '')}`), alt);
        const bytes = readFileSync(join(work, 'first', file));
        assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]], [list.width, list.height, 3], 'size, and a table of colours');
        assert.ok(bytes.equals(readFileSync(join(work, 'second', file))), file);
    }
});

test('Poster.NeedsNoGraphicsLibrary', { skip: existsSync('/usr/bin/ldd') ? false : 'ldd is not here' }, () => {
    const { stdout } = spawnSync('ldd', [join(root, 'build', 'dex')], { encoding: 'utf8' });
    assert.match(stdout, /libgdal/);
    assert.doesNotMatch(stdout, /libGLES|libEGL/);
});

test('Poster.NamesWhatIsMissing', { skip }, () => {
    const without = dex(['poster', atlas, '--faces', work, '--out', join(work, 'x')]);
    assert.match(without.err, /regular\.otf/);
    assert.notEqual(without.status, 0);
    assert.equal(dex(['poster', join(work, 'nowhere'), '--faces', faces, '--out', join(work, 'x')]).status, 1);
    assert.equal(dex(['poster', atlas]).status, 2);
});
