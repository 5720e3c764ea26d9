// The project's own files as the rules of the house see them.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(root, file)));

// Tracked and new files whose path matches.
export const files = (pattern) => listed.filter((file) => pattern.test(file));
export const read = (file) => readFileSync(join(root, file), 'utf8');

// C++ or JavaScript without comments, so that a rule is not broken by talking of it. Lines keep their numbers.
export const code = (file) =>
    read(file)
        .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
        .replace(/(^|[^:"'`])\/\/.*$/gm, '$1');

// "file:line" of every line of `text` that matches.
export const places = (file, text, pattern) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : []));
