// `dex picture` as people call it: files, their sizes, alt texts and the way back. What others read in them: readers.test.mjs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { which } from '../../tools/run.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const mini = join(root, 'tests', 'data', 'mini');
const london = join(root, 'build', 'atlas');
const skip = existsSync(join(root, 'build', 'faces')) ? false : 'build/faces is made by the build';
const missing = (program) => !which(program) && `${program} is not here`;
let work, atlas;

function run(program, args) {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
}
const dex = (...args) => run(join(root, 'build', 'dex'), args);
const picture = (name, ...args) => dex('picture', atlas, '--date', '2026-11-29', '--out', join(work, name), ...args);
const bytesOf = (name) => readFileSync(join(work, name));

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-picture-'));
    atlas = join(work, 'atlas');
    assert.equal(dex('compile', join(mini, 'recipe.json'), '--from', mini, '--out', atlas).status, 0);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('Picture.IsOfTheSizeThatWasAskedForAndTheSameTwice', { skip }, () => {
    assert.deepEqual(picture('one.png', '--size', '700x500', '--scale', '2'), { status: 0, out: '', err: '' });
    assert.equal(picture('two.png', '--size', '700x500', '--scale', '2').status, 0);
    assert.deepEqual([bytesOf('one.png').readUInt32BE(16), bytesOf('one.png').readUInt32BE(20)], [1400, 1000]);
    assert.ok(bytesOf('one.png').equals(bytesOf('two.png')));
    assert.equal(picture('one.svg').status, 0);
    assert.equal(picture('two.svg').status, 0);
    assert.match(bytesOf('one.svg').toString(), /<svg [^>]*width="1200" height="630"/);
    assert.ok(bytesOf('one.svg').equals(bytesOf('two.svg')));
});

test('Picture.CanDoWithoutNamesAndLegend', { skip }, () => {
    const groupOf = (name, id) => bytesOf(name).toString().match(new RegExp(`<g id="${id}">\n([^]*?)</g>\n(?:<g id|</svg>)`))[1];
    assert.equal(picture('all.svg').status, 0);
    assert.equal(picture('unnamed.svg', '--no-labels').status, 0);
    assert.equal(picture('bare.svg', '--no-labels', '--no-legend').status, 0);
    const isThere = (name) => ['labels', 'legend', 'text'].map((id) => groupOf(name, id) !== '');
    assert.deepEqual(['all.svg', 'unnamed.svg', 'bare.svg'].map(isThere), [[true, true, true], [false, true, true], [false, false, true]]);
});

test('Picture.BringsItsViewBack', { skip }, () => {
    for (const name of ['view.png', 'view.svg']) {
        assert.equal(picture(name, '--view', 'theme=dark').status, 0);
        const read = dex('picture', '--read', join(work, name));
        assert.equal(read.status, 0);
        assert.match(read.out, /^v=1&theme=dark(&spec=[0-9a-f]{12})?\n$/);
    }
    writeFileSync(join(work, 'other.txt'), 'no picture');
    assert.match(dex('picture', '--read', join(work, 'other.txt')).err, /neither a PNG nor an SVG/);
    writeFileSync(join(work, 'cut.png'), bytesOf('view.png').subarray(0, 100));
    assert.equal(dex('picture', '--read', join(work, 'cut.png')).status, 1);
});

test('Picture.OfEachAreaOfTheTopmostLevel', { skip }, () => {
    const { levels } = JSON.parse(dex('check', atlas, '--json').out);
    const top = levels.at(-1).id;
    assert.deepEqual(picture('each', '--each', top, '--size', '640x400'), { status: 0, out: '', err: '' });
    const { pictures } = JSON.parse(readFileSync(join(work, 'each', 'pictures.json'), 'utf8'));
    assert.equal(pictures.length, levels.at(-1).areas);
    assert.deepEqual(readdirSync(join(work, 'each')).sort(), ['pictures.json', ...pictures.map(({ file }) => file)].sort());
    for (const { place, file, view, alt } of pictures) {
        assert.ok([...alt].length <= 150 && alt.includes(place), alt);
        assert.equal(dex('picture', '--read', join(work, 'each', file)).out, `${view}\n`);
    }
    assert.match(picture('x', '--each', 'street').err, new RegExp(top));
});

