// What we make, as other people's programs read it: tables in spreadsheets, Python and GDAL, notes in pictures; and names that
// somebody made to do harm, which are text in all of it.

import { Parser } from 'htmlparser2';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { which } from '../../tools/run.mjs';
import { writeHostileTables } from '../support/hostile_tables.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const noFaces = !existsSync(join(root, 'build', 'faces')) && 'build/faces is made by the build';
const missing = (program) => !which(program) && `${program} is not here`;
const kDay = '2026-11-29';

// Names as a publisher may have them, then some that nobody should: the compiler makes one line of them, without marks that turn
// text around.
const kNames = [
    'Ynys Môn, Llŷn', 'Île "de" la Cité', '日本橋', 'O’Brien & Sons', "'s-Hertogenbosch",
    '=HYPERLINK("https://evil.example","x")', '+44 20', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\u00a0=1+1', '＝1+1', '＠SUM(A1)',
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>", ']]>', '&lt;b&gt; &#60;b>', '--><!-- <b>',
    '</title></style></text></svg><script>alert(1)</script>', '\u202eturned \u200fround', 'two\nlines', 'a\tb', '%0A {name} ${name}', 'javascript:alert(1)',
];
const shown = (name) => name.replace(/[\u202e\u200f]/g, '').replace(/[\s\u00a0]+/g, ' ').trim();
// A spreadsheet takes no name for a formula.
const inTable = (name) => shown(name).replace(/^[=+\-@＝＠]/, "'$&");
const kEvil = kNames.map(shown);

let work, boroughs, strange;

function run(program, args) {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: work, env: { ...process.env, HOME: work }, maxBuffer: 1 << 28 });
    assert.equal(status, 0, `${program} ${args.join(' ')}: ${stderr}`);
    return stdout;
}
const dex = (...args) => run(join(root, 'build', 'dex'), args);
const read = (name) => readFileSync(join(work, name), 'utf8');
const json = (name) => JSON.parse(read(name));
const filesOf = (folder) => readdirSync(join(work, folder), { recursive: true }).map((file) => join(folder, file));

// Rows by their header, as Python's own reader has them.
function rowsOf(name) {
    const script = "import csv,json,sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1],newline='',encoding='utf-8-sig'),strict=True))))";
    return JSON.parse(run('python3', ['-c', script, name]));
}

// Elements, attributes and texts in order, as a browser has them or, of XML, any parser.
function parsed(text, isXml) {
    const elements = [];
    const texts = [];
    const parser = new Parser({
        onopentag: (name, attributes) => elements.push({ name, attributes }),
        ontext: (part) => texts.push(part),
        onclosetag: () => texts.push('\n'),
    }, { xmlMode: isXml });
    parser.end(text);
    return { elements, text: texts.join('') };
}

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-readers-'));
    boroughs = join(work, 'boroughs');
    dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', boroughs);
    writeHostileTables(join(work, 'tables'), kNames);
    strange = join(work, 'strange');
    dex('compile', join(work, 'tables', 'recipe.json'), '--from', join(work, 'tables'), '--out', strange);
    for (const [name, atlas] of [['boroughs', boroughs], ['strange', strange]]) {
        dex('export', atlas, '--csv', '--bom', '--out', `${name}.csv`);
        dex('export', atlas, '--geojson', '--out', `${name}.geojson`);
    }
});
after(() => rmSync(work, { recursive: true, force: true }));

// The rows of a table against the properties of the outlines, and how names are written.
function assertSameFigures(rows, features, written = (name) => name) {
    assert.equal(rows.length, features.length);
    for (const [i, { properties }] of features.entries()) {
        for (const [key, value] of Object.entries(properties)) {
            const cell = rows[i][key];
            if (value === null) assert.equal(cell, '', key);
            else if (typeof value === 'number') assert.ok(cell !== '' && Math.abs(Number(cell) - value) <= 1e-9 * Math.abs(value), `${key}: ${cell} for ${value}`);
            else assert.equal(cell, /^(name|borough)$/.test(key) ? written(value) : value, key);
        }
    }
}

