// Reads the PNGs that browsers make, and ours: 8 bits a channel, RGB, RGBA or a palette, not interlaced.

import { inflateSync } from 'node:zlib';

const paeth = (a, b, c) => {
    const p = a + b - c;
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
    if (pa <= pb && pa <= pc) return a;
    return pb <= pc ? b : c;
};

// { width, height, at(x, y) → [r, g, b], data: 3 bytes a pixel }
export function readPng(file) {
    const parts = [];
    let width, height, channels, palette;
    for (let at = 8; at < file.length; ) {
        const size = file.readUInt32BE(at);
        const type = file.toString('latin1', at + 4, at + 8);
        const body = file.subarray(at + 8, at + 8 + size);
        if (type === 'IHDR') {
            [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
            channels = { 2: 3, 3: 1, 6: 4 }[body[9]];
            if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error('a PNG of another kind');
        }
        if (type === 'PLTE') palette = body;
        if (type === 'IDAT') parts.push(body);
        at += 12 + size;
    }
    const raw = inflateSync(Buffer.concat(parts));
    const stride = width * channels;
    const lines = Buffer.alloc(stride * height);
    for (let y = 0; y < height; y += 1) {
        const filter = raw[y * (stride + 1)];
        for (let i = 0; i < stride; i += 1) {
            const left = i < channels ? 0 : lines[y * stride + i - channels];
            const up = y === 0 ? 0 : lines[(y - 1) * stride + i];
            const corner = y === 0 || i < channels ? 0 : lines[(y - 1) * stride + i - channels];
            const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            lines[y * stride + i] = raw[y * (stride + 1) + 1 + i] + guess;
        }
    }
    const data = Buffer.alloc(width * height * 3);
    for (let i = 0; i < width * height; i += 1) {
        if (channels === 1) palette.copy(data, i * 3, lines[i] * 3, lines[i] * 3 + 3);
        else lines.copy(data, i * 3, i * channels, i * channels + 3);
    }
    return { width, height, data, at: (x, y) => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)] };
}

/** The soft edges of the page's own buttons and fields differ by so much when the browser draws the same page again. */
export const kSameAgain = 1;

// How many pixels differ by more than `min` in a channel.
export function differing(a, b, min = 8) {
    if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
    let count = 0;
    for (let i = 0; i < a.data.length; i += 3) {
        const max = Math.max(...[0, 1, 2].map((k) => Math.abs(a.data[i + k] - b.data[i + k])));
        if (max > min) count += 1;
    }
    return count;
}

// How many different colours there are, in steps of 8 a channel.
export function colours(picture) {
    const seen = new Map();
    for (let i = 0; i < picture.data.length; i += 3) {
        const key = (picture.data[i] >> 3 << 10) | (picture.data[i + 1] >> 3 << 5) | (picture.data[i + 2] >> 3);
        seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    return seen;
}

/** How many colours cover half a percent of a picture or more: a map has several, a plain rectangle one. */
export const largeColours = (picture) => [...colours(picture).values()].filter((count) => count > picture.width * picture.height * 0.005).length;
