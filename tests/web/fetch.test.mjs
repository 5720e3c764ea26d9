import assert from 'node:assert/strict';
import { ReadableStream } from 'node:stream/web';
import test from 'node:test';
import { setImmediate } from 'node:timers';
import { Failure, Loader, readList, request } from '../../web/fetch.js';

const hash = '0123456789abcdef0123456789abcdef';
const head = `head.${hash}.dex`;
const tile = `tile.${hash}.dex`;
const list = JSON.stringify({ format: 'dex-atlas', version: 1, title: 'A map', head, first: [tile], bytes: { [head]: 10, [tile]: 30 } });

// Time that passes when a test says so; every pause is kept in `pauses`. Chance is always the middle.
function fakeClock() {
    const alarms = new Map();
    let next = 1;
    return {
        pauses: [],
        random: () => 0.5,
        setTimeout(work, ms) {
            if (ms < 10_000) {
                this.pauses.push(ms);
                queueMicrotask(work);
                return 0;
            }
            alarms.set(next, work);
            return next++;
        },
        clearTimeout: (id) => alarms.delete(id),
        get waiting() {
            return alarms.size;
        },
        silence: () => [...alarms.values()].forEach((work) => work()),
    };
}

// Answers each request with the next of `answers`: a status, a text, bytes, or an error to throw.
function fakeFetch(...answers) {
    const asked = [];
    const fetch = async (url, options) => {
        asked.push({ url: String(url), ...options });
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        const given = typeof answer === 'function' ? answer(String(url), options) : answer;
        if (given instanceof Error) throw given;
        if (typeof given === 'number') return new Response('no', { status: given });
        return given instanceof Promise ? given : new Response(given);
    };
    return { fetch, asked };
}

const text = (response) => response.text();

test('a good answer is read once', async () => {
    const clock = fakeClock();
    const { fetch, asked } = fakeFetch('hello');
    assert.equal(await request('https://a.example/x', text, { fetch, clock }), 'hello');
    assert.equal(asked.length, 1);
    assert.deepEqual(clock.pauses, []);
    assert.equal(clock.waiting, 0);
});

test('an overloaded server is asked again, three times, more slowly each time', async () => {
    for (const status of [500, 503, 429, 408]) {
        const clock = fakeClock();
        const { fetch, asked } = fakeFetch(status);
        await assert.rejects(request('https://a.example/x', text, { fetch, clock }), { kind: 'network' });
        assert.equal(asked.length, 4);
        assert.deepEqual(clock.pauses, [300, 600, 1200]);
    }
});

test('chance moves a pause between half and all of it', async () => {
    for (const [random, first] of [[0, 200], [0.999999, 400]]) {
        const clock = { ...fakeClock(), random: () => random };
        const { fetch } = fakeFetch(500);
        await assert.rejects(request('https://a.example/x', text, { fetch, clock }));
        assert.equal(Math.round(clock.pauses[0]), first);
    }
});

test('a line that comes back is enough', async () => {
    const { fetch, asked } = fakeFetch(new TypeError('Failed to fetch'), 502, 'hello');
    assert.equal(await request('https://a.example/x', text, { fetch, clock: fakeClock() }), 'hello');
    assert.equal(asked.length, 3);
});

test('a file that is not there is not asked for again', async () => {
    for (const status of [404, 403, 410]) {
        const { fetch, asked } = fakeFetch(status);
        await assert.rejects(request('https://a.example/x', text, { fetch, clock: fakeClock() }), { kind: 'missing' });
        assert.equal(asked.length, 1);
    }
});

test('a body that breaks off counts as a broken line', async () => {
    const cut = () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) }));
    const { fetch, asked } = fakeFetch((url, options) => (options, Promise.resolve(cut())));
    await assert.rejects(request('https://a.example/x', text, { fetch, clock: fakeClock() }), { kind: 'network' });
    assert.equal(asked.length, 4);
});

test('a silent line is given up and tried again', async () => {
    const clock = fakeClock();
    let tries = 0;
    const fetch = (url, { signal }) =>
        new Promise((done, failed) => {
            tries += 1;
            if (tries === 2) done(new Response('hello'));
            else signal.addEventListener('abort', () => failed(signal.reason));
        });
    const answer = request('https://a.example/x', text, { fetch, clock });
    clock.silence();
    assert.equal(await answer, 'hello');
});

test('what a reader throws is not the line’s fault', async () => {
    const { fetch, asked } = fakeFetch('hello');
    const read = () => Promise.reject(new WebAssembly.CompileError('not wasm'));
    await assert.rejects(request('https://a.example/x', read, { fetch, clock: fakeClock() }), WebAssembly.CompileError);
    assert.equal(asked.length, 1);
});

test('stopping ends a pause and a request at once', async () => {
    const stopper = new AbortController();
    const clock = { ...fakeClock(), setTimeout: () => 7, clearTimeout: () => {} };
    const { fetch, asked } = fakeFetch(500);
    const answer = request('https://a.example/x', text, { fetch, clock, signal: stopper.signal });
    await new Promise(setImmediate);
    stopper.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    assert.equal(asked.length, 1);
});

test('the list names the head and what comes first', () => {
    const read = readList(list);
    assert.equal(read.head, head);
    assert.deepEqual(read.first, [tile]);
    assert.equal(read.title, 'A map');
});