test('Picture.ForPreviewsIsSmallAndHasTheWhole', { skip }, () => {
    const { levels } = JSON.parse(dex('check', atlas, '--json').out);
    const args = ['--each', levels.at(-1).id, '--whole', '--colours', '16', '--date', 'none'];
    assert.deepEqual(dex('picture', atlas, '--out', join(work, 'previews'), ...args), { status: 0, out: '', err: '' });
    const { pictures } = JSON.parse(readFileSync(join(work, 'previews', 'pictures.json'), 'utf8'));
    assert.deepEqual([pictures.length, pictures[0].file, pictures[0].code, pictures[0].view.includes('place=')], [levels.at(-1).areas + 1, 'whole.png', '', false]);
    for (const { file } of pictures) {
        const bytes = bytesOf(join('previews', file));
        assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]], [1200, 630, 3]);
        assert.ok(!bytes.includes('Made on'));
    }
    assert.match(picture('x.svg', '--colours', '16').err, /--colours: an SVG has/);
    assert.match(picture('x.png', '--whole').err, /--whole: /);
});

// One of five kinds of need would say something else than five.
test('Picture.HasAllNeedsOfACardOrNone', { skip }, () => {
    const boroughs = join(work, 'boroughs');
    assert.equal(dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', boroughs).status, 0);
    const needs = ['Connectivity', 'Affordability', 'Skills and language', 'Accessibility and health', 'Confidence and habit'];
    const seen = new Set();
    for (const size of ['social', 'slide', 'square', 'a4-landscape', '700x420', '1300x700', '600x900']) {
        const { status, err } = dex('picture', boroughs, '--view', 'area=borough:E09000028', '--card', '--size', size, '--out', join(work, 'card.svg'));
        assert.equal(status, 0, err);
        const svg = bytesOf('card.svg').toString();
        const shown = needs.filter((need) => svg.includes(`>${need}</text>`)).length;
        assert.ok(shown === 0 || shown === needs.length, `${size}: ${shown}`);
        assert.equal(svg.includes('>Kinds of need</text>'), shown > 0, size);
        seen.add(shown);
    }
    assert.equal(seen.size, 2);
});

test('Picture.SaysWhatIsAskedWrongly', { skip }, () => {
    for (const [args, sentence] of [
        [['--size', 'letter'], /--size: expected social/],
        [['--size', '8000x8000', '--scale', '2'], /--scale: .*--format svg/],
        [['--format', 'gif'], /--format: expected png or svg/],
        [['--theme', 'sepia'], /--theme: expected light, dark or grey/],
        [['--date', '2026-02-30'], /--date: expected a day as YYYY-MM-DD, or none/],
        [['--outlines'], /--outlines: .*--format svg/],
        [['--format', 'svg', '--scale', '2'], /--scale: an SVG is drawn as finely/],
        [['--card'], /--card: the view selects no area/],
        [['--view', 'area=nowhere:X1'], /--view: .*nowhere:X1/],
        [['--view', 'show=happiness'], /--view: .*happiness/],
        [['--view', 'classes=sideways'], /--view: .*classes/],
        [['--view', 'by=parish'], /--view: .*parish/],
        [['--address', 'https://x.example/#y'], /--address: .*without #/],
    ]) {
        const { status, err } = dex('picture', atlas, '--out', join(work, 'x.png'), ...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(err, sentence);
    }
    assert.equal(picture('x.png', '--format', 'swg', '--outlines').err.split('\n').length, 2, 'one mistake, one sentence');
    assert.equal(dex('picture', atlas).status, 2);
    assert.equal(dex('picture').status, 2);
    const faceless = picture('x.png', '--faces', work);
    assert.equal(faceless.status, 1);
    assert.match(faceless.err, /--faces: expected a folder/);
    assert.match(picture(join('nowhere', 'x.png')).err, /could not be written/);
});

// Red, green and blue of each pixel, as GDAL reads them.
function pixelsOf(name) {
    const raw = join(work, `${name}.raw`);
    const bands = bytesOf(name)[25] === 3 ? ['-expand', 'rgb'] : ['-b', '1', '-b', '2', '-b', '3'];
    assert.equal(run('gdal_translate', ['-q', '-of', 'ENVI', ...bands, join(work, name), raw]).status, 0);
    return readFileSync(raw);
}

// libpng at zlib's level 6, with its own choice of filters and with a palette where ours has one: GDAL writes PNG with it. Ours
// holds its texts besides.
test('Picture.IsAtMostATenthLargerThanLibpngsOfTheSamePixels', { skip: skip || missing('gdal_translate') }, () => {
    const boroughs = join(work, 'packed-boroughs');
    assert.equal(dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', boroughs).status, 0);
    for (const of of existsSync(join(london, 'atlas.json')) ? [boroughs, london] : [boroughs]) {
        for (const args of [
            ['--size', 'social'],
            ['--size', 'social', '--theme', 'grey'],
            ['--size', 'social', '--colours', '16'],
            ['--size', 'slide', '--scale', '2'],
            ['--size', 'a4-portrait'],
        ]) {
            const [ours, theirs] = ['ours.png', 'theirs.png'].map((name) => join(work, name));
            assert.deepEqual(dex('picture', of, ...args, '--out', ours), { status: 0, out: '', err: '' });
            assert.equal(run('gdal_translate', ['-q', '-of', 'PNG', '-co', 'ZLEVEL=6', ours, theirs]).status, 0);
            assert.deepEqual(pixelsOf('ours.png'), pixelsOf('theirs.png'));
            const [size, most] = [bytesOf('ours.png').length, 1.1 * bytesOf('theirs.png').length];
            assert.ok(size <= most, `${args.join(' ')}: ${size} bytes, at most ${Math.floor(most)}`);
        }
    }
});

// What librsvg makes of shapes is close to what we draw ourselves. What it makes of text would depend on its faces.
test('Picture.HasLettersAsShapesThatLookLikeOurs', { skip: skip || missing('rsvg-convert') || missing('gdal_translate') }, () => {
    const args = ['--size', '700x500', '--view', 'theme=dark'];
    assert.equal(picture('ours.png', ...args).status, 0);
    const ours = pixelsOf('ours.png');
    const differenceOf = (name) => {
        assert.deepEqual(run('rsvg-convert', [join(work, `${name}.svg`), '-o', join(work, `${name}.png`)]), { status: 0, out: '', err: '' });
        const theirs = pixelsOf(`${name}.png`);
        assert.equal(theirs.length, ours.length);
        return ours.reduce((sum, value, i) => sum + Math.abs(value - theirs[i]), 0) / ours.length;
    };
    assert.equal(picture('shapes.svg', '--outlines', ...args).status, 0);
    const shapes = bytesOf('shapes.svg').toString();
    assert.ok(!shapes.includes('<text'));
    assert.match(shapes, /<g aria-label="No data">/);
    writeFileSync(join(work, 'wordless.svg'), shapes.replace(/<g aria-label=[^]*?<\/g>/g, ''));
    assert.ok(differenceOf('shapes') < differenceOf('wordless') / 3, `${differenceOf('shapes')} ${differenceOf('wordless')}`);
});

test('Picture.OfLondonIsASvgThatCanBeSent', { skip: skip || (existsSync(join(london, 'atlas.json')) ? false : 'build/atlas is made by the build') }, () => {
    const { status, err } = dex('picture', london, '--view', 'by=small-area', '--size', 'a4-portrait', '--out', join(work, 'london.svg'));
    if (status === 2 && /small-area/.test(err)) return; // The embedded boroughs.
    assert.equal(status, 0, err);
    assert.ok(bytesOf('london.svg').length <= 1.5e6);
    assert.ok(gzipSync(bytesOf('london.svg')).length <= 400e3);
});

// In so much memory that the program starts and no more: a picture of 64 million pixels is not drawn in what is left.
test('Picture.EndsWithASentenceWhereMemoryRunsOut', { skip }, () => {
    const within = (kb, ...args) => run('sh', ['-c', 'ulimit -v "$1" && shift && exec "$@"', 'sh', String(kb), join(root, 'build', 'dex'), ...args]);
    let kb = 32_000;
    while (within(kb, '--help').status !== 0) kb += 8_000;
    const large = ['picture', atlas, '--size', '8000x8000', '--faces', join(root, 'build', 'faces'), '--out', join(work, 'large.png')];
    assert.deepEqual(within(kb, ...large), { status: 1, out: '', err: 'dex: there is not enough memory, so this was not finished\n' });
    assert.ok(!existsSync(join(work, 'large.png')));
});
