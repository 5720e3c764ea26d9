// A CSV as a table: to be looked at, and to be pasted into a spreadsheet.

import { escape } from '../escape.js';
import { make } from '../make.js';

/**
 * The rows of a CSV (RFC 4180), each a list of its cells.
 * @param {string} text
 * @param {number} [max] rows that are wanted
 */
export function rowsOf(text, max = Infinity) {
    const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
    const rows = [];
    let row = [];
    while (rows.length < max && cells.lastIndex < text.length) {
        const [, cell, end] = cells.exec(text);
        row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
        if (end === ',') continue;
        rows.push(row);
        row = [];
    }
    return rows;
}

/** How many rows a CSV has that ends with a line's end; line ends in quotes begin none. */
export const rowCount = (text) => text.split('"').reduce((sum, part, i) => (i % 2 ? sum : sum + part.split('\r\n').length - 1), 0);

/** @param {string[][]} rows the first names the columns */
export function tableOf([head, ...rows]) {
    const cells = (kind, row) => make('tr', {}, ...row.map((textContent) => make(kind, { textContent })));
    return make('table', {}, make('thead', {}, cells('th', head)), make('tbody', {}, ...rows.map((row) => cells('td', row))));
}

/** The same as text: half a million cells would be too many elements. */
export function htmlOf([head, ...rows]) {
    const cells = (kind, row) => `<tr>${row.map((cell) => `<${kind}>${escape(cell)}</${kind}>`).join('')}</tr>`;
    return `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}

/** As spreadsheets take it from the clipboard where they take no table. */
export const tabbed = (rows) => rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
