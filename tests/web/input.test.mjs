import assert from 'node:assert/strict';
import test from 'node:test';
import { wheelPx } from '../../web/input.js';

test('a wheel is told in css px, whatever the browser counts in', () => {
    assert.equal(wheelPx({ deltaMode: 0, deltaY: 100 }, 600), 100);
    assert.equal(Math.round(wheelPx({ deltaMode: 1, deltaY: 3 }, 600)), 100);
    assert.equal(wheelPx({ deltaMode: 2, deltaY: -0.5 }, 600), -300);
});

test('one turn is never a leap', () => {
    assert.equal(wheelPx({ deltaMode: 2, deltaY: 9 }, 800), 400);
    assert.equal(wheelPx({ deltaMode: 0, deltaY: -99_999 }, 800), -400);
});