describe('tables', () => {
    test('in Python: the rows and figures of the GeoJSON', () => {
        for (const name of ['boroughs', 'strange']) assertSameFigures(rowsOf(`${name}.csv`), json(`${name}.geojson`).features, inTable);
        assert.deepEqual(rowsOf('strange.csv').map((row) => row.name), kNames.map(inTable));
        assert.deepEqual(json('strange.geojson').features.map(({ properties }) => properties.name), kEvil);
    });

    test('in LibreOffice: the same after a way through a workbook, and no formula in it', { skip: missing('soffice') }, () => {
        const convert = (to, folder, ...files) => run('soffice', ['--headless', '--convert-to', to, '--outdir', folder, ...files]);
        for (const kind of ['xlsx', 'ods']) {
            convert(kind, kind, 'boroughs.csv', 'strange.csv');
            convert('csv', `${kind}-csv`, join(kind, `boroughs.${kind}`), join(kind, `strange.${kind}`));
            for (const name of ['boroughs', 'strange']) assertSameFigures(rowsOf(join(`${kind}-csv`, `${name}.csv`)), json(`${name}.geojson`).features, inTable);
        }
        const unzip = 'import sys,zipfile\nprint(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())';
        assert.doesNotMatch(run('python3', ['-c', unzip, join('xlsx', 'strange.xlsx'), 'xl/worksheets/sheet1.xml']), /<f[ >]/);
        assert.doesNotMatch(run('python3', ['-c', unzip, join('ods', 'strange.ods'), 'content.xml']), /table:formula/);
    });

    test('in GDAL: fields, figures, and outlines that are valid and lie in London', { skip: missing('ogr2ogr') }, () => {
        for (const name of ['boroughs', 'strange']) {
            const { features } = json(`${name}.geojson`);
            run('ogr2ogr', ['-f', 'CSV', `${name}-gdal.csv`, `${name}.geojson`]);
            assertSameFigures(rowsOf(`${name}-gdal.csv`), features);
            const counts = run('ogrinfo', ['-ro', '-q', '-dialect', 'SQLite', '-sql', 'SELECT count(*) AS areas, sum(ST_IsValid(geometry)) AS valid FROM borough', `${name}.geojson`]);
            assert.match(counts, new RegExp(`areas \\(Integer\\) = ${features.length}\\s+valid \\(Integer\\) = ${features.length}\\s`));
            assert.match(run('ogrinfo', ['-ro', '-so', '-al', `${name}.csv`]), new RegExp(`Feature Count: ${features.length}\n`));
        }
        const about = run('ogrinfo', ['-ro', '-so', '-al', 'boroughs.geojson']);
        const [west, south, east, north] = /Extent: \((.*), (.*)\) - \((.*), (.*)\)/.exec(about).slice(1).map(Number);
        assert.ok(Math.abs(west + 0.51) < 0.01 && Math.abs(south - 51.29) < 0.01 && Math.abs(east - 0.33) < 0.01 && Math.abs(north - 51.69) < 0.01, about.slice(0, 300));
        // What the guide calls a number is one there, and one without decimals where none of them has any.
        for (const { titles, datatype } of json('boroughs.csv-metadata.json').tableSchema.columns) {
            const field = new RegExp(`^${titles.replaceAll('.', '\\.')}: (\\w+) `, 'm').exec(about)[1];
            assert.ok(({ number: ['Real', 'Integer'], integer: ['Integer'] }[datatype] ?? ['String']).includes(field), `${titles}: ${field}`);
        }
    });
});

