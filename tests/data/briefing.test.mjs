// `dex briefing` as people call it: a page that can be printed and sent, in which no name does anything.

import { Parser } from 'htmlparser2';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..');
const mini = join(root, 'tests', 'data', 'mini');
const skip = existsSync(join(root, 'build', 'faces')) ? false : 'build/faces is made by the build';
const kHostile = '</title><script>alert(1)</script><img src=x onerror=alert(1) style=color:red>';
let work, boroughs, strange, town;

const dex = (...args) => {
    const { status, stdout, stderr } = spawnSync(join(root, 'build', 'dex'), args, { encoding: 'utf8', cwd: work });
    return { status, out: stdout, err: stderr };
};
const briefing = (atlas, name, ...args) => dex('briefing', atlas, '--date', '2026-11-29', '--out', name, ...args);
const read = (name) => readFileSync(join(work, name), 'utf8');

// Elements in order, as { name, attributes, text }: what a browser makes of the page.
function elementsOf(html) {
    const all = [], open = [];
    const parser = new Parser({
        onopentag: (name, attributes) => open.push(all[all.push({ name, attributes, text: '' }) - 1]),
        ontext: (text) => open.forEach((element) => (element.text += text)),
        onclosetag: () => open.pop(),
    });
    parser.end(html);
    return all;
}

