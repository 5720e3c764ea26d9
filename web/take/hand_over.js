// What the reader takes away leaves the page: as a file, by the clipboard, in a window of its own.

import { make } from '../make.js';

const kForgetMs = 60_000;

/** An address for a blob that lasts long enough to be opened. */
export function addressOf(blob) {
    const url = URL.createObjectURL(blob);
    setTimeout(() => URL.revokeObjectURL(url), kForgetMs);
    return url;
}

/** Saves a file. Where a frame forbids that nobody is told, so there is another way beside it (TakeDialog). */
export function save(blob, name) {
    make('a', { href: addressOf(blob), download: name }).click();
}

/**
 * Puts it on the clipboard.
 * @param {Record<string, Blob | string>} kinds the same thing by its types
 * @returns {Promise<boolean>} false where the page may not
 */
export async function copy(kinds) {
    try {
        const blobs = Object.entries(kinds).map(([type, what]) => [type, new Blob([what], { type })]);
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
        return true;
    } catch {
        return false;
    }
}

// "Overall risk, Southwark" as overall-risk-southwark.
const plain = (text) =>
    text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f’']/g, '')
        .replace(/[^a-zA-Z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .toLowerCase();

/** What a file is called. */
export const fileName = (parts, ending) => `${plain(parts.filter(Boolean).join(' ')).slice(0, 80)}.${ending}`;
