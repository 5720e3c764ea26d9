// What a host hears of something that is wrong: what it is about, and where in the host's address that stands.

import assert from 'node:assert/strict';
import test from 'node:test';
import { addressWith, subjectOf } from '../../web/about/subject.js';

const link = 'https://map.example/index.html#v=1&area=borough:E09000028';
const subject = { area: 'Southwark (borough:E09000028)', figure: 'Overall risk: 7.2 out of 10. 2nd highest', view: link };
const title = 'Something wrong here?';
const queryOf = (address) => Object.fromEntries(new URL(address).searchParams);

test('of an area whose card is open', () => {
    const nodes = [
        { id: 'headline', name: 'A headline' },
        { id: 'subtitle', name: 'Overall risk' },
        { id: 'card.name', name: 'Southwark' },
        { id: 'card.value', name: '7.2 out of 10' },
        { id: 'card.rank', name: '2nd highest' },
    ];
    assert.deepEqual(subjectOf(nodes, 'v=1&area=borough:E09000028', link), subject);
});

test('of the place that is shown, where there is no card', () => {
    const nodes = [{ id: 'headline', name: 'A headline' }, { id: 'where', name: 'Where', value: 'Southwark' }];
    assert.deepEqual(subjectOf(nodes, 'v=1', link), { area: 'Southwark', figure: 'A headline', view: link });
    assert.equal(subjectOf([{ id: 'head', name: 'A map' }], 'v=1', link).area, 'A map', 'a locked map has no choices');
});

test('a page of the web is told in its query, and keeps its own', () => {
    const address = addressWith('https://council.example/report?form=7#top', subject, title);
    assert.deepEqual(queryOf(address), { form: '7', ...subject });
    assert.equal(new URL(address).hash, '#top');
});

test('where the address says where, it stands there and nowhere else', () => {
    for (const address of ['https://council.example/r?about={area}&where={view}', new URL('https://council.example/r?about={area}&where={view}').href])
        assert.deepEqual(queryOf(addressWith(address, subject, title)), { about: subject.area, where: subject.view });
    assert.equal(new URL(addressWith('https://council.example/%7Barea%7D/', { ...subject, area: 'a/b' }, title)).pathname, '/a%2Fb/');
});

test('a mail has a subject and a body, whatever it has already', () => {
    for (const address of ['mailto:map@council.example', 'mailto:map@council.example?cc=a@council.example']) {
        const made = addressWith(address, subject, title);
        assert.ok(made.startsWith(address));
        const { subject: about, body } = queryOf(made);
        assert.equal(about, `${title} ${subject.area}`);
        for (const text of Object.values(subject)) assert.ok(body.includes(text), text);
        assert.ok(!made.includes('+'), 'mail programs take a plus for a plus');
    }
});

test('what is filled in cannot become a part of the address itself', () => {
    const odd = { area: 'x&cc=y@z#', figure: '%0d%0aBcc: a', view: link };
    assert.equal(queryOf(addressWith('https://council.example/r', odd, title)).area, odd.area);
    assert.equal(queryOf(addressWith('mailto:a@b.example?body={area}', odd, title)).body, odd.area);
});
