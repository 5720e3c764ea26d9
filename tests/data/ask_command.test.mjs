// `dex ask` as a person at a command line meets it, on the made-up town of tests/data/mini.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kRepository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const kMini = join(kRepository, 'tests/data/mini');

const run = (command, ...options) => spawnSync(join(kRepository, 'build/dex'), [command, ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });

function succeeded({ status, stdout, stderr }) {
    assert.equal(status, 0, stderr);
    return stdout;
}

const ring = (west, south, east, north) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const polygon = (...coordinates) => ({ type: 'Polygon', coordinates });

describe('AskCommand', () => {
    let scratch;
    const path = (name) => join(scratch, name);
    const ask = (...options) => run('ask', path('atlas'), ...options);
    const answer = (...options) => JSON.parse(succeeded(ask(...options)));
    const shape = (name, geometry) => {
        writeFileSync(path(name), JSON.stringify(geometry));
        return path(name);
    };

    before(() => {
        scratch = mkdtempSync(join(tmpdir(), 'dex-ask-'));
        succeeded(run('compile', join(kMini, 'recipe.json'), '--from', kMini, '--out', path('atlas')));
    });
    after(() => rmSync(scratch, { recursive: true, force: true }));

    test('SaysWhatLiesInACircle', () => {
        assert.equal(
            succeeded(ask('--circle', '51.505,-0.035,900')),
            '{"areas":{"chosen":4,"inside":2,"touched":7},"residents":{"chosen":3400,"inside":1500,"touched":6200},' +
                '"codes":["A01","A02","A03","A04"],"highest":{"overall":{"residents":0,"of":3400,"share":0.000000000,"whole":0.215053763},' +
                '"N1":{"residents":0,"of":3400,"share":0.000000000,"whole":0.215053763},' +
                '"N2":{"residents":0,"of":3400,"share":0.000000000,"whole":0.137566138}},"groups":{},"spec":"94ebcf3a9782"}\n',
        );
        assert.deepEqual(answer('--circle', '51.505,-0.035,300').areas, { chosen: 1, inside: 1, touched: 2 }, 'A03 fills the hole of A02');
    });

    test('SaysItInSentences', () => {
        assert.match(
            succeeded(ask('--circle', '51.505,-0.035,900', '--text')),
            /^4 small areas\n2 are wholly inside, and 7 at least partly\.\nAbout 3,400 residents \(1,500 to 6,200\)\nDistrict: North\nWards: Upper Town, Lower Town\n/,
        );
        assert.match(succeeded(ask('--areas', 'A03', '--text')), /^1 small area\n300 residents\nDistrict: North\nWard: Upper Town\n/);
    });

    test('TakesShapesAsPeopleDrawThem', () => {
        const codes = (name, geometry) => answer('--shape', shape(name, geometry)).codes;
        assert.deepEqual(codes('box.geojson', polygon(ring(-0.0501, 51.4999, -0.0399, 51.5101))), ['A01']);
        assert.deepEqual(codes('hole.geojson', polygon(ring(-0.041, 51.499, -0.029, 51.511), ring(-0.0371, 51.5029, -0.0329, 51.5071))), ['A02'], 'without the area in its hole');
        const two = { type: 'MultiPolygon', coordinates: [[ring(-0.0501, 51.4999, -0.0399, 51.5101)], [ring(-0.0371, 51.5029, -0.0329, 51.5071)]] };
        assert.deepEqual(codes('two.geojson', two), ['A01', 'A03']);
        const over = (geometry) => ({ type: 'Feature', properties: {}, geometry });
        const features = { type: 'FeatureCollection', features: [over(polygon(ring(-0.0501, 51.4999, -0.0399, 51.5101))), over(polygon(ring(-0.0501, 51.4999, -0.0299, 51.5101)))] };
        assert.deepEqual(codes('over.geojson', features), ['A01', 'A02', 'A03'], 'shapes that lie over one another count together');
    });

    test('TakesAreasByTheirCodes', () => {
        writeFileSync(path('codes.txt'), 'code\nA03\nW3\n');
        const { codes, areas } = answer('--areas', path('codes.txt'));
        assert.deepEqual(codes, ['A03', 'A10', 'A11', 'A12']);
        assert.deepEqual(areas, { chosen: 4, inside: 4, touched: 4 });
    });

    test('TakesAreasByTheirNamesAndPostcodes', () => {
        const codesOf = (list) => answer('--areas', list).codes;
        assert.deepEqual(codesOf('lower TOWN'), codesOf('W2'));
        assert.deepEqual(codesOf('TN1 1AB; a01,  Lower Town,'), ['A01', 'A03', ...codesOf('W2')]);
        assert.deepEqual(codesOf('tn11aa'), codesOf('A01'));
        writeFileSync(path('mixed.csv'), 'where,people\r\n"Lower Town",3\r\nTN1 1AA,4\r\n,\r\n');
        assert.deepEqual(codesOf(path('mixed.csv')), ['A01', ...codesOf('W2')]);
    });

    test('WritesTheRowsOfItsAreas', () => {
        const rows = succeeded(run('score', path('atlas'))).split('\r\n');
        succeeded(ask('--circle', '51.505,-0.035,900', '--csv', path('rows.csv')));
        assert.equal(readFileSync(path('rows.csv'), 'utf8'), [rows[0], ...rows.slice(1, 5), ''].join('\r\n'));
        assert.ok(JSON.parse(readFileSync(path('rows.csv-metadata.json'), 'utf8')).tableSchema.columns.length > 0);
    });

    test('TakesWeightsFromTheViewAndNothingElse', () => {
        const plain = answer('--areas', 'W3');
        assert.deepEqual(answer('--areas', 'W3', '--view', 'within=ward:W1&place=district:D1&by=ward&classes=quantile.3&compare=ward:W2'), plain);
        assert.notEqual(answer('--areas', 'W3', '--view', 'weights=N1:0').spec, plain.spec);
    });

    test('AnswersWhatAViewSelects', () => {
        const byView = (view) => answer('--view', view);
        assert.deepEqual(byView('circle=51.505,-0.035,900'), answer('--circle', '51.505,-0.035,900'));
        assert.deepEqual(byView('areas=W3,a03'), answer('--areas', 'W3, A03'));
        const box = '51.4999,-0.0501,51.5101,-0.0501,51.5101,-0.0399,51.4999,-0.0399';
        assert.deepEqual(byView(`shape=${box}`).codes, ['A01']);
        assert.deepEqual(byView(`circle=51.505,-0.035,900&shape=~${box}`).codes, ['A02', 'A03', 'A04']);
        assert.deepEqual(byView('circle=51.505,-0.035,900/~51.505,-0.035,300&areas=~A04,A12').codes, ['A01', 'A02', 'A12'], 'first all that adds');
        assert.deepEqual(byView('within=selection&circle=51.505,-0.035,900'), byView('circle=51.505,-0.035,900'));
    });

    test('RanksWithinWhatAViewSelects', () => {
        const rows = (view) => succeeded(run('export', path('atlas'), '--csv', '--view', view));
        const level = 'show=overall&by=small-area';
        const within = `${level}&within=`;
        assert.equal(rows(`${within}selection&areas=W3`), rows(`${within}ward:W3`));
        assert.notEqual(rows(`${within}selection&areas=W3`), rows(level));
        assert.equal(rows(`${level}&areas=W3`), rows(level), 'to select alone changes no rank');
    });

    test('SaysWhatIsWrongAndWhatToWrite', () => {
        const refused = (expected, ...options) => {
            const { status, stdout, stderr } = ask(...options);
            assert.equal(status, 2, stderr);
            assert.equal(stdout, '');
            assert.match(stderr, expected);
        };
        refused(/expected one of --circle, --shape, --areas and --postcode/);
        refused(/expected one of --circle/, '--areas', 'A01', '--circle', '51.505,-0.035,900');
        for (const circle of ['51.505,-0.035', '51.505,-0.035,0', '51.505,-0.035,60001', '51.505,-0.035,1.5', 'nan,0,1', 'here'])
            refused(/--circle: expected latitude, longitude and whole metres up to 60,000, as 51\.474,-0\.069,800, found/, '--circle', circle);
        refused(/--circle: lies nowhere near the map\. Latitude comes first: did you mean 51\.50500,-0\.03500,900\?/, '--circle', '-0.035,51.505,900');
        refused(/--circle: lies nowhere near the map$/m, '--circle', '40,3,900');
        refused(/is it the other way round here\?/, '--shape', shape('swapped.geojson', polygon(ring(51.4999, -0.0501, 51.5101, -0.0399))));
        refused(/shape 1: has no inside/, '--shape', shape('line.geojson', polygon([[-0.05, 51.5], [-0.04, 51.51], [-0.03, 51.52], [-0.05, 51.5]])));
        const corners = Array.from({ length: 20_001 }, (_, i) => [-0.04 + 0.01 * Math.cos(i / 3000), 51.505 + 0.01 * Math.sin(i / 3000)]);
        refused(/has more than 20,000 corners/, '--shape', shape('many.geojson', polygon([...corners, corners[0]])));
        refused(/ogr2ogr -s_srs EPSG:27700 -t_srs EPSG:4326/, '--shape', shape('grid.geojson', polygon(ring(530000, 180000, 531000, 181000))));
        refused(/not a polygon/, '--shape', shape('point.geojson', { type: 'Point', coordinates: [-0.04, 51.5] }));
        refused(/could not be read as a layer/, '--shape', shape('empty.geojson', ''));
        refused(/--areas: no area has the code or the name "E99", it is no postcode, and there is no file of that name/, '--areas', 'E99');
        refused(/--areas: .*TN1 1ZZ/, '--areas', 'A01, TN1 1ZZ');
        refused(/--areas: does not name an area/, '--areas', ' ; ,');
        writeFileSync(path('wrong.csv'), 'code\nA01\nUpper Twon\n');
        refused(/wrong\.csv, line 3: no area has the code or the name "Upper Twon", and it is no postcode/, '--areas', path('wrong.csv'));
        writeFileSync(path('blank.csv'), 'code\n');
        refused(/blank\.csv: does not name an area/, '--areas', path('blank.csv'));
        refused(/--within: means metres around a postcode/, '--areas', 'A01', '--within', '800');
        refused(/--within: expected how many metres around the postcode/, '--postcode', 'ZZ1 1AA');
        refused(/--postcode: .*ZZ9 9ZZ/, '--postcode', 'ZZ9 9ZZ', '--within', '800');
        refused(/--bom/, '--areas', 'A01', '--bom');
        refused(/--view/, '--areas', 'A01', '--view', 'weights=N1:99');
        refused(/expected one of/, '--areas', 'A01', '--view', 'areas=A02');
        refused(/--view: the value of "circle" cannot be read/, '--view', 'circle=51.505,-0.035,0&areas=A01');
        refused(/--view: the atlas has no area, or several, called "E99"/, '--view', 'areas=E99,A01');
        refused(/--view: the atlas has no "selection"/, '--areas', 'A01', '--view', 'within=selection');
    });

    test('AnswersAroundAPostcode', () => {
        const [, first] = readFileSync(join(kMini, 'postcodes.csv'), 'utf8').split(/\r?\n/);
        const { areas, codes } = answer('--postcode', first.split(',')[0].replaceAll('"', ''), '--within', '2000');
        assert.ok(areas.chosen > 0 && codes.length === areas.chosen);
    });
});
