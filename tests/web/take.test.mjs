// What the dialog does by itself with what the engine makes: orders, pieces, tables, pictures.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateSync } from 'node:zlib';
import { fileName } from '../../web/take/hand_over.js';
import { Made, Maker, orderText } from '../../web/take/maker.js';
import { PngPacker } from '../../web/take/png.js';
import { Sheet } from '../../web/take/table.js';

// An engine that answers with these in turn, and keeps what it was asked.
function engine(...answers) {
    const asked = [];
    return { asked, make: (order) => (asked.push(order), Uint8Array.from(answers.shift())) };
}

test('an order has a line for each thing, and none for what is not wanted', () => {
    assert.equal(orderText({ as: 'csv', view: 'v=1&by=ward', scores: true, place: false, file: undefined, scale: 2 }), 'as csv\nview v=1&by=ward\nscores\nscale 2');
});

test('what is made comes in pieces, and what it lacks is brought', async () => {
    const core = engine([Made.part, 0], [Made.waits, 0], [Made.part, 50, 1, 2], [Made.all, 100, 3]);
    const shares = [];
    let woken = 0;
    const made = await new Maker(core, () => (woken += 1)).make({ as: 'svg' }, { heard: (share) => shares.push(share) });
    assert.deepEqual([...made], [1, 2, 3]);
    assert.deepEqual(core.asked, ['as svg', '', '', '']);
    assert.deepEqual(shares, [0, 0, 0.5, 1]);
    assert.equal(woken, 1, 'the steps that go on by themselves need nothing');
});

test('short steps follow each other, and after a while the page goes on', async (t) => {
    const parts = [[Made.part, 0], [Made.part, 20], [Made.part, 40], [Made.part, 60], [Made.part, 80], [Made.all, 100, 3]];
    const pauses = t.mock.method(globalThis, 'setTimeout', (done) => queueMicrotask(done)).mock;
    await new Maker(engine(...parts), () => {}).make({ as: 'csv' });
    assert.equal(pauses.callCount(), 0);
    let nowMs = 0;
    t.mock.method(performance, 'now', () => (nowMs += 11));
    await new Maker(engine(...parts), () => {}).make({ as: 'csv' });
    assert.equal(pauses.callCount(), 2);
});

test('what cannot be made is said, and another order takes the place of one', async () => {
    await assert.rejects(new Maker(engine([Made.none, 0])).make({ as: 'csv' }), { name: 'NetworkError' });
    const core = engine([Made.waits, 1], [Made.none, 0], [Made.all, 100, 7]);
    const maker = new Maker(core, () => {});
    const first = maker.make({ as: 'png' });
    const second = maker.make({ as: 'csv' });
    await assert.rejects(first, { name: 'AbortError' });
    assert.deepEqual([...(await second)], [7]);
    assert.deepEqual(core.asked, ['as png', 'stop', 'as csv'], 'the first does not go on');
});

test('what is stopped is given up by the engine, too', async () => {
    const core = engine([Made.waits, 1], [Made.none, 0]);
    const maker = new Maker(core, () => {});
    const made = maker.make({ as: 'png' });
    maker.stop();
    maker.stop();
    await assert.rejects(made, { name: 'AbortError' });
    assert.deepEqual(core.asked, ['as png', 'stop']);
});

test('a file is called after what is in it, each part once and none cut in a dash', () => {
    assert.equal(fileName(['Digital exclusion', 'King’s Lynn & Wëst', undefined, 'scores'], 'csv'), 'digital-exclusion-kings-lynn-west-scores.csv');
    assert.equal(fileName(['London', 'London'], 'png'), 'london.png');
    assert.equal(fileName(['Ελλάδα'], 'svg'), 'map.svg');
    assert.equal(fileName([`${'a'.repeat(39)} b`, 'c'], 'csv'), `${'a'.repeat(39)}-c.csv`);
});

function sheetOf(...pieces) {
    const sheet = new Sheet();
    pieces.forEach((csv) => sheet.add(csv));
    return sheet;
}

test('a CSV is read as RFC 4180 has it', () => {
    const { shown, count } = sheetOf('a,b\r\n"x, ""y""",\r\n"1\r\n2",3\r\n');
    assert.deepEqual(shown, [['a', 'b'], ['x, "y"', ''], ['1\r\n2', '3']]);
    assert.equal(count, 2);
    assert.equal(sheetOf('a,b\r\n').count, 0);
});

test('a table is the same however many pieces it came in', () => {
    const rows = ['a,b\r\n', ...Array.from({ length: 9 }, (_, i) => `${i},"x\r\n${i}"\r\n`)];
    const whole = sheetOf(rows.join(''));
    for (const sheet of [sheetOf(...rows), sheetOf(rows.slice(0, 4).join(''), rows.slice(4).join(''))]) {
        for (const part of ['shown', 'count', 'csv', 'html', 'text']) assert.deepEqual(sheet[part], whole[part], part);
    }
    assert.equal(whole.count, 9);
    assert.equal(whole.shown.length, 6, 'the names of the columns and five rows are looked at');
    assert.equal(whole.csv, rows.join(''));
});

test('nothing in a table for the clipboard is read as HTML, or as another cell', () => {
    const { html, text } = sheetOf('a,b\r\n', '<b>&,\r\n', '"c\td","1\r\n2"\r\n,\r\n');
    assert.equal(
        html,
        '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>&#60;b&#62;&#38;</td><td></td></tr><tr><td>c\td</td><td>1\r\n2</td></tr><tr><td></td><td></td></tr></tbody></table>',
    );
    assert.equal(text, 'a\tb\r\n<b>&\t\r\nc d\t1 2\r\n\t');
});

const chunk = (type, ...body) => [0, 0, 0, body.length, ...Buffer.from(type), ...body, 9, 9, 9, 9];

test('the rows of a PNG are packed, and all other chunks stay as they are', async () => {
    const packer = new PngPacker();
    const signature = [137, 80, 78, 71, 13, 10, 26, 10];
    await packer.put(Uint8Array.from([...signature, ...chunk('IHDR', 1, 2), ...chunk('IDAT', 0, 5, 5)]));
    await packer.put(Uint8Array.from([...chunk('IDAT', 6, 7), ...chunk('IEND')]));
    const file = Buffer.from(await (await packer.finish()).arrayBuffer());
    const head = [...signature, ...chunk('IHDR', 1, 2)];
    assert.deepEqual([...file.subarray(0, head.length)], head);
    const size = file.readUInt32BE(head.length);
    assert.equal(file.toString('latin1', head.length + 4, head.length + 8), 'IDAT');
    assert.deepEqual([...inflateSync(file.subarray(head.length + 8, head.length + 8 + size))], [0, 5, 5, 6, 7]);
    assert.deepEqual([...file.subarray(head.length + 12 + size)], chunk('IEND'));
});
