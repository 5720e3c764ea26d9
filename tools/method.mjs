// docs/method.md as a piece of HTML for the page about the method.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { root } from './run.mjs';

/** What the page is made from. */
export const method = join(root, 'docs', 'method.md');

// As people link to headings: "#words-for-a-position".
const anchorOf = (text) => text.replace(/<[^>]*>/g, '').toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').trim().replaceAll(' ', '-');

const isEmpty = (row) => row.replace(/<[^>]*>/g, '').trim() === '';

// In a narrow window a table scrolls by itself, by keyboard too, and is called after the heading above it. A head without words
// would be read out as one.
function rendererOf() {
    let above = '';
    return {
        heading(text, level) {
            above = text.replace(/<[^>]*>/g, '');
            return `<h${level} id="${anchorOf(text)}">${text}</h${level}>\n`;
        },
        table(head, body) {
            const named = isEmpty(head) ? '' : `<thead>${head.replaceAll('<th>', '<th scope="col">')}</thead>`;
            return `<div class="table" role="group" tabindex="0" aria-label="${above}"><table>${named}<tbody>${body}</tbody></table></div>\n`;
        },
        code: (text) => `<pre tabindex="0"><code>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</code></pre>\n`,
    };
}

/** Headings have the anchors that people link to. */
export const methodHtml = (markdown = readFileSync(method, 'utf8')) => new Marked({ renderer: rendererOf() }).parse(markdown);
