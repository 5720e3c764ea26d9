// The page about the method, as it is made from docs/method.md.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { method, methodHtml } from '../../tools/method.mjs';

const html = methodHtml();
const markdown = readFileSync(method, 'utf8');

test('has every heading of the document, with an anchor of its own', () => {
    const anchors = [...html.matchAll(/<h\d id="([^"]+)"/g)].map(([, id]) => id);
    const fenced = markdown.replace(/^```[^]*?^```/gm, '');
    assert.equal(anchors.length, [...fenced.matchAll(/^#+ /gm)].length);
    assert.equal(new Set(anchors).size, anchors.length);
    assert.ok(anchors.includes('words-for-a-position'));
});

test('has every table, each with a name, reached by keyboard, and no head without words', () => {
    assert.equal([...html.matchAll(/<table>/g)].length, [...markdown.matchAll(/^\|(?:-+\|)+$/gm)].length);
    assert.equal([...html.matchAll(/<div class="table" role="group" tabindex="0" aria-label="[^"]+">/g)].length, [...html.matchAll(/<table>/g)].length);
    assert.doesNotMatch(html, /<th scope="col"><\/th>\s*<th scope="col"><\/th>\s*<\/tr>\s*<\/thead>/);
});

test('runs nothing and takes nothing from elsewhere', () => {
    assert.doesNotMatch(html, /<script|<style|style=|<img|javascript:|\son\w+=/i);
    const made = methodHtml('A [link](https://a.example/) & <b>.\n\n```\n<script>\n```\n');
    assert.ok(made.includes('&#60;script&#62;'), made);
});