test('what is no list is refused', () => {
    const bad = [
        '', '<!doctype html>', '[]', 'null', '{}', '7', '{"format":"dex-atlas"}',
        list.replace('"version":1', '"version":2'),
        list.replace('dex-atlas', 'other'),
        list.replace(head, '../head.dex'),
        list.replace(head, `https://b.example/${head}`),
    ];
    for (const text of bad) assert.equal(readList(text), undefined, text);
});

test('names in the list that are no names are passed over', () => {
    const odd = JSON.stringify({ format: 'dex-atlas', version: 1, head, first: ['../x', 7, null, tile, 'https://b.example/y'] });
    assert.deepEqual(readList(odd).first, [tile]);
    assert.deepEqual(readList(JSON.stringify({ format: 'dex-atlas', version: 1, head, first: 'tile' })).first, []);
});

// Lets everything that is ready happen.
async function settle() {
    for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate);
}

function loaderWith(answers, options = {}) {
    const { fetch, asked } = fakeFetch(...answers);
    const got = { arrived: [], failed: [], shares: [], asked };
    const loader = new Loader('https://a.example/atlas/atlas.json', {
        arrived: (name, bytes) => void got.arrived.push([name, bytes.length]),
        failed: (name, failure) => got.failed.push([name, failure.kind]),
        progress: (share) => got.shares.push(share),
        fetch,
        clock: fakeClock(),
        ...options,
    });
    return { loader, got };
}

test('a loader brings the list, then the head and the first files, from beside it', async () => {
    const { loader, got } = loaderWith([list, 'headbytes', 'tile']);
    assert.equal((await loader.start()).head, head);
    await settle();
    assert.deepEqual(got.arrived, [[head, 9], [tile, 4]]);
    assert.deepEqual(got.asked.map(({ url }) => url), ['atlas.json', head, tile].map((name) => `https://a.example/atlas/${name}`));
    assert.equal(got.asked[0].cache, 'no-cache');
    assert.equal(got.asked[1].cache, 'default');
    assert.equal(got.shares.at(-1), 1);
    assert.ok(got.shares.every((share) => share >= 0 && share <= 1));
});

test('a file that is loading is not asked for twice', async () => {
    const { loader, got } = loaderWith(['bytes']);
    loader.want(tile);
    loader.want(tile);
    await settle();
    assert.equal(got.asked.length, 1);
});

test('a file that is wanted again is not taken from a cache that may hold it damaged', async () => {
    const { loader, got } = loaderWith(['bytes']);
    loader.want(tile);
    await settle();
    loader.want(tile);
    await settle();
    assert.deepEqual(got.asked.map(({ cache }) => cache), ['default', 'reload']);
    assert.equal(got.arrived.length, 2);
});

test('each file fails for itself', async () => {
    const { loader, got } = loaderWith([(url) => (url.includes('tile') ? 404 : 'bytes')]);
    loader.want(tile);
    loader.want(head);
    await settle();
    assert.deepEqual(got.failed, [[tile, 'missing']]);
    assert.deepEqual(got.arrived, [[head, 5]]);
});

test('a list that is none is a failure of its own kind', async () => {
    const { loader } = loaderWith(['<!doctype html><title>Not found</title>']);
    await assert.rejects(loader.start(), (error) => error instanceof Failure && error.kind === 'broken');
});

test('a file that is gone while the list names another atlas belongs to one that has been replaced', async () => {
    const renewed = list.replace(head, head.replace('0', 'f'));
    let version = list;
    let outdated = 0;
    const { loader, got } = loaderWith([(url) => (url.endsWith('.json') ? version : url.includes('tile') && version === renewed ? 404 : 'bytes')], { outdated: () => (outdated += 1) });
    await loader.start();
    await settle();
    version = renewed;
    loader.want(tile);
    loader.want(tile.replace('0', 'f'));
    await settle();
    assert.deepEqual(got.failed, []);
    assert.equal(outdated > 0, true);
    assert.equal(got.asked.filter(({ url }) => url.endsWith('.json')).length, 2);
});

test('so may a file whose bytes are not what its name says', async () => {
    let version = list;
    let outdated = 0;
    const { loader, got } = loaderWith([(url) => (url.endsWith('.json') ? version : 'bytes')], { arrived: () => 7, outdated: () => (outdated += 1) });
    await loader.start();
    await settle();
    assert.deepEqual([outdated, got.failed], [0, []]);
    version = list.replace(head, head.replace('0', 'f'));
    loader.want(tile);
    await settle();
    assert.equal(outdated, 1);
});

test('what is asked for again is not taken from a cache, and a slow line is not a silent one', async () => {
    const clock = fakeClock();
    let listening = 0;
    const counting = { ...clock, setTimeout: (work, ms) => ((listening += Number(ms >= 10_000)), clock.setTimeout(work, ms)), clearTimeout: clock.clearTimeout };
    const pieces = () => new Response(new ReadableStream({ pull: (stream) => (stream.enqueue(new TextEncoder().encode('x')), listening > 4 && stream.close()) }));
    const { fetch, asked } = fakeFetch(503, () => Promise.resolve(pieces()));
    assert.match(await request('https://a.example/x', text, { fetch, clock: counting }), /^x+$/);
    assert.deepEqual(asked.map(({ cache }) => cache), ['default', 'reload']);
    assert.ok(listening > 4);
    assert.equal(clock.waiting, 0);
});

test('nothing is handed on after stop', async () => {
    const { loader, got } = loaderWith(['bytes']);
    loader.want(tile);
    loader.stop();
    await settle();
    loader.want(head);
    await settle();
    assert.deepEqual(got.arrived, []);
    assert.deepEqual(got.failed, []);
    assert.equal(got.asked.length, 1);
});
