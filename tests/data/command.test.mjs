// The command line `dex` as people and scripts meet it: what it prints, where, and with which exit code.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const command = join(root, 'build', 'dex');
const mini = join(root, 'tests', 'data', 'mini');
const recipe = join(mini, 'recipe.json');
let work, atlas;

const dex = (args, input = '') => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: work, input, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
};
const bytesOf = (folder) => readdirSync(folder).sort().map((file) => [file, readFileSync(join(folder, file), 'base64')]);

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-command-'));
    atlas = join(work, 'atlas');
    assert.equal(dex(['compile', recipe, '--from', mini, '--out', atlas, '--report', 'report.json']).status, 0);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('Command.SaysWhatItIsAndCanDo', () => {
    assert.match(dex(['--version']).out, /^dex \d+\.\d+\.\d+\n$/);
    const help = dex(['--help']);
    assert.equal(help.status, 0);
    for (const verb of ['compile', 'check', 'export', 'locate']) {
        assert.match(help.out, new RegExp(`^ +${verb} `, 'm'));
        assert.equal(dex([verb, '--help']).status, 0);
    }
});

test('Command.ExitsWith2WhenAskedWrongly', () => {
    const wrong = [
        [],
        ['bake'],
        ['compile', recipe],
        ['compile', 'nowhere.json', '--out', 'x'],
        ['compile', recipe, '--from', 'nowhere', '--out', 'x'],
        ['check'],
        ['export', atlas],
        ['export', atlas, '--geojson', '--level', 'parish'],
        ['export', atlas, '--geojson', '--lod', '2'],
        ['export', atlas, '--geojson', '--lod', '-1'],
        ['export', atlas, '--geojson', '--lod', 'fine'],
        ['locate', atlas, 'points.csv'],
    ];
    for (const args of wrong) {
        const { status, out, err } = dex(args);
        assert.equal(status, 2, args.join(' '));
        assert.equal(out, '', args.join(' '));
        assert.notEqual(err, '', args.join(' '));
    }
});

test('Command.ExitsWith1WhenItFailsAndSaysWhere', () => {
    for (const args of [['check', 'nowhere'], ['export', 'nowhere', '--geojson'], ['locate', 'nowhere']]) {
        const { status, out, err } = dex(args);
        assert.equal(status, 1, args.join(' '));
        assert.equal(out, '');
        assert.match(err, /nowhere/);
    }
});

test('Compile.PointsAtThePlaceInARecipe', () => {
    const wrong = join(work, 'wrong.json');
    const changed = JSON.parse(readFileSync(recipe, 'utf8'));
    changed.indicators[1].display = 'percents';
    writeFileSync(wrong, JSON.stringify(changed));
    const { status, err } = dex(['compile', wrong, '--from', mini, '--out', 'never']);
    assert.equal(status, 1);
    assert.match(err, /wrong\.json: \$\.indicators\[1\]\.display: expected .*, found "percents"/);
    assert.ok(!readdirSync(work).includes('never'));
});

test('Compile.LeavesTheOldAtlasWhenATableIsWrong', () => {
    const tables = join(work, 'tables');
    cpSync(mini, tables, { recursive: true });
    writeFileSync(join(tables, 'homes.csv'), readFileSync(join(mini, 'homes.csv'), 'utf8').replace(/\d+(\r?\n)/, 'lots$1'));
    const before = bytesOf(atlas);
    const { status, err } = dex(['compile', recipe, '--from', tables, '--out', atlas]);
    assert.equal(status, 1);
    assert.match(err, /homes\.csv, row \d+, column ".*": expected a number, found "lots"/);
    assert.deepEqual(bytesOf(atlas), before);
});

test('Compile.GivesTheSameBytesOnOneCoreAndInAnotherPlace', () => {
    const again = join(work, 'elsewhere', 'again');
    execFileSync('taskset', ['1', command, 'compile', recipe, '--from', mini, '--out', again], { cwd: '/', stdio: 'ignore' });
    assert.deepEqual(bytesOf(again), bytesOf(atlas));
});

test('Compile.WritesTheReportAsJson', () => {
    const report = JSON.parse(readFileSync(join(work, 'report.json'), 'utf8'));
    const people = report.tables.find(({ id }) => id === 'people');
    assert.deepEqual(people.rows, { read: 15, used: 11, skipped: { notes: 2, repeated: 1, notAnArea: 1 } });
    assert.deepEqual(people.areas, { all: 12, matched: 11, withoutData: 1, noted: 0, carried: 0 });
    assert.deepEqual(report.levels.map(({ areas }) => areas), [12, 3, 2]);
    const written = readdirSync(atlas).filter((file) => file !== 'atlas.json').sort();
    assert.deepEqual(report.files.map(({ name }) => name).sort(), written);
    for (const { name, bytes } of report.files) assert.equal(readFileSync(join(atlas, name)).length, bytes);
});

