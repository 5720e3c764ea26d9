// `dex score` and `dex recipe` as a person at a command line meets them, on the embedded boroughs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

const kRepository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const kRecipe = join(kRepository, 'data/recipes/london-boroughs.json');

describe('ScoreCommand', () => {
    let scratch;
    const path = (name) => join(scratch, name);
    const dex = (command, ...options) => spawnSync(join(kRepository, 'build/dex'), [command, ...options], { encoding: 'utf8' });
    const score = (...options) => dex('score', path('atlas'), ...options);

    before(() => {
        scratch = mkdtempSync(join(tmpdir(), 'dex-score-'));
        const made = dex('compile', kRecipe, '--out', path('atlas'));
        assert.equal(made.status, 0, made.stderr);
    });
    after(() => rmSync(scratch, { recursive: true, force: true }));

    test('WritesARowAnAreaBelowAHeaderWithEveryFigure', () => {
        const { status, stdout } = score();
        assert.equal(status, 0);
        const lines = stdout.split('\r\n');
        const ids = JSON.parse(readFileSync(kRecipe, 'utf8')).indicators.flatMap(({ id }) => [id, `${id}.unit`, `${id}.state`]);
        const first = 'code,name,borough.code,borough,overall,rank,n,band,coverage,dominant,N1,N2,N3,N4,N5';
        assert.equal(lines[0], [first, ...ids].join());
        assert.equal(lines.length, 1 + 33 + 1);
        assert.ok(lines.slice(1, -1).every((line) => /^E09\d{6},/.test(line)));
        assert.match(stdout, /,\d+\.\d{6},\d+,33,\d+,1\.000000,/);
    });

    test('WritesTheSameNumbersExactlyWhenAsked', () => {
        const rough = score().stdout.split('\r\n').map((line) => line.split(','));
        const exact = score('--exact').stdout.split('\r\n').map((line) => line.split(','));
        for (let i = 1; i < 34; ++i) assert.equal(Number(exact[i][4]).toFixed(6), rough[i][4]);
        assert.ok(exact.slice(1, 34).some((fields) => fields[4].length > 9));
    });

    test('PutsWhatTheFiguresAreBesideTheFile', () => {
        const { status, stdout } = score('--csv', path('scores.csv'), '--stability', '20', '--scope', 'E09000028');
        assert.equal(status, 0);
        assert.equal(stdout, '');
        assert.match(readFileSync(path('scores.csv'), 'utf8'), /^code,.*stability\.low,stability\.high\r\nE09000028,Southwark,E09000028,Southwark,5\.000000,1,1,6,.*,6,6\r\n$/);
        const about = JSON.parse(readFileSync(path('scores.csv.meta.json'), 'utf8'));
        assert.match(about.spec, /^[0-9a-f]{12}$/);
        assert.deepEqual(about.scope, ['E09000028']);
        assert.equal(about.stability.generator, 'SplitMix64');
        assert.ok(about.sources.every(({ licence, attribution, date }) => licence && attribution && date));
        score('--csv', path('all.csv'));
        assert.notEqual(JSON.parse(readFileSync(path('all.csv.meta.json'), 'utf8')).spec, about.spec);
    });

    test('ComparesASelectionAlone', () => {
        writeFileSync(path('codes.txt'), 'code\nE09000001\nE09000033\n\nE09000002\n');
        const rows = score('--scope', path('codes.txt')).stdout.split('\r\n').slice(1, -1);
        assert.deepEqual(rows.map((row) => row.split(',')[0]), ['E09000001', 'E09000002', 'E09000033']);
        assert.ok(rows.every((row) => row.includes(',3,')));
    });

    test('SaysWhichAreaThatIsNamedLiesOutOfScope', () => {
        const none = score('--scope', 'E09000028', '--only', 'E09000001');
        assert.deepEqual([none.status, none.stdout], [2, '']);
        assert.match(none.stderr, /--only: "borough:E09000001" gets no row: it does not lie wholly inside the scope/);
        const some = score('--scope', 'E09000028', '--only', 'E09000001,E09000028');
        assert.equal(some.status, 0);
        assert.match(some.stdout, /\r\nE09000028,[^\n]*\n$/);
        assert.match(some.stderr, /^dex: --only: "borough:E09000001" gets no row[^\n]*\n$/);
    });

    test('SaysSoWhereAllWeightsAreZero', () => {
        const { status, stdout, stderr } = score('--weights', 'N1=0,N2=0,N3=0,N4=0,N5=0');
        assert.equal(status, 0);
        assert.match(stderr, /all weights are 0/);
        assert.match(stdout, /\r\nE09000001,City of London,E09000001,City of London,,,0,,0\.000000,,/);
    });

    test('AnswersAWrongQuestionWithTwoAndWhatWasExpected', () => {
        const asked = [
            [['--level', 'ward'], /--level: there is no level "ward"\. The atlas has borough/],
            [['--method', 'mean'], /--method: expected rank, min-max, winsorised or iod, found "mean"/],
            [['--weights', 'N7=1'], /--weights: expected the id of a need or of one of its indicators, found "N7"/],
            [['--weights', 'N1=11'], /--weights: expected a whole number from 0 to 10 for N1, found "11"/],
            [['--weights', 'N1'], /--weights: expected a whole number from 0 to 10 for N1, found ""/],
            [['--scope', 'E09000099'], /--scope: expected the code of an area or a file of codes, found "E09000099"/],
            [['--stability', '0'], /--stability/],
        ];
        for (const [options, said] of asked) {
            const { status, stderr, stdout } = score(...options);
            assert.equal(status, 2, options.join(' '));
            assert.match(stderr, said);
            assert.equal(stdout, '');
        }
        writeFileSync(path('wrong.txt'), 'E09000001\nE09000077\n');
        const { status, stderr } = score('--scope', path('wrong.txt'));
        assert.equal(status, 2);
        assert.match(stderr, /wrong\.txt, line 2: no area has the code "E09000077"/);
    });

    test('FailsWithOneWhereTheAtlasOrTheFileCannotBeHad', () => {
        assert.equal(dex('score', path('nowhere')).status, 1);
        const { status, stderr } = score('--csv', path('no/such/folder.csv'));
        assert.equal(status, 1);
        assert.match(stderr, /could not be written/);
        assert.ok(!existsSync(path('no')));
    });

    test('ExplainsAnAreaInSumsThatHold', () => {
        for (const method of ['rank', 'minmax', 'winsorised', 'iod']) {
            const { status, stdout, stderr } = dex('explain', path('atlas'), 'E09000028', '--method', method, '--weights', 'N4.illness=0');
            assert.equal(status, 0, stderr);
            assert.match(stdout, /^Southwark\n/);
            assert.match(stdout, /spec [0-9a-f]{12}\n/);
            const sums = [...stdout.matchAll(/(?:[sT]|N\d) = (.*) = ([\d.e-]+)$/gm)];
            assert.ok(sums.length >= 6, stdout);
            for (const [line, sum, value] of sums) {
                const spelt = sum.replaceAll('·', '*').replaceAll('−', '-').replace('ln(', 'Math.log(').replace('e^(-100/23)', 'Math.exp(-100/23)');
                const before = stdout.slice(0, stdout.indexOf(line)).split('\n').at(-2);
                const [, r, n] = /r = ([\d.]+) of n = (\d+)$/.exec(before) ?? [];
                const computed = runInNewContext(spelt, { Math, r: Number(r), n: Number(n) });
                assert.ok(Math.abs(computed - Number(value)) <= 1e-9, `${line}: ${computed}`);
            }
            const row = score('--exact', '--method', method, '--weights', 'N4.illness=0').stdout.split('\r\n').find((each) => each.startsWith('E09000028'));
            assert.ok(stdout.includes(`= ${row.split(',')[4]}\n`));
        }
        assert.equal(dex('explain', path('atlas'), 'E09000099').status, 2);
        assert.equal(dex('explain', path('atlas'), 'E09000028', '--scope', 'E09000001').status, 2);
    });

    test('PrintsTheRecipeThatIsInside', () => {
        const { status, stdout } = dex('recipe', path('atlas'));
        assert.equal(status, 0);
        const { $schema, ...recipe } = JSON.parse(readFileSync(kRecipe, 'utf8'));
        assert.ok($schema);
        assert.deepEqual(JSON.parse(stdout), recipe);
    });
});
