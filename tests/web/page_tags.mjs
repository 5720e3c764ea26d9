// The tags by which a page says what it shows, as whoever shows a preview of a link to it finds them.

import { Parser } from 'htmlparser2';
import assert from 'node:assert/strict';

/** { title, links: { rel: [href] }, meta: { name or property: content }, data: the JSON-LD, scripts: how many } */
export function tagsOf(html) {
    const found = { title: '', links: {}, meta: {}, data: '', scripts: 0 };
    let inside = '';
    const parser = new Parser({
        onopentag(name, attributes) {
            inside = name === 'script' ? (attributes.type ?? 'script') : name;
            if (inside === 'script') found.scripts += 1;
            if (name === 'link') (found.links[attributes.rel] ??= []).push(attributes.href);
            if (name === 'meta') found.meta[attributes.property ?? attributes.name ?? attributes['http-equiv'] ?? 'charset'] ??= attributes.content;
        },
        ontext(text) {
            if (inside === 'title') found.title += text;
            if (inside === 'application/ld+json') found.data += text;
        },
        onclosetag: () => (inside = ''),
    });
    parser.end(html);
    return found;
}

/** What every preview needs, whoever shows it; `address` is that of all pages. Returns the JSON-LD. */
export function checkTags({ title, links, meta, data }, address, path) {
    assert.ok(title);
    assert.ok(meta.description.length > 20 && meta.description.length <= 200, meta.description);
    assert.deepEqual(links.canonical, [address + path]);
    assert.equal(meta['og:url'], address + path);
    for (const name of ['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale', 'twitter:title', 'twitter:description', 'theme-color']) assert.ok(meta[name], name);
    assert.equal(meta['twitter:card'], 'summary_large_image');
    assert.ok(meta['og:image'].startsWith(`${address}previews/`));
    assert.equal(meta['twitter:image'], meta['og:image']);
    assert.deepEqual([meta['og:image:type'], meta['og:image:width'], meta['og:image:height']], ['image/png', '1200', '630']);
    assert.ok(meta['og:image:alt'].length <= 150);
    assert.equal(links.icon.length, 2);
    assert.equal(links['apple-touch-icon'].length, 1);
    const about = JSON.parse(data);
    assert.deepEqual([about['@context'], about['@type'], about.url], ['https://schema.org', 'Dataset', address + path]);
    for (const { contentUrl } of about.distribution) assert.ok(contentUrl.startsWith(`${address}data/`));
    return about;
}