test('Check.OpensByFolderAndByList', () => {
    for (const path of [atlas, join(atlas, 'atlas.json')]) {
        const { status, out } = dex(['check', path]);
        assert.equal(status, 0);
        assert.match(out, /No errors\.\n$/);
    }
});

test('Check.FindsEveryFileThatWasChangedCutOrTakenAway', () => {
    for (const file of readdirSync(atlas)) {
        const whole = readFileSync(join(atlas, file));
        const flipped = Buffer.from(whole);
        flipped[whole.length >> 1] ^= 0x40;
        for (const bytes of [flipped, whole.subarray(0, -2), undefined]) {
            const folder = join(work, 'harmed');
            cpSync(atlas, folder, { recursive: true });
            if (bytes) writeFileSync(join(folder, file), bytes);
            else rmSync(join(folder, file));
            const { status, err } = dex(['check', folder]);
            assert.equal(status, 1, file);
            assert.notEqual(err, '', file);
            rmSync(folder, { recursive: true });
        }
    }
});

test('Export.IsReadByGdalAtEveryLevelAndLevelOfDetail', () => {
    for (const [level, count] of [['small-area', 12], ['ward', 3], ['district', 2]]) {
        for (const lod of ['0', '1']) {
            const { status, out } = dex(['export', atlas, '--geojson', '--level', level, '--lod', lod]);
            assert.equal(status, 0);
            const file = join(work, 'export.geojson');
            writeFileSync(file, out);
            const told = execFileSync('ogrinfo', ['-so', '-al', file], { encoding: 'utf8' });
            assert.match(told, new RegExp(`Feature Count: ${count}`));
            assert.match(told, /WGS 84/);
            const valid = ['-dialect', 'SQLite', '-sql', `SELECT count(*) AS sound FROM "${level}" WHERE ST_IsValid(geometry)`];
            assert.match(execFileSync('ogrinfo', ['-q', file, ...valid], { encoding: 'utf8' }), new RegExp(`sound \\(Integer\\) = ${count}`));
        }
    }
    assert.equal(dex(['export', atlas, '--geojson']).out, dex(['export', atlas, '--geojson', '--level', 'small-area', '--lod', '1']).out);
});

test('Export.WritesWhatThePublishedTableSays', () => {
    const { features } = JSON.parse(dex(['export', atlas, '--geojson']).out);
    const rows = readFileSync(join(mini, 'score.tsv'), 'utf8').trim().split(/\r?\n/).map((line) => line.split('\t'));
    const published = new Map(rows.map(([code, value]) => [code, Number(value)]));
    const exported = features.filter(({ properties }) => properties['C.score'] !== null);
    assert.ok(exported.length >= 10);
    for (const { properties } of exported) assert.equal(properties['C.score'], published.get(properties.code), properties.code);
});

test('Locate.AnswersARowForEachRowInOrder', () => {
    const { features } = JSON.parse(dex(['export', atlas, '--geojson']).out);
    const inside = features.slice(0, 3).map(({ geometry: { type, coordinates }, properties }) => {
        const ring = type === 'Polygon' ? coordinates[0] : coordinates[0][0];
        // A hair inside the ring's first corner, towards the middle of its box.
        const middle = [0, 1].map((k) => (Math.min(...ring.map((p) => p[k])) + Math.max(...ring.map((p) => p[k]))) / 2);
        return { at: ring[0].map((v, k) => v + (middle[k] - v) * 1e-3), code: properties.code, name: properties.name };
    });
    const points = [...inside.map(({ at }) => at.join()), '10,10', ...inside.map(({ at }) => at.join()).reverse()];
    const { status, out } = dex(['locate', atlas], `lon,lat\n${points.join('\n')}\n`);
    assert.equal(status, 0);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines[0], 'lon,lat,code,name');
    assert.equal(lines[4], '10,10,,');
    const found = inside.map(({ code, name }, i) => `${points[i]},${code},${name.includes(',') ? `"${name}"` : name}`);
    assert.deepEqual(lines.slice(1, 4), found);
    assert.deepEqual(lines.slice(5), found.reverse());
});

test('Locate.RefusesATableWithoutPoints', () => {
    const { status, out, err } = dex(['locate', atlas], 'a,b\n1,2\n');
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.match(err, /no line names the columns of a point, such as "lon" and "lat", or "postcode"/);
});

test('Locate.AnswersABadRowWithBlanksAndGoesOn', () => {
    const { status, out, err } = dex(['locate', atlas], 'id,lon,lat\n1,0,north\n2,,\n3,181,0\n4,10,10\n');
    assert.equal(status, 0);
    assert.equal(out, 'id,lon,lat,code,name\n1,0,north,,\n2,,,,\n3,181,0,,\n4,10,10,,\n');
    assert.match(err, /row 2: expected a number, found "north"\n.*row 3: has no point\n.*row 4: is no place on the earth/);
});
