// `dex venues`: on a made-up town as people and scripts meet it, and over London against a second computation.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dataFolder } from './oracle.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const mini = join(root, 'tests', 'data', 'mini');
let work;

const dex = (...args) => {
    const { status, stdout, stderr } = spawnSync(join(root, 'build', 'dex'), args, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28 });
    return { status, out: stdout, err: stderr };
};
const answer = (...args) => {
    const { status, out, err } = dex('venues', ...args);
    assert.equal(status, 0, err);
    return JSON.parse(out);
};

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-venues-'));
});
after(() => rmSync(work, { recursive: true, force: true }));

describe('VenuesCommand', () => {
    before(() => {
        assert.equal(dex('compile', join(mini, 'recipe.json'), '--from', mini, '--out', 'town').status, 0);
    });

    test('PrintsTheNearestOfEachKind', () => {
        const { status, out, err } = dex('venues', 'town', '--nearest', 'A08');
        assert.equal(status, 0);
        assert.equal(
            out,
            '[{"kind":"library","name":"Hill Library","metres":694.2,"minutes":10},{"kind":"hub","name":"Quay Hub","metres":1112.6},' +
                '{"kind":"tablets","name":"Tablets to borrow, Farm","metres":1138.8}]\n',
        );
        // Minutes are other people's, and are never shown without saying so.
        assert.equal(err, 'dex: minutes on foot: © Walkers of no town (ODbL 1.0)\n');
        assert.deepEqual(answer('town', '--nearest', 'A04', '--kind', 'library'), [{ kind: 'library', name: 'Hill Library', metres: 1112.6 }]);
        // In the hole of one catchment, and in a wider one of the same library.
        assert.equal(answer('town', '--nearest', 'A10', '--kind', 'library')[0].minutes, 15);
    });

    test('TakesAPlaceAsLatitudeAndLongitude', () => {
        // No catchment is known there: only areas have minutes.
        assert.deepEqual(answer('town', '--nearest', '51.505,-0.045', '--kind', 'library'), [{ kind: 'library', name: 'Town Library', metres: 0 }]);
        const swapped = dex('venues', 'town', '--nearest', '-0.045,51.505');
        assert.equal(swapped.status, 2);
        assert.match(swapped.err, /"-0\.045,51\.505" lies outside the map, which reaches from 51\..*\. Latitude comes first: 51\.505,-0\.045\n$/);
        const far = dex('venues', 'town', '--nearest', '40,3');
        assert.equal(far.status, 2);
        assert.doesNotMatch(far.err, /comes first/);
    });

    test('PrintsWhatIsOutOfReach', () => {
        const far = answer('town', '--gaps', '--within', '700', '--kind', 'library');
        assert.deepEqual(Object.keys(far), ['areas', 'residents', 'codes', 'next']);
        assert.equal(far.areas, far.codes.length);
        assert.deepEqual([...far.codes].sort(), ['A02', 'A04', 'A05', 'A06', 'A07', 'A11', 'A12']);
        assert.equal(far.residents, 1200 + 900 + 1100 + 150 + 800 + 1300);
        assert.deepEqual(far.next, []);
        const minutes = answer('town', '--gaps', '--minutes', '10', '--kind', 'library');
        assert.deepEqual([...minutes.codes].sort(), ['A04', 'A05', 'A06', 'A10', 'A11', 'A12']);
        assert.deepEqual(answer('town', '--gaps', '--minutes', '10', '--place', 'D2').codes.sort(), ['A10', 'A11', 'A12']);
        // The place of a view is its own, unless another is named.
        assert.deepEqual(answer('town', '--gaps', '--minutes', '10', '--view', 'place=district:D2&show=C.score').codes.filter((code) => code < 'A10'), []);
    });

    test('RefusesWhatMeansNothingAndSaysWhatWasExpected', () => {
        const wrong = [
            [[], /expected either --nearest CODE\|LAT,LON or --gaps/],
            [['--nearest', 'A01', '--gaps'], /expected either --nearest/],
            [['--nearest', 'Q99'], /--nearest: expected the code of a small area, or a latitude and a longitude.*found "Q99"/],
            [['--nearest', 'W1'], /--nearest: "W1" is the code of a ward, which has no point/],
            [['--nearest', '51.5,west'], /--nearest: expected the code of a small area, or a latitude.*found "51\.5,west"/],
            [['--nearest', 'A01', '--within', '800'], /--within: it goes with --gaps/],
            [['--nearest', 'A01', '--kind', 'bank'], /--kind: there is no kind "bank"\. The atlas has library, hub, tablets/],
            [['--gaps'], /--gaps: expected either --within METRES or --minutes MINUTES/],
            [['--gaps', '--within', '800', '--minutes', '10'], /--gaps: expected either/],
            [['--gaps', '--within', 'near'], /--within: expected metres, a whole number from 1 to 100,000, found "near"/],
            [['--gaps', '--within', '0'], /found "0"/],
            [['--gaps', '--within', '12.5'], /found "12\.5"/],
            [['--gaps', '--minutes', '7'], /--minutes: expected one of the published minutes, 5, 10, 15, found "7"/],
            [['--gaps', '--minutes', '10', '--kind', 'hub'], /--minutes: the atlas has no minutes on foot to these places/],
            [['--gaps', '--minutes', '10', '--next', '3'], /--next: it is counted in metres\. Ask for --within METRES/],
            [['--gaps', '--within', '800', '--next', '11'], /--next: expected how many spots, a whole number from 1 to 10, found "11"/],
            [['--gaps', '--within', '800', '--place', 'Q1'], /--place: no area has the code "Q1"/],
            [['--gaps', '--within', '800', '--view', 'show=N9'], /--view: the atlas has no "N9"/],
            [['--gaps', '--within', '800', '--kind', 'library,bank'], /no kind "bank"/],
        ];
        for (const [args, said] of wrong) {
            const { status, out, err } = dex('venues', 'town', ...args);
            assert.equal(status, 2, args.join(' '));
            assert.equal(out, '');
            assert.match(err, said);
        }
        const nowhere = dex('venues', 'nowhere', '--nearest', 'A01');
        assert.equal(nowhere.status, 1);
        assert.match(nowhere.err, /nowhere/);
    });

    test('SaysThatAnAtlasHasNoPlaces', () => {
        assert.equal(dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', 'boroughs').status, 0);
        const { status, err } = dex('venues', 'boroughs', '--nearest', 'E09000028');
        assert.equal(status, 1);
        assert.match(err, /the atlas has no places that help/);
    });

    test('SaysThatAMeasureHasNoHighestClass', () => {
        const { status, err } = dex('venues', 'town', '--gaps', '--within', '700', '--view', 'show=standout');
        assert.equal(status, 0);
        assert.match(err, /the view has no highest class, so that of the overall score is used/);
    });

    test('WritesTheRowsWithMinutesOnlyWhereTheyWereAskedFor', () => {
        const far = answer('town', '--gaps', '--within', '700', '--kind', 'library', '--csv', 'far.csv');
        const lines = readFileSync(join(work, 'far.csv'), 'utf8').split('\r\n').slice(0, -1);
        assert.equal(lines[0], 'code,name,residents,nearest,kind,metres');
        assert.deepEqual(lines.slice(1).map((line) => line.split(',')[0]), far.codes);
        assert.doesNotMatch(readFileSync(join(work, 'far.csv-metadata.json'), 'utf8'), /Walkers/);
        answer('town', '--gaps', '--minutes', '10', '--csv', 'slow.csv');
        assert.match(readFileSync(join(work, 'slow.csv'), 'utf8'), /^code,name,residents,nearest,kind,metres,minutes\r\n/);
        const about = JSON.parse(readFileSync(join(work, 'slow.csv-metadata.json'), 'utf8'));
        assert.ok(about['dc:source'].some((one) => one['dc:license'] === 'ODbL 1.0' && one['dc:rights'] === '© Walkers of no town'));
        const nowhere = dex('venues', 'town', '--gaps', '--within', '700', '--csv', 'none/far.csv');
        assert.equal(nowhere.status, 1);
        assert.match(nowhere.err, /none\/far\.csv: could not be written/);
    });

    test('IsCheckedWithTheRestOfTheAtlas', () => {
        const { status, out } = dex('check', 'town');
        assert.equal(status, 0);
        assert.match(out, /Places that help\n +2 {2}libraries\n +2 {2}hubs\n +2 {2}places that lend tablets\n +7 {2}areas within 15 minutes on foot \(Catchments made by hand, ODbL 1\.0\)/);
        assert.match(out, /Points of areas\n +10 {2}published: Nobody, Made by hand for tests\n +2 {2}inside their areas/);
    });

    test('LeavesMinutesOutOfWhatIsPublished', () => {
        assert.equal(dex('publish', 'town', '--address', 'https://maps.example.org/', '--out', 'data').status, 0);
        for (const file of readdirSync(join(work, 'data'), { recursive: true }).map(String)) {
            // The recipe names its sources; it has no figures.
            if (file === 'recipe.json' || !/\.\w+$/.test(file)) continue;
            assert.doesNotMatch(readFileSync(join(work, 'data', file), 'utf8'), /Walkers|minutes/i, file);
        }
    });
});

const folder = dataFolder();
describe('LondonVenues', { skip: folder && existsSync(join(folder, 'context')) ? false : 'the published files are missing' }, () => {
    let oracle;
    // All boroughs and London, near and far, all areas and those of the highest class: twenty questions.
    const questions = [
        ...[400, 800, 1000, 1500].flatMap((metres) => [false, true].map((isHighest) => ({ metres, isHighest }))),
        ...[5, 10, 20, 30].flatMap((minutes) => [false, true].map((isHighest) => ({ minutes, isHighest }))),
        { metres: 800, isHighest: true, next: 10 },
        { metres: 800, isHighest: false, borough: 'E09000028', next: 3 },
        { metres: 600, isHighest: true, borough: 'E09000002', next: 5 },
        { minutes: 15, isHighest: true, borough: 'E09000006' },
    ];
    const ask = ({ metres, minutes, isHighest, borough, next }) =>
        answer('london', '--gaps', ...(metres ? ['--within', `${metres}`] : ['--minutes', `${minutes}`]), ...(isHighest ? ['--view', 'show=overall'] : []), ...(borough ? ['--place', borough] : []), ...(next ? ['--next', `${next}`] : []));

    before(() => {
        assert.equal(dex('compile', join(root, 'data', 'recipes', 'london.json'), '--from', folder, '--out', 'london').status, 0);
        // Scores are worked out a second time in scores.test.mjs; the highest fifth by rank is worked out here.
        const lines = dex('score', 'london', '--exact').out.split('\r\n').slice(0, -1);
        const header = lines.shift().split(',');
        const scored = lines.map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).map((field) => field.replace(/,$/, '')))
            .map((fields) => ({ code: fields[0], overall: Number(fields[header.indexOf('overall')]) }));
        const sorted = scored.map(({ overall }) => overall).sort((a, b) => a - b);
        const average = (value) => (sorted.indexOf(value) + 1 + sorted.lastIndexOf(value) + 1) / 2;
        const highest = scored.filter(({ overall }) => Math.floor((5 * (average(overall) - 0.5)) / scored.length) === 4).map(({ code }) => code);
        const scores = Object.fromEntries(scored.map(({ code, overall }) => [code, Math.round(overall * 1e9)]));
        const input = JSON.stringify({ highest, scores, questions });
        oracle = JSON.parse(execFileSync('python3', [join(import.meta.dirname, 'venues_oracle.py'), folder], { input, encoding: 'utf8', maxBuffer: 1 << 28 }));
    });

    test('TakesTheOpenLibrariesAndTheirCatchments', () => {
        const { out } = dex('check', 'london');
        assert.match(out, /\n +340 {2}libraries\n/);
        assert.match(out, /4,994 {2}published: Office for National Statistics/);
    });

    test('FindsTheNearestLibraryOfEveryArea', () => {
        // Everybody is further than 1 m from a library, so the table has all areas.
        answer('london', '--gaps', '--within', '1', '--csv', 'all.csv');
        const lines = readFileSync(join(work, 'all.csv'), 'utf8').split('\r\n').slice(1, -1);
        assert.equal(lines.length, 4994);
        for (const line of lines) {
            const fields = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).map((field) => field.replace(/,$/, '').replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
            const own = oracle.nearest[fields[0]];
            assert.deepEqual([fields[3], Number(fields[5])], [own.name, own.metres], fields[0]);
        }
    });

    test('KnowsThePublishedMinutesOfEveryArea', () => {
        answer('london', '--gaps', '--minutes', '5', '--csv', 'slow.csv');
        const slow = new Map(readFileSync(join(work, 'slow.csv'), 'utf8').split('\r\n').slice(1, -1).map((line) => [line.split(',')[0], line.split(',').at(-1)]));
        for (const [code, { minutes }] of Object.entries(oracle.nearest)) {
            if (minutes === 5) assert.ok(!slow.has(code), code);
            else assert.equal(slow.get(code), minutes === null ? '' : `${minutes}`, code);
        }
        const [code] = Object.entries(oracle.nearest).find(([, { minutes }]) => minutes === 20);
        assert.equal(answer('london', '--nearest', code)[0].minutes, 20);
    });

    test('AnswersTwentyQuestionsAsASecondComputationDoes', () => {
        assert.equal(questions.length, 20);
        questions.forEach((question, at) => {
            const found = ask(question);
            const expected = oracle.answers[at];
            const what = JSON.stringify(question);
            assert.deepEqual([...found.codes].sort(), expected.codes, what);
            assert.equal(found.areas, expected.codes.length, what);
            assert.equal(found.residents, expected.residents, what);
            assert.deepEqual(found.next, expected.next, what);
        });
    });

    test('ListsTheHighestScoresFirst', () => {
        const { codes } = ask({ metres: 1000, isHighest: true });
        const scores = new Map(dex('score', 'london', '--exact').out.split('\r\n').slice(1, -1).map((line) => [line.split(',')[0], Number(line.match(/,(\d+\.\d+|\d+),\d+,4994,/)[1])]));
        for (let i = 1; i < codes.length; ++i) assert.ok(scores.get(codes[i - 1]) >= scores.get(codes[i]));
    });
});
