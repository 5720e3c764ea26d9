// `dex publish`: what other systems find, against its own description (docs/openapi.json), and how large it is.

import Ajv from 'ajv';
import jsonld from 'jsonld';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { setOrigin } from '../../tools/set-origin.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const mini = join(root, 'tests', 'data', 'mini');
const api = JSON.parse(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8'));
const csvw = JSON.parse(readFileSync(join(import.meta.dirname, 'csvw.schema.json'), 'utf8'));
const london = join(root, 'build', 'atlas');
const kAddress = 'https://maps.example.org/';
let work, boroughs, town;

const dex = (...args) => {
    const { status, stdout, stderr } = spawnSync(join(root, 'build', 'dex'), args, { encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
};
const filesOf = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((file) => statSync(join(folder, file)).isFile()).sort();
const jsonOf = (folder, file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

// A validator of one of the schemas that the description has.
function valid(name, value) {
    const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' });
    ajv.addSchema({ $id: 'api', components: api.components });
    const check = ajv.compile({ $ref: `api#/components/schemas/${name}` });
    assert.ok(check(value), JSON.stringify(check.errors));
}

function published(name, recipe, from) {
    const atlas = join(work, `${name}-atlas`), out = join(work, name);
    assert.equal(dex('compile', recipe, '--from', from, '--out', atlas).status, 0);
    assert.deepEqual(dex('publish', atlas, '--address', kAddress, '--out', out), { status: 0, out: '', err: '' });
    return out;
}

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-publish-'));
    boroughs = published('boroughs', join(root, 'data', 'recipes', 'london-boroughs.json'), join(root, 'data'));
    town = published('town', join(mini, 'recipe.json'), mini);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('Publish.HasEveryFileThatItsDescriptionNames', () => {
    for (const folder of [boroughs, town]) {
        const index = jsonOf(folder, 'index.json');
        valid('Index', index);
        const files = new Set(filesOf(folder));
        const named = [index.guide, index.dataset, index.recipe, 'index.json', 'places/csv-metadata.json', ...Object.values(index.areas)];
        for (const { csv, geojson } of [index.whole, ...index.places]) {
            for (const { path, bytes } of [csv, geojson]) {
                assert.equal(statSync(join(folder, path)).size, bytes, path);
                named.push(path);
            }
        }
        assert.deepEqual([...files].filter((file) => !named.includes(file)), []);
        assert.deepEqual(named.filter((file) => !files.has(file)), []);
        // And each is of one of the addresses that the description has.
        const patterns = Object.keys(api.paths).map((path) => new RegExp(`^${path.slice(1).replace(/[.]/g, '\\.').replace('{code}', '[^/]+')}$`));
        assert.deepEqual([...files].filter((file) => !patterns.some((pattern) => pattern.test(file)) && file !== 'places/csv-metadata.json'), []);
    }
});

test('Publish.HasTheAreasOfAPlaceWithAllTheyAre', () => {
    const index = jsonOf(town, 'index.json');
    const rows = (path) => readFileSync(join(town, path), 'utf8').split('\r\n').slice(1, -1);
    const places = index.places.flatMap(({ csv }) => rows(csv.path));
    assert.deepEqual(places.sort(), rows('whole.csv').sort());
    for (const { geojson, csv } of index.places) {
        const { features } = jsonOf(town, geojson.path);
        valid('FeatureCollection', jsonOf(town, geojson.path));
        assert.deepEqual(features.map(({ properties }) => properties.code), rows(csv.path).map((row) => row.split(',')[0]));
        for (const { properties } of features) assert.ok('overall' in properties && !('N2.rent' in properties));
        const corners = [...readFileSync(join(town, geojson.path), 'utf8').matchAll(/\[-?\d+\.(\d+),-?\d+\.(\d+)\]/g)];
        assert.ok(corners.length > 0 && corners.every(([, east, north]) => east.length === 6 && north.length === 6));
    }
    for (const [code, path] of Object.entries(index.areas)) {
        const area = jsonOf(town, path);
        valid('Area', area);
        assert.equal(area.code, code);
        assert.equal(area.spec, index.spec);
    }
});

test('Publish.SaysNumbersAsTheCommandDoes', () => {
    const score = dex('score', join(work, 'town-atlas')).out.split('\r\n').map((line) => line.split(','));
    const [at] = [score[0].indexOf('overall')];
    for (const row of score.slice(1, -1)) {
        const { overall } = jsonOf(town, jsonOf(town, 'index.json').areas[row[0]]);
        if (row[at]) assert.equal(overall.score, Number(row[at]));
        else assert.equal(overall, undefined);
    }
});

test('Publish.HasGuidesThatProgramsUnderstand', () => {
    const check = new Ajv({ schemaId: 'auto' }).compile(csvw);
    for (const folder of [boroughs, town]) {
        const whole = jsonOf(folder, 'whole.csv-metadata.json');
        assert.ok(check(whole), JSON.stringify(check.errors));
        const group = jsonOf(folder, 'places/csv-metadata.json');
        assert.ok(check(group), JSON.stringify(check.errors));
        assert.deepEqual(group.tables.map(({ url }) => `places/${url}`), jsonOf(folder, 'index.json').places.map(({ csv }) => csv.path));
        const header = readFileSync(join(folder, 'whole.csv'), 'utf8').slice(1).split('\r\n')[0].split(',');
        for (const { tableSchema } of [whole, group]) assert.deepEqual(tableSchema.columns.map(({ titles }) => titles), header);
    }
});

test('Publish.IsADatasetThatNamesItsAddress', () => {
    const copy = join(work, 'copy', 'data');
    cpSync(boroughs, copy, { recursive: true });
    for (const [move, address] of [[() => {}, kAddress], [() => setOrigin(join(work, 'copy'), 'https://www.example.gov.uk/maps'), 'https://www.example.gov.uk/maps/']]) {
        move();
        const dataset = jsonOf(copy, 'dataset.jsonld');
        assert.equal(dataset['@type'], 'dcat:Dataset');
        for (const member of ['dct:title', 'dct:description', 'dct:license', 'dct:rights', 'dct:source', 'dcat:version']) assert.ok(dataset[member], member);
        assert.equal(dataset['dcat:landingPage']['@id'], address);
        assert.equal(dataset['dcat:distribution'].length, 2 * 34);
        for (const one of dataset['dcat:distribution']) {
            const file = one['dcat:downloadURL']['@id'];
            assert.ok(file.startsWith(`${address}data/`), file);
            assert.equal(statSync(join(copy, file.slice(`${address}data/`.length))).size, one['dcat:byteSize']);
            assert.match(one['dcat:mediaType'], /^(text\/csv|application\/geo\+json)$/);
        }
    }
});

// As a catalogue reads it: what a prefix stands for counts, and not the prefix.
test('Publish.IsADatasetInTheWordsOfDcat', async () => {
    const documentLoader = (url) => Promise.reject(new Error(`${url} was asked for`));
    const kDcat = 'http://www.w3.org/ns/dcat#';
    const kWords = [kDcat, 'http://purl.org/dc/terms/', 'http://xmlns.com/foaf/0.1/', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'];
    for (const folder of [boroughs, town]) {
        const quads = await jsonld.toRDF(jsonOf(folder, 'dataset.jsonld'), { safe: true, documentLoader });
        for (const { predicate } of quads) assert.ok(kWords.some((word) => predicate.value.startsWith(word)), predicate.value);
        const dataset = `${kAddress}data/dataset.jsonld`;
        const of = (subject, word) => quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === word).map(({ object }) => object.value);
        assert.deepEqual(of(dataset, kWords.at(-1)), [`${kDcat}Dataset`]);
        const files = of(dataset, `${kDcat}distribution`);
        assert.equal(files.length, 2 * (jsonOf(folder, 'index.json').places.length + 1));
        for (const file of files) {
            assert.deepEqual(of(file, kWords.at(-1)), [`${kDcat}Distribution`]);
            assert.ok(of(file, `${kDcat}downloadURL`)[0].startsWith(`${kAddress}data/`));
            assert.ok(of(file, 'http://purl.org/dc/terms/license')[0]);
        }
    }
});

test('Publish.GivesTheSameBytesTwice', () => {
    const again = join(work, 'again');
    assert.equal(dex('publish', join(work, 'town-atlas'), '--address', kAddress, '--out', again).status, 0);
    assert.deepEqual(filesOf(again), filesOf(town));
    for (const file of filesOf(town)) assert.ok(readFileSync(join(again, file)).equals(readFileSync(join(town, file))), file);
    assert.equal(dex('publish', join(work, 'town-atlas'), '--out', again, '--date', 'soon').status, 2);
    assert.equal(dex('publish', join(work, 'town-atlas'), '--out', again, '--date', 'none').status, 0);
    assert.doesNotMatch(readFileSync(join(again, 'dataset.jsonld'), 'utf8'), /dct:issued/);
    assert.equal(dex('publish', join(work, 'nowhere'), '--out', again).status, 1);
    writeFileSync(join(work, 'file'), '');
    assert.equal(dex('publish', join(work, 'town-atlas'), '--out', join(work, 'file')).status, 1);
});

test('Publish.OfLondonIsOfASizeThatCanBeServed', { skip: existsSync(join(london, 'atlas.json')) ? false : 'build/atlas is made by the build' }, () => {
    const out = join(work, 'london');
    assert.equal(dex('publish', london, '--out', out).status, 0);
    const bytes = filesOf(out).map((file) => readFileSync(join(out, file)));
    const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
    assert.ok(sum(bytes.map(({ length }) => length)) <= 40e6);
    assert.ok(sum(bytes.map((one) => gzipSync(one).length)) <= 12e6);
});
