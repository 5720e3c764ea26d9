// The Nu HTML Checker finds no error and has no warning on any page that ships, nor on the examples'.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, root } from './site.mjs';

const jar = join(root, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
const folders = [dist, join(root, 'docs', 'examples')];

// Pages are read from the disk, where nothing is of the policy's own origin; that it holds is seen in a browser.
const isOfTheDisk = ({ message }) => /^Resource violates Content Security Policy .* blocked by/.test(message);

// A script that is data never runs, so no policy is asked about it; the checker asks all the same.
const isOfData = ({ message, extract }) => /^Inline script violates Content Security Policy /.test(message) && /<script type="application\/ld\+json">/.test(extract);

const check = (files) =>
    new Promise((done) => {
        execFile('java', ['-jar', jar, '--format', 'json', ...files], (_, out, err) => done(JSON.parse(err || out).messages));
    });

test('the pages that ship and the examples are valid HTML', async () => {
    const pages = folders.flatMap((folder) =>
        readdirSync(folder, { recursive: true })
            .filter((file) => file.endsWith('.html'))
            .map((file) => join(folder, file)),
    );
    assert.ok(pages.length >= 6, `${pages.length} pages`);
    const messages = (await check(pages)).filter((message) => !isOfTheDisk(message) && !isOfData(message));
    assert.deepEqual(messages.map(({ type, url, lastLine, message }) => `${type} ${url}:${lastLine} ${message}`), []);
});
