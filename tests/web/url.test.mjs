import assert from 'node:assert/strict';
import test from 'node:test';
import { Link } from '../../web/url.js';

// A window with an address, a list of history entries, and timers that run when the test says so.
function fakeWindow({ hash = '', framed = false, forbids = false } = {}) {
    const heard = new Map();
    const timers = [];
    const entries = [`https://a.example/page?x=1${hash}`];
    const window = {
        entries,
        replaced: 0,
        timers,
        location: {
            get href() {
                return entries.at(-1);
            },
            get hash() {
                const at = entries.at(-1).indexOf('#');
                return at < 0 ? '' : entries.at(-1).slice(at);
            },
        },
        history: {
            state: null,
            pushState: (state, title, url) => (forbids ? refuse() : entries.push(url)),
            replaceState: (state, title, url) => {
                if (forbids) refuse();
                window.replaced += 1;
                entries[entries.length - 1] = url;
            },
        },
        addEventListener: (type, work) => heard.set(type, work),
        removeEventListener: (type) => heard.delete(type),
        setTimeout: (work) => timers.push(work),
        clearTimeout: (id) => (timers[id - 1] = () => {}),
        elapse: () => timers.splice(0).forEach((work) => work()),
        tell: (type) => heard.get(type)?.(),
        listens: () => heard.size,
    };
    const refuse = () => {
        throw new DOMException('not here', 'SecurityError');
    };
    window.parent = framed ? {} : window;
    return window;
}

function linkIn(window, ownPage = true) {
    const heard = [];
    return { link: new Link({ ownPage, changed: (view) => heard.push(view), window, clock: window }), heard };
}

test('the view is what stands behind the hash sign', () => {
    assert.equal(linkIn(fakeWindow()).link.read(), '');
    assert.equal(linkIn(fakeWindow({ hash: '#v=1&a=b%20c' })).link.read(), 'v=1&a=b%20c');
});

test('a pan replaces the entry, once for many, and keeps the rest of the address', () => {
    const window = fakeWindow();
    const { link } = linkIn(window);
    for (let i = 0; i < 50; i += 1) link.write(`v=1&at=${i}`, false);
    assert.equal(window.replaced, 0);
    window.elapse();
    assert.equal(window.replaced, 1);
    assert.deepEqual(window.entries, ['https://a.example/page?x=1#v=1&at=49']);
});

test('a new view on our own page is an entry, and the pan before it is not lost', () => {
    const window = fakeWindow({ hash: '#v=1' });
    const { link } = linkIn(window);
    link.write('v=1&at=2', false);
    link.write('v=1&i=x', true);
    window.elapse();
    assert.deepEqual(window.entries, ['https://a.example/page?x=1#v=1&at=2', 'https://a.example/page?x=1#v=1&i=x']);
});

test('in a frame, and on somebody’s page, there are no new entries', () => {
    for (const [framed, ownPage] of [[true, true], [false, false]]) {
        const window = fakeWindow({ framed });
        linkIn(window, ownPage).link.write('v=1', true);
        window.elapse();
        assert.deepEqual(window.entries, ['https://a.example/page?x=1#v=1']);
    }
});

test('the same view again writes nothing', () => {
    const window = fakeWindow({ hash: '#v=1' });
    const { link } = linkIn(window);
    link.write('v=1', true);
    link.write('v=1', false);
    window.elapse();
    assert.equal(window.replaced, 0);
    assert.equal(window.entries.length, 1);
});

test('back, forward and an edited address are heard, once each', () => {
    const window = fakeWindow({ hash: '#v=1&i=a' });
    const { link, heard } = linkIn(window);
    link.write('v=1&i=b', true);
    window.entries.pop();
    window.tell('popstate');
    window.tell('hashchange');
    assert.deepEqual(heard, ['v=1&i=a']);
});

test('going back throws away what waited to be written', () => {
    const window = fakeWindow({ hash: '#v=1&i=a' });
    const { link } = linkIn(window);
    link.write('v=1&i=b', true);
    link.write('v=1&i=b&at=3', false);
    window.entries.pop();
    window.tell('popstate');
    window.elapse();
    assert.deepEqual(window.entries, ['https://a.example/page?x=1#v=1&i=a']);
});

test('our own writing is not heard as somebody else’s', () => {
    const window = fakeWindow();
    const { link, heard } = linkIn(window);
    link.write('v=1', true);
    window.tell('hashchange');
    assert.deepEqual(heard, []);
});

test('a frame that may not touch its address goes on without', () => {
    const window = fakeWindow({ forbids: true });
    const { link } = linkIn(window);
    link.write('v=1', true);
    link.write('v=2', false);
    window.elapse();
    assert.deepEqual(window.entries, ['https://a.example/page?x=1']);
});

test('stopping writes what waits and listens no more', () => {
    const window = fakeWindow();
    const { link } = linkIn(window);
    link.write('v=1', false);
    link.stop();
    assert.deepEqual(window.entries, ['https://a.example/page?x=1#v=1']);
    assert.equal(window.listens(), 0);
});
