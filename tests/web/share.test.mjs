// The code that the dialog hands out: whole, escaped, and the same for the same setting.

import assert from 'node:assert/strict';
import test from 'node:test';
import sanitize from 'sanitize-html';
import { placesOf } from '../../web/share/tabs.js';
import { elementCode, fittingCode, frameCode, frameHash, pictureCode } from '../../web/share/snippets.js';

const addresses = {
    page: 'https://maps.example.org/index.html',
    frame: 'https://maps.example.org/embed.html',
    hostScript: 'https://maps.example.org/host.js',
    element: 'https://maps.example.org/dex-map.js',
    atlas: 'https://maps.example.org/atlas/atlas.json',
};
const poster = { url: 'https://maps.example.org/atlas/posters/E09000028.png', alt: 'Map: 41 of Southwark’s 173 small areas', width: 1200, height: 750 };
const setting = { view: 'v=1&place=borough:E09000028', title: 'Digital exclusion in London: Overall, Southwark', locked: false, theme: '', width: '100%', height: 640, poster };

test('a place is what the view says, of whatever level', () => {
    const where = [
        { value: '*', label: 'London' },
        { value: 'E09000028', label: 'Southwark' },
        { value: 'ward:E05011103', label: 'Rye Lane' },
        { value: 'gb:01', label: 'Of a code with a colon' },
    ];
    const by = [{ value: 'ward' }, { value: 'borough' }];
    const places = placesOf([
        { id: 'by', options: by },
        { id: 'where', options: where },
    ]);
    assert.deepEqual(places, [
        { value: '', label: 'London' },
        { value: 'borough:E09000028', label: 'Southwark' },
        { value: 'ward:E05011103', label: 'Rye Lane' },
        { value: 'borough:gb:01', label: 'Of a code with a colon' },
    ]);
    assert.deepEqual(placesOf([]), []);
});

test('a frame is one line, with its end', () => {
    assert.equal(
        frameCode(setting, addresses),
        '<iframe src="https://maps.example.org/embed.html#v=1&#38;place=borough:E09000028" title="Digital exclusion in London: Overall, Southwark" width="100%" height="640" loading="lazy" style="border:0;display:block"></iframe>',
    );
    assert.match(fittingCode(setting, addresses), /^<iframe [^\n]*><\/iframe>\n<script src="https:\/\/maps\.example\.org\/host\.js" async><\/script>$/);
});

test('locked, and what is shown of the controls, stand in the address of a frame and on the element', () => {
    assert.equal(frameHash({ ...setting, locked: true }), 'v=1&place=borough:E09000028&locked=1');
    assert.equal(frameHash({ ...setting, controls: ['search', 'zoom'] }), 'v=1&place=borough:E09000028&controls=search,zoom');
    assert.equal(frameHash({ view: '', locked: false, controls: [] }), 'controls=none');
    assert.match(elementCode({ ...setting, locked: true, theme: 'dark' }, addresses), /<dex-map [^>]* theme="dark" locked style="display:block;width:100%;height:640px">/);
    assert.match(elementCode({ ...setting, controls: [] }, addresses), / controls="" /);
    assert.doesNotMatch(elementCode(setting, addresses), / (locked|controls|theme)/);
});

test('where scripts do not run the element is its picture', () => {
    assert.match(
        elementCode(setting, addresses),
        /px"><a slot="poster" href="https:[^"]*index\.html#v=1&#38;place=borough:E09000028"><img src="https:[^"]*E09000028\.png" alt="Map: 41[^"]*" width="1200" height="750" style="[^"]*;height:auto;[^"]*">Digital exclusion in London: Overall, Southwark<\/a><\/dex-map>$/,
    );
    assert.match(elementCode({ ...setting, poster: undefined }, addresses), /px"><\/dex-map>$/);
});

test('a picture leads to what the map shows', () => {
    assert.match(
        pictureCode(setting, addresses),
        /^<figure style="margin:0"><a href="https:\/\/maps\.example\.org\/index\.html#v=1&#38;place=borough:E09000028"><img [^>]*alt="Map: 41 of Southwark’s 173 small areas"[^>]*>Digital exclusion in London: Overall, Southwark<\/a><\/figure>$/,
    );
});

test('a strict sanitizer leaves a link with words, or nothing', () => {
    const left = [frameCode, fittingCode, elementCode, pictureCode].map((code) => sanitize(code(setting, addresses)).trim());
    const link = `<a href="${addresses.page}#${setting.view.replaceAll('&', '&amp;')}">${setting.title}</a>`;
    assert.deepEqual(left, ['', '', link, `<figure>${link}</figure>`]);
    // With pictures allowed, as most systems have it, the picture is left.
    const pictured = sanitize(pictureCode(setting, addresses), { allowedTags: [...sanitize.defaults.allowedTags, 'img'] });
    assert.match(pictured, /^<figure><a [^>]*><img src="[^"]*E09000028\.png"/);
});

test('no name ends an attribute, an element or a script', () => {
    const hostile = '"></iframe><script>alert(1)</script>&quot;\' onload=x <!--';
    const wicked = { ...setting, title: hostile, view: hostile, poster: { ...poster, url: hostile, alt: hostile } };
    for (const code of [frameCode, fittingCode, elementCode, pictureCode]) {
        const text = code(wicked, addresses);
        assert.equal(text.split('alert').length - 1, (text.match(/alert\(1\)&#60;/g) ?? []).length);
        assert.doesNotMatch(text, /<!--|' onload|"><\/iframe><script>alert/);
    }
});
