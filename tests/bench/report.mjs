// Turns the figures into a table: medians over the rounds, the peers as multiples of ours, docs/benchmarks.md.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const kFile = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
const kTie = 1.5;

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const ms = (value) => (value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : value.toFixed(0));
// How many times ours, and whether that says anything.
export const times = (ratio) => `${ratio < kTie && ratio > 1 / kTie ? 'tie, ' : ''}${ratio.toFixed(ratio < 10 ? 1 : 0)}×`;

const kRows = [
    ['bytes', 'bytes to the first picture, kB brotli (code + data)', (value) => (value / 1000).toFixed(0)],
    ['first desktop', 'first choropleth, 1280 × 800, ms', ms],
    ['first phone', 'the same, 360 × 640 at 2×, processor 4× slower', ms],
    ['first slow phone', 'the same over 1.6 Mbit/s and 150 ms', ms],
    ['redraw', 'redraw, all of London in view, ms', ms],
    ['redraw11', 'redraw at zoom 11', ms],
    ['redraw14', 'redraw at zoom 14', ms],
    ['frames', 'pan and zoom for 4 s: frames drawn (more is better)', (value) => value.toFixed(0)],
    ['worst', 'worst frame of these, ms', ms],
    ['change', 'change of indicator until the pixels changed, ms', ms],
    ['pick', 'which area is under the pointer, ms', ms],
    ['memory', 'JavaScript and wasm memory, all loaded, MB', (value) => (value / 1e6).toFixed(1)],
    ['buffers', "the frame's own buffers among it, MB", (value) => (value / 1e6).toFixed(1)],
];

function table(maps, results) {
    const lines = [
        `| lower is better | ${maps.map(({ label }) => label).join(' | ')} |`,
        `|---|${maps.map(() => '---:|').join('')}`,
    ];
    for (const [row, words, show] of kRows) {
        const ours = results.ours?.[row] && median(results.ours[row]);
        const cells = maps.map(({ id }) => {
            if (!results[id][row]) return '';
            const value = median(results[id][row]);
            if (id === 'ours' || id === 'card' || !ours) return show(value);
            return `${show(value)} (${times(value / ours)})`;
        });
        lines.push(`| ${words} | ${cells.join(' | ')} |`);
    }
    return lines.join('\n');
}

export const summary = table;

// Prose at the width of the other pages, 100 columns (tests/house/files.test.mjs).
export function wrapped(words) {
    const lines = [''];
    for (const word of words.split(' ')) {
        const longer = `${lines.at(-1)} ${word}`.trim();
        if ([...longer].length <= 100) lines[lines.length - 1] = longer;
        else lines.push(word);
    }
    return lines.join('\n');
}

// Puts measured text between the marks of its name in docs/benchmarks.md; the words around it are written by hand and stay.
export function section(name, text) {
    const [begin, end] = ['begin', 'end'].map((edge) => `<!-- ${name}: ${edge} -->`);
    const before = existsSync(kFile) ? readFileSync(kFile, 'utf8') : '# Benchmarks\n';
    const [head, rest = `${end}\n`] = (before.includes(begin) ? before : `${before}\n${begin}\n${end}\n`).split(begin);
    writeFileSync(kFile, `${head}${begin}\n${text}\n${end}${rest.split(end)[1]}`);
}

export function report(maps, results, { rounds, areas, maplibre }) {
    section(
        'measured',
        [
            table(maps, results),
            '',
            wrapped(
                `London's ${areas.toLocaleString('en')} small areas · MapLibre GL JS ${maplibre} · ${rounds} rounds in turns, medians · ` +
                    `Chromium, SwiftShader, ${cpus().length} cores (${cpus()[0].model.trim()}).`,
            ),
        ].join('\n'),
    );
}
