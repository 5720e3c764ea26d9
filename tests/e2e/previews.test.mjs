// What a link to each page that ships shows before anybody follows it, and whether the files that it names are there.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkTags, tagsOf } from '../web/page_tags.mjs';
import { built, dist } from './site.mjs';

const folder = built();
const places = readdirSync(join(folder, 'places')).filter((file) => file.endsWith('.html'));
const pages = ['', ...places.map((file) => `places/${file}`)];
const readPage = (path) => tagsOf(readFileSync(join(folder, path || 'index.html'), 'utf8'));

test('the map and each of the 33 boroughs have a picture, figures and icons', () => {
    assert.equal(places.length, 33);
    const seen = new Map();
    for (const path of pages) {
        const tags = readPage(path);
        const [canonical] = tags.links.canonical;
        const address = canonical.slice(0, canonical.length - path.length);
        const { distribution, license } = checkTags(tags, address, path);
        const fileAt = (url) => join(folder, url.slice(address.length));

        const picture = readFileSync(fileAt(tags.meta['og:image']));
        assert.equal(picture.toString('latin1', 1, 4), 'PNG');
        assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]);
        assert.ok(picture.length <= 120_000, `${path}: ${picture.length} bytes`);
        assert.ok(license.some(({ name }) => /Open Government Licence/.test(name)));
        assert.equal(distribution.length, 2);
        for (const { contentUrl } of distribution) assert.ok(statSync(join(dist, contentUrl.slice(address.length))).size > 1000, contentUrl);
        for (const icon of [...tags.links.icon, ...tags.links['apple-touch-icon']]) assert.ok(statSync(fileAt(new URL(icon, canonical).href)).size > 0, icon);
        // No two pages say the same.
        for (const [name, value] of Object.entries({ picture: picture.toString('base64'), title: tags.title, description: tags.meta.description, alt: tags.meta['og:image:alt'] })) {
            assert.equal(seen.get(name + value), undefined, `${path}: ${name}`);
            seen.set(name + value, path);
        }
    }
});

test('the page about the method has the icons, and a frame asks for none', () => {
    const { links } = readPage('method.html');
    for (const icon of [...links.icon, ...links['apple-touch-icon']]) assert.ok(statSync(join(folder, icon)).size > 0, icon);
    assert.deepEqual(readPage('embed.html').links.icon, ['data:,']);
});
