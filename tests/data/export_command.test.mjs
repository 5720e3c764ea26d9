// Tables to take away: `dex export` and `dex score --bom`. How spreadsheets and GDAL read them: readers.test.mjs.

import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const mini = join(root, 'tests', 'data', 'mini');
const isCsvw = new Ajv({ schemaId: 'auto' }).compile(JSON.parse(readFileSync(join(import.meta.dirname, 'csvw.schema.json'), 'utf8')));
const kHostile = '</script><img src=x onerror=alert(1)>';
let work, boroughs, strange;

function run(program, args, input) {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: work, input, maxBuffer: 1 << 28 });
    return { status, out: stdout, err: stderr };
}
const dex = (...args) => run(join(root, 'build', 'dex'), args);
const read = (name) => readFileSync(join(work, name), 'utf8');

// Rows as Python's own reader has them, which strips a byte-order mark.
function rowsOf(name) {
    const script = "import csv,json,sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1],newline='',encoding='utf-8-sig'),strict=True))))";
    const { status, out, err } = run('python3', ['-c', script, name]);
    assert.equal(status, 0, err);
    return JSON.parse(out);
}

// The boroughs; and the mini atlas with names that somebody made to do harm.
before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-export-'));
    boroughs = join(work, 'boroughs');
    assert.equal(dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', boroughs).status, 0);
    const tables = join(work, 'tables');
    cpSync(mini, tables, { recursive: true });
    const recipe = readFileSync(join(mini, 'recipe.json'), 'utf8');
    const named = recipe.replace('"label": "{ward} ({published})"', `"label": ${JSON.stringify(`=1+{ward}, "${kHostile}`)}`);
    assert.notEqual(named, recipe);
    writeFileSync(join(tables, 'recipe.json'), named);
    strange = join(work, 'strange');
    assert.equal(dex('compile', join(tables, 'recipe.json'), '--from', tables, '--out', strange).status, 0);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('Export.HasACsvWithAGuideToItsColumns', () => {
    assert.deepEqual(dex('export', boroughs, '--csv', '--bom', '--out', 'figures.csv'), { status: 0, out: '', err: '' });
    assert.ok(read('figures.csv').startsWith('\uFEFFcode,name,borough.code,borough,'));
    const guide = JSON.parse(read('figures.csv-metadata.json'));
    assert.ok(isCsvw(guide), JSON.stringify(isCsvw.errors));
    assert.equal(guide.url, 'figures.csv');
    const [header, ...rows] = rowsOf('figures.csv');
    assert.deepEqual(guide.tableSchema.columns.map(({ titles }) => titles), header);
    assert.equal(rows.length, 33);
    assert.ok(rows.every((row) => row.length === header.length && row[0] === row[2]));
    // Without the option the same table, without the mark.
    assert.equal(`\uFEFF${dex('export', boroughs, '--csv').out}`, read('figures.csv'));
});

test('Export.SaysOfEachFigureWhatItIsAndWhoPublishedIt', () => {
    dex('score', boroughs, '--csv', 'scores.csv', '--bom', '--no-dots', '--stability', '10');
    const guide = JSON.parse(read('scores.csv-metadata.json'));
    assert.ok(isCsvw(guide), JSON.stringify(isCsvw.errors));
    const [header, first] = rowsOf('scores.csv');
    assert.deepEqual(guide.tableSchema.columns.map(({ titles }) => titles), header);
    assert.ok(header.every((name) => /^\w+$/.test(name)), header.join());
    for (const [i, column] of guide.tableSchema.columns.entries()) {
        if (column.datatype === 'integer') assert.match(first[i], /^\d+$/, column.name);
        if (column.datatype === 'number') assert.match(first[i], /^-?\d+\.\d+$/, column.name);
        if (column.datatype.format) assert.match(first[i], new RegExp(`^(${column.datatype.format})$`), column.name);
    }
    const income = guide.tableSchema.columns.find(({ name }) => name === 'N2_income');
    for (const member of ['dc:title', 'dc:description', 'schema:unitText', 'skos:scopeNote', 'dc:date', 'dc:source', 'dc:license']) assert.ok(income[member], member);
    assert.match(guide['dc:description'], /[0-9a-f]{12}/);
});

test('Export.TurnsOutlinesAsTheirReaderDrawsThem', () => {
    const turnOf = ([ring]) => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
    const parts = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);
    for (const [args, sign] of [[[], 1], [['--winding', 'rfc7946'], 1], [['--winding', 'd3'], -1]]) {
        const { features } = JSON.parse(dex('export', boroughs, '--geojson', ...args).out);
        assert.equal(features.length, 33);
        for (const { geometry } of features) for (const part of parts(geometry)) assert.equal(Math.sign(turnOf(part)), sign);
    }
});

test('Export.IsDrawnRightByD3', async () => {
    const { geoArea } = await import('d3-geo');
    const { features } = JSON.parse(dex('export', boroughs, '--geojson', '--winding', 'd3', '--lod', '0').out);
    // Turned the other way, a borough would be all of the world but itself.
    for (const feature of features) assert.ok(geoArea(feature) < 1e-4, feature.properties.name);
});

test('Export.RefusesWhatMeansNothing', () => {
    for (const [args, sentence] of [
        [['--csv', '--geojson'], /./],
        [['--csv', '--lod', '0'], /--lod: a CSV has no outlines/],
        [['--csv', '--winding', 'd3'], /--winding: a CSV has no outlines/],
        [['--geojson', '--bom'], /--bom: JSON must not/],
        [['--geojson', '--winding', 'left'], /--winding: expected rfc7946 or d3, found "left"/],
    ]) {
        const { status, out, err } = dex('export', boroughs, ...args);
        assert.deepEqual([status, out], [2, ''], args.join(' '));
        assert.match(err, sentence);
    }
    const nowhere = dex('export', boroughs, '--csv', '--out', join('no', 'such', 'folder.csv'));
    assert.equal(nowhere.status, 1);
    assert.match(nowhere.err, /could not be written/);
});

test('Export.HasTheRowsOfTheAreasComparedAlone', () => {
    const compare = 'compare=borough:E09000028,borough:E09000022';
    const lines = (...args) => {
        const { status, out, err } = dex(...args);
        assert.deepEqual([status, err], [0, ''], args.join(' '));
        return out.trim().split('\r\n');
    };
    const picked = (all) => all.filter((line, i) => i === 0 || /^E090000(22|28),/.test(line));
    const all = lines('export', boroughs, '--csv', '--view', 'show=N2');
    // The place does not matter: what is compared may lie anywhere.
    const rows = lines('export', boroughs, '--csv', '--view', `show=N2&place=borough:E09000001&${compare}`, '--compared');
    assert.deepEqual(rows, picked(all));
    assert.equal(rows.length, 3);
    const only = ['--only', 'E09000028,E09000022'];
    assert.deepEqual(lines('export', boroughs, '--csv', ...only), picked(lines('export', boroughs, '--csv')));
    assert.deepEqual(lines('score', boroughs, ...only), picked(lines('score', boroughs)));
    const featuresOf = (...args) => JSON.parse(dex('export', boroughs, '--geojson', ...args).out).features;
    const some = featuresOf(...only);
    assert.deepEqual(some, featuresOf().filter(({ properties }) => /22$|28$/.test(properties.code)));
    assert.equal(some.length, 2);
    for (const [args, sentence] of [
        [['--csv', '--compared'], /--compared: only a view compares areas/],
        [['--csv', '--view', 'show=N2', '--compared'], /--compared: the view compares no areas/],
        [['--csv', '--view', compare, ...only], /--only: a view says its areas itself/],
        [['--csv', '--only', 'E09000028,E99'], /--only: none of the boroughs has the code "E99"/],
    ]) {
        const { status, out, err } = dex('export', boroughs, ...args);
        assert.deepEqual([status, out], [2, ''], args.join(' '));
        assert.match(err, sentence);
    }
    assert.equal(dex('score', boroughs, '--only', 'E99').status, 2);
});

test('Export.SaysWhichAreaThatIsNamedGetsNoRow', () => {
    const ask = (view) => dex('export', strange, '--csv', '--view', view, '--compared');
    const none = ask('compare=ward:W1,district:D1');
    assert.deepEqual([none.status, none.out], [2, '']);
    assert.match(none.err, /--compared: "ward:W1" gets no row: the view shows small areas\. For a row of it add by=ward to --view/);
    assert.match(none.err, /--compared: "district:D1" gets no row: .* add by=district/);
    const some = ask('by=ward&compare=ward:W1,district:D1');
    assert.equal(some.status, 0);
    assert.match(some.out.split('\r\n')[1], /^W1,/);
    assert.match(some.err, /^dex: --compared: "district:D1" gets no row: the view shows wards\. [^\n]*\n$/);
});

test('Export.MakesHarmlessWhatASpreadsheetWouldRun', () => {
    dex('export', strange, '--csv', '--out', 'strange.csv');
    const names = rowsOf('strange.csv').slice(1).map((row) => row[1]);
    assert.ok(names.every((name) => name.startsWith("'=1+") && name.endsWith(kHostile)), names[0]);
    const { features } = JSON.parse(dex('export', strange, '--geojson').out);
    assert.ok(features.every(({ properties }) => properties.name.startsWith('=1+') && properties.name.endsWith(kHostile)));
});
