// What previews of a link show, as whoever parses such tags finds it.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { kAnywhere } from '../../tools/atlas.mjs';
import { pageHead } from '../../tools/page_head.mjs';
import { setOrigin } from '../../tools/set-origin.mjs';
import { checkTags, tagsOf } from './page_tags.mjs';

const settings = (more) => ({
    address: kAnywhere,
    path: 'places/E09000028.html',
    up: '../',
    title: 'Digital exclusion in London',
    name: 'Southwark',
    says: ['20 of Southwark’s 173 small areas are in London’s highest-risk fifth overall', 'Overall risk score · 2021 and 2025 data'],
    picture: { path: 'previews/E09000028.png', alt: 'Map: Southwark.' },
    colours: { light: '#f4f2ed', dark: '#16151f' },
    files: { csv: 'data/places/E09000028.csv', geojson: 'data/places/E09000028.geojson' },
    licences: ['Open Government Licence v3.0'],
    place: 'London',
    ...more,
});
const page = (more) => `<!doctype html><html><head><title>Southwark</title>\n${pageHead(settings(more))}</head></html>`;

test('a page says what it shows, with a picture', () => {
    const tags = tagsOf(page());
    const about = checkTags(tags, kAnywhere, 'places/E09000028.html');
    assert.equal(tags.meta['og:title'], 'Southwark: Digital exclusion in London');
    assert.equal(about.spatialCoverage, 'Southwark');
    assert.deepEqual(about.license, [{ '@type': 'CreativeWork', name: 'Open Government Licence v3.0' }]);
    assert.equal(tags.meta['og:image'], 'https://maps.example.org/previews/E09000028.png');
    // The whole has no name but the map's own.
    assert.equal(tagsOf(page({ name: undefined, path: '' })).meta['og:title'], 'Digital exclusion in London');
});

test('no name can do anything in it', () => {
    const hostile = '"></title></script><script>alert(1)</script>&amp;\u2028';
    const tags = tagsOf(page({ name: hostile, title: hostile, says: [hostile, hostile], picture: { path: 'previews/x.png', alt: hostile } }));
    assert.equal(tags.scripts, 0);
    assert.equal(tags.meta['og:title'], `${hostile}: ${hostile}`);
    assert.equal(tags.meta['og:image:alt'], hostile);
    assert.equal(JSON.parse(tags.data).name, `${hostile}: ${hostile}`);
});

test('set-origin writes the address, as often as it is told', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'dex-head-'));
    t.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'places'));
    const file = join(folder, 'places', 'E09000028.html');
    // What stands in a sentence is nobody's address to change.
    writeFileSync(file, page({ says: ['See https://maps.example.org/ for more of this', 'Really'] }));
    for (const address of ['http://localhost:8080/', 'https://www.example.gov.uk/maps/', 'https://maps.example.org/']) {
        setOrigin(folder, address);
        const tags = tagsOf(readFileSync(file, 'utf8'));
        checkTags(tags, address, 'places/E09000028.html');
        assert.match(tags.meta.description, /^See https:\/\/maps\.example\.org\/ for/);
    }
});