describe('pictures', { skip: noFaces }, () => {
    const kinds = {
        'screen.png': ['--theme', 'light'],
        'grey.png': ['--theme', 'grey'],
        'small.png': ['--colours', '16'],
        'paper.png': ['--size', 'a4-landscape'],
        'screen.svg': [],
        'paper.svg': ['--size', 'a4-landscape'],
    };
    before(() => {
        for (const [name, atlas, area] of [['b-', boroughs, 'E09000028'], ['s-', strange, 'A0018']]) {
            for (const [file, args] of Object.entries(kinds)) {
                const size = args.includes('--size') ? [] : ['--size', 'social'];
                dex('picture', atlas, '--view', `area=borough:${area}`, '--date', kDay, ...size, ...args, '--out', name + file);
            }
        }
    });
    const notesOf = (file) => JSON.parse(run('exiftool', ['-json', '-G1', file]))[0];

    test('in pngcheck: without a fault', { skip: missing('pngcheck') }, () => {
        const files = ['b-', 's-'].flatMap((name) => Object.keys(kinds).map((file) => name + file)).filter((file) => file.endsWith('.png'));
        assert.match(run('pngcheck', ['-q', ...files]), /^(No errors were detected in all 8 files tested\.\s*)?$/);
    });

    test('in exiftool: title, alt text, description, rights, sources, day, view and spec; 300 dpi for paper and no other', { skip: missing('exiftool') }, () => {
        const recipes = { 'b-': join(root, 'data', 'recipes', 'london-boroughs.json'), 's-': join(work, 'tables', 'recipe.json') };
        for (const name of ['b-', 's-']) {
            for (const file of ['screen.png', 'grey.png', 'paper.png', 'screen.svg', 'paper.svg']) {
                const notes = notesOf(name + file);
                const own = file.endsWith('.png') ? 'PNG' : 'SVG';
                assert.ok(notes[`${own}:Title`] && notes['XMP-dc:Title'] === notes[`${own}:Title`], file);
                const alt = notes['XMP-iptcCore:AltTextAccessibility'];
                assert.ok(alt.length > 0 && [...alt].length <= 150, alt);
                assert.ok(notes['XMP-iptcCore:ExtDescrAccessibility'].includes(notes['XMP-dc:Title']));
                assert.equal(notes['XMP-dc:Description'], notes['XMP-iptcCore:ExtDescrAccessibility']);
                assert.ok(notes['XMP-dc:Rights']);
                assert.equal(notes['XMP-photoshop:Credit'], JSON.parse(readFileSync(recipes[name], 'utf8')).attribution);
                // exiftool calls a namespace that it does not know tmp0.
                const view = dex('picture', '--read', name + file).trim();
                assert.equal(notes['XMP-tmp0:View'], view);
                const spec = String(notes['XMP-tmp0:Spec']);
                assert.match(spec, /^[0-9a-f]{12}$/);
                assert.equal(new URLSearchParams(view).get('spec'), spec);
                if (own === 'PNG') assert.deepEqual([notes['PNG:View'], String(notes['PNG:Spec']), notes['PNG:Source']], [view, spec, notes['XMP-photoshop:Credit']]);
                assert.equal(notes['XMP-photoshop:DateCreated'], kDay.replaceAll('-', ':'));
                assert.equal(notes['ExifTool:Warning'], undefined);
                if (own === 'SVG') assert.deepEqual([notes['SVG:Desc'], notes['SVG:Aria-label']], [notes['XMP-dc:Description'], alt]);
                else assert.equal(notes['PNG-pHYs:PixelsPerUnitX'], file === 'paper.png' ? 11811 : undefined);
            }
        }
    });

    test('in librsvg: paper at 300 dpi is as large as the PNG', { skip: missing('rsvg-convert') }, () => {
        run('rsvg-convert', ['--dpi-x', '300', '--dpi-y', '300', 'b-paper.svg', '-o', 'paper-drawn.png']);
        const size = (file) => [16, 20].map((at) => readFileSync(join(work, file)).readUInt32BE(at));
        assert.deepEqual(size('paper-drawn.png'), size('b-paper.png'));
    });

    test('no name in an SVG is more than text, and it is written as it is called', () => {
        for (const [i] of kNames.entries()) {
            dex('picture', strange, '--view', `area=borough:A${String(i).padStart(4, '0')}`, '--out', 'one.svg');
            const { elements, text } = parsed(read('one.svg'), true);
            assert.deepEqual(elements.filter(({ name }) => /^(script|style|image|a|use|foreignobject|iframe)$/i.test(name)), []);
            for (const { attributes } of elements) assert.deepEqual(Object.keys(attributes).filter((name) => /^(on.*|href|xlink:href|style|src)$/i.test(name)), []);
            const names = [...new Set(elements.map(({ name }) => name))].sort();
            assert.ok(names.every((name) => /^(svg|title|desc|metadata|g|path|rect|text|circle|[a-zA-Z0-9]+:[A-Za-z]+)$/.test(name)), names.join());
            assert.ok(text.includes(kEvil[i]), kEvil[i]);
        }
    });

    test('an SVG of such names is well-formed', { skip: missing('xmllint') }, () => {
        for (const file of ['s-screen.svg', 's-paper.svg', 'b-screen.svg']) run('xmllint', ['--noout', '--nonet', file]);
    });

    test('nor in the notes of a PNG', { skip: missing('exiftool') }, () => {
        const notes = notesOf('s-screen.png');
        assert.ok(notes['PNG:Description'].includes(kEvil[18]), notes['PNG:Description']);
        assert.equal(notes['XMP-dc:Description'], notes['PNG:Description']);
        // What a program reads without knowing our notes is the packet itself.
        const packet = run('exiftool', ['-b', '-XMP', 's-screen.png']);
        const { elements } = parsed(packet, true);
        assert.ok(elements.every(({ name }) => /^(xml|[a-zA-Z0-9]+:[A-Za-z]+)$/.test(name)), elements.map(({ name }) => name).join());
    });
});

describe('pages and files for other systems', () => {
    test('a briefing of each name says it as a heading and does nothing', { skip: noFaces }, () => {
        dex('briefing', strange, '--each', 'borough', '--out', 'briefings');
        for (const [i, name] of kEvil.entries()) {
            const { elements, text } = parsed(read(join('briefings', `A${String(i).padStart(4, '0')}.html`)), false);
            assert.deepEqual(elements.filter((element) => /^(script|img|link|iframe|object|embed|base|form|a)$/.test(element.name)), []);
            for (const { attributes } of elements) assert.deepEqual(Object.keys(attributes).filter((key) => /^(on.*|style|src|href)$/.test(key)), []);
            assert.ok(text.includes(name), name);
        }
    });

    test('what is published is JSON, tables and outlines with these names in them, and no other file', () => {
        dex('publish', strange, '--address', 'https://maps.example.org/', '--out', 'published');
        const files = filesOf('published').filter((file) => /\.\w+$/.test(file));
        assert.ok(files.every((file) => /\/[\w-]+\.(json|jsonld|csv|geojson)$|-metadata\.json$/.test(file)), files.join());
        for (const file of files.filter((each) => /json(ld)?$/.test(each))) json(file);
        assert.deepEqual(rowsOf(join('published', 'whole.csv')).map(({ name }) => name), kNames.map(inTable));
        assert.deepEqual(json(join('published', 'whole.geojson')).features.map(({ properties }) => properties.name), kEvil);
        const index = json(join('published', 'index.json'));
        assert.deepEqual(Object.values(index.areas).map((path) => json(join('published', path)).name), kEvil);
    });
});
