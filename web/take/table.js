// A CSV as a table: to be looked at, and to be pasted into a spreadsheet.

import { escape } from '../escape.js';
import { make } from '../make.js';

const kShown = 6;

/**
 * The rows of a CSV (RFC 4180), each a list of its cells.
 * @param {string} text
 */
function rowsOf(text) {
    const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
    const rows = [];
    let row = [];
    while (cells.lastIndex < text.length) {
        const [, cell, end] = cells.exec(text);
        row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
        if (end === ',') continue;
        rows.push(row);
        row = [];
    }
    return rows;
}

const rowAsHtml = (kind, row) => `<tr>${row.map((cell) => `<${kind}>${escape(cell)}</${kind}>`).join('')}</tr>`;

const rowAsText = (row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\r\n`;

/** @param {string[][]} rows the first names the columns */
export function tableOf([head, ...rows]) {
    const cells = (kind, row) => make('tr', {}, ...row.map((textContent) => make(kind, { textContent })));
    return make('table', {}, make('thead', {}, cells('th', head)), make('tbody', {}, ...rows.map((row) => cells('td', row))));
}

/** Takes in a CSV as it is made, so that a long one is ready for a file and for the clipboard without one long step. */
export class Sheet {
    /** The names of the columns, and the first rows. */
    shown = [];
    /** Rows without the names. */
    count = 0;

    #csv = [];
    #html = [];
    #text = [];

    /** @param {string} csv whole rows; the first piece begins with the names of the columns */
    add(csv) {
        const rows = rowsOf(csv);
        this.shown.push(...rows.slice(0, Math.max(0, kShown - this.shown.length)));
        const head = this.#csv.length ? [] : rows.splice(0, 1);
        this.count += rows.length;
        this.#csv.push(csv);
        this.#text.push(...[...head, ...rows].map(rowAsText));
        this.#html.push(...head.map((row) => `<thead>${rowAsHtml('th', row)}</thead><tbody>`), ...rows.map((row) => rowAsHtml('td', row)));
    }

    get csv() {
        return this.#csv.join('');
    }

    /** As text: half a million cells would be too many elements. */
    get html() {
        return `<table>${this.#html.join('')}</tbody></table>`;
    }

    /** As spreadsheets take it where they take no table. */
    get text() {
        return this.#text.join('').slice(0, -2);
    }
}