before(() => {
    work = mkdtempSync(join(tmpdir(), 'dex-briefing-'));
    boroughs = join(work, 'boroughs');
    assert.equal(dex('compile', join(root, 'data', 'recipes', 'london-boroughs.json'), '--out', boroughs).status, 0);
    town = join(work, 'town');
    assert.equal(dex('compile', join(mini, 'recipe.json'), '--from', mini, '--out', town).status, 0);
    const tables = join(work, 'tables');
    cpSync(mini, tables, { recursive: true });
    const recipe = readFileSync(join(mini, 'recipe.json'), 'utf8');
    const named = recipe
        .replace('"label": "{ward} ({published})"', `"label": ${JSON.stringify(`{ward} ${kHostile}`)}`)
        .replace('"title": "A made-up town"', `"title": ${JSON.stringify(kHostile)}`)
        .replace('"attribution": "Made by hand."', `"attribution": ${JSON.stringify(kHostile)}`);
    assert.equal(named.split('onerror').length, 4);
    writeFileSync(join(tables, 'recipe.json'), named);
    strange = join(work, 'strange');
    assert.equal(dex('compile', join(tables, 'recipe.json'), '--from', tables, '--out', strange).status, 0);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('Briefing.IsAPageWithHeadingsTablesAndTextForItsPictures', { skip }, () => {
    assert.deepEqual(briefing(boroughs, 'one.html', '--area', 'E09000028', '--address', 'https://maps.example.org/'), { status: 0, out: '', err: '' });
    const all = elementsOf(read('one.html'));
    const called = (name) => all.filter((element) => element.name === name);
    assert.equal(called('html')[0].attributes.lang, 'en');
    assert.match(called('title')[0].text, /^Southwark: /);
    assert.deepEqual(called('h1').map(({ text }) => text), ['Southwark']);
    assert.ok(called('h2').length >= 5 && called('h2').every(({ text }) => text));
    assert.ok(called('table').length >= 3);
    assert.ok(called('th').every(({ attributes, text }) => /^(col|row)$/.test(attributes.scope) && text));
    for (const { attributes } of called('svg')) assert.ok(attributes['aria-hidden'] === 'true' || (attributes.role === 'img' && attributes['aria-label']));
    const [link] = called('a');
    assert.match(link.attributes.href, /^https:\/\/maps\.example\.org\/#v=1&.*area=borough:E09000028/);
    assert.match(read('one.html'), /Made on 29 November 2026\. Method and figures: [0-9a-f]{12}\./);
    // The same twice.
    briefing(boroughs, 'two.html', '--area', 'E09000028', '--address', 'https://maps.example.org/');
    assert.equal(read('two.html'), read('one.html'));
});

// All but the style and the map, which other tests hold. DEX_UPDATE_GOLDENS=1 stores them again.
test('Briefing.SaysWhatItHasAlwaysSaid', { skip }, () => {
    for (const [name, atlas, ...about] of [
        ['borough', boroughs, '--area', 'E09000028'],
        ['small-area', town, '--area', 'A05'],
        ['ward', town, '--area', 'W1'],
        ['compared', town, '--compared', '--view', 'compare=ward:W1,ward:W2'],
    ]) {
        const golden = join(import.meta.dirname, 'golden', `briefing-${name}.html`);
        assert.deepEqual(briefing(atlas, 'golden.html', ...about, '--address', 'https://maps.example.org/'), { status: 0, out: '', err: '' });
        const words = read('golden.html')
            .replace(/<style>[^<]*<\/style>\n?/, '')
            .replace(/sha256-[^']*/, 'sha256-')
            .replace(/<svg viewBox="0 0 352[\s\S]*?<\/svg>\n/, '');
        if (process.env.DEX_UPDATE_GOLDENS) writeFileSync(golden, words);
        assert.equal(words, readFileSync(golden, 'utf8'), name);
    }
});

test('Briefing.TakesWeightsOfAViewAndNothingElse', { skip }, () => {
    const page = (view) => {
        briefing(boroughs, 'view.html', '--area', 'E09000028', '--view', view);
        return read('view.html');
    };
    assert.equal(page('show=N2&theme=dark&area=borough:E09000001&at=51.5,0,12'), page(''));
    assert.notEqual(page('weights=N1:9'), page(''));
});

test('Briefing.RunsNothingAndAsksForNothing', { skip }, () => {
    const { levels } = JSON.parse(dex('check', strange, '--json').out);
    assert.deepEqual(briefing(strange, 'each', '--each', levels[0].id), { status: 0, out: '', err: '' });
    const files = readdirSync(join(work, 'each'));
    assert.equal(files.length, levels[0].areas);
    for (const file of files) {
        const html = read(join('each', file));
        const all = elementsOf(html);
        assert.deepEqual(all.filter(({ name }) => /^(script|img|link|iframe|object|base|form)$/.test(name)), [], file);
        for (const { attributes } of all) assert.deepEqual(Object.keys(attributes).filter((name) => /^(on.*|style|src|xlink:href)$/.test(name)), []);
        const [style, ...more] = all.filter(({ name }) => name === 'style');
        assert.deepEqual(more, []);
        const hash = createHash('sha256').update(style.text).digest('base64');
        const policy = all.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy').attributes.content;
        assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
        assert.ok(all.find(({ name }) => name === 'h1').text.includes('<script>alert(1)</script>'));
    }
});

test('Briefing.LeadsOnlyToPages', { skip }, () => {
    assert.equal(briefing(boroughs, 'odd.html', '--area', 'E09000001', '--address', 'javascript:alert(1)').status, 0);
    assert.deepEqual(elementsOf(read('odd.html')).filter(({ name }) => name === 'a'), []);
});

// What a page of a comparison has to be, whatever it compares.
function assertSound(html) {
    const all = elementsOf(html);
    const called = (name) => all.filter((element) => element.name === name);
    assert.deepEqual(all.filter(({ name }) => /^(script|img|link|iframe|object|base|form)$/.test(name)), []);
    for (const { attributes } of all) assert.deepEqual(Object.keys(attributes).filter((name) => /^(on.*|style|src|xlink:href)$/.test(name)), []);
    const [style, ...more] = called('style');
    assert.deepEqual(more, []);
    const policy = all.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy').attributes.content;
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style.text).digest('base64')}'; base-uri 'none'; form-action 'none'`);
    assert.equal(called('h1').length, 1);
    assert.ok(called('h2').length >= 3 && called('h2').every(({ text }) => text));
    assert.ok(called('th').every(({ attributes, text }) => /^(col|row|rowgroup)$/.test(attributes.scope) && text));
    for (const { attributes } of called('svg')) assert.ok(attributes['aria-hidden'] === 'true' || (attributes.role === 'img' && attributes['aria-label']));
    return called;
}

test('Briefing.OfAComparisonHasItsColumnsItsWordsAndTheWayBack', { skip }, () => {
    const view = 'v=1&weights=N1:9&compare=borough:E09000028,borough:Lambeth,borough:E09000001';
    const args = ['--compared', '--view', view, '--address', 'https://maps.example.org/'];
    assert.deepEqual(briefing(boroughs, 'three.html', ...args), { status: 0, out: '', err: '' });
    const called = assertSound(read('three.html'));
    assert.deepEqual(called('h1').map(({ text }) => text), ['Southwark, Lambeth and City of London compared']);
    const columns = called('th').filter(({ attributes }) => attributes.scope === 'col').map(({ text }) => text);
    assert.deepEqual(columns.filter((text) => /^(Southwark|Lambeth|City of London|London)$/.test(text)), ['Southwark', 'Lambeth', 'City of London', 'London']);
    const groups = called('th').filter(({ attributes }) => attributes.scope === 'rowgroup');
    assert.ok(groups.length >= 2 && groups.every(({ attributes }) => attributes.colspan === '5'));
    const [table] = called('table').filter(({ attributes }) => attributes.class === 'compared');
    assert.match(table.text, /Overall risk/);
    assert.ok(called('svg').some(({ attributes }) => /Southwark, Lambeth and City of London outlined/.test(attributes['aria-label'])));
    const [link] = called('a');
    assert.match(link.attributes.href, /^https:\/\/maps\.example\.org\/#v=1&.*weights=N1:9.*compare=borough:E09000028,borough:E09000022,borough:E09000001/);
    briefing(boroughs, 'again.html', ...args);
    assert.equal(read('again.html'), read('three.html'));
    briefing(boroughs, 'other.html', '--compared', '--view', view.replace('weights=N1:9&', ''), '--address', 'https://maps.example.org/');
    assert.notEqual(read('other.html').match(/figures: \w+/)[0], read('three.html').match(/figures: \w+/)[0], 'the weights hold');
});

test('Briefing.OfAComparisonTellsAreasOfOneNameApart', { skip }, () => {
    const tables = join(work, 'alike');
    cpSync(mini, tables, { recursive: true });
    for (const name of ['lookup.csv', 'wards.geojson'])
        writeFileSync(join(tables, name), readFileSync(join(mini, name), 'utf8').replaceAll('Hill End', 'Upper Town').replaceAll('Lower Town', 'North'));
    const alike = join(work, 'alike-atlas');
    assert.equal(dex('compile', join(tables, 'recipe.json'), '--from', tables, '--out', alike).status, 0);
    const compared = (areas) => {
        assert.deepEqual(briefing(alike, 'alike.html', '--compared', '--view', `compare=${areas}`), { status: 0, out: '', err: '' });
        return assertSound(read('alike.html'));
    };
    const called = compared('ward:W1,ward:W3');
    assert.equal(called('h1')[0].text, 'Upper Town (North) and Upper Town (South) compared');
    for (const name of ['Upper Town (North)', 'Upper Town (South)']) {
        assert.equal(called('th').filter(({ text }) => text === name).length, 1, name);
        assert.ok(called('svg').some(({ attributes }) => attributes['aria-label']?.includes(name)));
        assert.ok(called('figcaption').some(({ text }) => text.includes(name)));
    }
    // A ward called as the district round it.
    assert.equal(compared('ward:W2,district:D1')('h1')[0].text, 'North (ward) and North (district) compared');
    // And a ward called as the district that stands beside it and another.
    const beside = compared('ward:W1,ward:W2');
    assert.equal(beside('h1')[0].text, 'Upper Town and North (ward) compared');
    const columns = beside('th').filter(({ attributes }) => attributes.scope === 'col').map(({ text }) => text);
    for (const name of ['North (ward)', 'North (district)']) assert.ok(columns.some((text) => text.startsWith(name)), name);
});

test('Briefing.OfAComparisonRunsNothingWhateverAreasAreCalled', { skip }, () => {
    const { levels } = JSON.parse(dex('check', strange, '--json').out);
    const codes = dex('export', strange, '--csv').out.split('\r\n').slice(1, 3).map((line) => line.split(',')[0]);
    const compared = [...codes.map((code) => `${levels[0].id}:${code}`), 'ward:W1', 'district:D1'];
    for (const count of [2, 4]) {
        const view = `compare=${compared.slice(0, count).join(',')}`;
        assert.deepEqual(briefing(strange, 'strange.html', '--compared', '--view', view), { status: 0, out: '', err: '' });
        const called = assertSound(read('strange.html'));
        assert.ok(called('h1')[0].text.includes('<script>alert(1)</script>'));
        assert.ok(called('th').filter(({ attributes }) => attributes.scope === 'col').some(({ text }) => text.includes('<script>')));
    }
});

test('Briefing.OfAComparisonSaysWhatIsAskedWrongly', { skip }, () => {
    for (const [args, sentence] of [
        [['--compared'], /--compared: the view compares fewer than two areas/],
        [['--compared', '--view', 'compare=borough:E09000028'], /--compared: the view compares fewer than two areas/],
        [['--compared', '--view', 'compare=borough:E09000028,borough:E99'], /--view: the atlas has no "E99"/],
        [['--compared', '--area', 'E09000001'], /--area: say which area, or --each and a level, or --compared/],
        [['--compared', '--each', 'borough'], /--area: say which area/],
    ]) {
        const { status, err } = dex('briefing', boroughs, '--out', 'x.html', ...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(err, sentence);
    }
    const two = ['--compared', '--view', 'compare=borough:E09000028,borough:E09000022'];
    const nowhere = briefing(boroughs, join('no', 'such', 'folder.html'), ...two);
    assert.equal(nowhere.status, 1);
    assert.match(nowhere.err, /could not be written/);
});

test('Briefing.SaysWhatIsAskedWrongly', { skip }, () => {
    for (const [args, sentence] of [
        [[], /--area: say which area, or --each/],
        [['--area', 'E09000001', '--each', 'borough'], /--area: say which area, or --each/],
        [['--area', 'E99'], /--area: no area has the code "E99"/],
        [['--each', 'street'], /--each: expected borough, found "street"/],
        [['--area', 'E09000001', '--view', 'weights=N1:99'], /--view: .*"weights"/],
        [['--area', 'E09000001', '--date', 'today'], /--date: expected a day/],
        [['--area', 'E09000001', '--address', 'https://x.example/#y'], /--address: .*without #/],
    ]) {
        const { status, err } = dex('briefing', boroughs, '--out', 'x.html', ...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(err, sentence);
    }
    const nowhere = briefing(boroughs, join('no', 'such', 'folder.html'), '--area', 'E09000001');
    assert.equal(nowhere.status, 1);
    assert.match(nowhere.err, /could not be written/);
});
