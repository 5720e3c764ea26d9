// What the reader takes away leaves the page: as a file, by the clipboard, in a window of its own.

import { make } from '../make.js';

const kForgetMs = 60_000;
const kMaxPart = 40;

/** Files that have an address for as long as somebody may want them. */
export class Files {
    #addresses = [];

    address(blob) {
        const address = URL.createObjectURL(blob);
        this.#addresses.push(address);
        return address;
    }

    /** Where a frame forbids it nobody is told. */
    save(blob, name) {
        make('a', { href: this.address(blob), download: name }).click();
    }

    /** False where the page may not open windows. */
    open(blob) {
        return Boolean(window.open(this.address(blob), '_blank'));
    }

    /** Not at once: a window that was opened may still be loading. */
    forget() {
        setTimeout(() => this.#addresses.forEach((address) => URL.revokeObjectURL(address)), kForgetMs);
    }
}

/**
 * Puts it on the clipboard. Called in the press itself: some browsers refuse what comes later.
 * @param {Record<string, Blob | string>} kinds the same thing by its types
 * @returns {Promise<boolean>} false where the page may not
 */
export async function copy(kinds) {
    try {
        const types = Object.keys(kinds);
        if (types.length === 1 && types[0] === 'text/plain') {
            await navigator.clipboard.writeText(kinds['text/plain']);
        } else {
            const blobs = types.map((type) => [type, new Blob([kinds[type]], { type })]);
            await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
        }
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
        .toLowerCase()
        .slice(0, kMaxPart)
        .replace(/^-|-$/g, '');

/** What a file is called: each part once. */
export function fileName(parts, ending) {
    const names = new Set(parts.map((part) => plain(part ?? '')).filter(Boolean));
    return `${[...names].join('-') || 'map'}.${ending}`;
}
