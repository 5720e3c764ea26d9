// How far a picture that another program drew is from ours: apart for words and for everything else, because each program
// has its own way of putting a face on pixels.

import { Parser } from 'htmlparser2';

/** Levels of a channel that nobody sees at an edge. */
const kTolerance = 32;
const kRoom = 3; // Pixels around words: their halo, and what a face leans out of its line.
const kAscent = 0.95;
const kDescent = 0.3;

// The boxes of all words of an SVG, in pixels: left, top, right, bottom.
function boxesOfWords(svg, { width }) {
    const boxes = [];
    let scale;
    const parser = new Parser({
        onopentag(name, attributes) {
            if (name === 'svg') scale = width / Number(attributes.viewBox.split(' ')[2]);
            if (name !== 'text') return;
            const [x, y, size, length] = ['x', 'y', 'font-size', 'textLength'].map((key) => Number(attributes[key]));
            const left = x - length * { middle: 0.5, end: 1 }[attributes['text-anchor']] || x;
            boxes.push([left, y - size * kAscent, left + length, y + size * kDescent].map((side, i) => side * scale + (i < 2 ? -kRoom : kRoom)));
        },
    }, { xmlMode: true });
    parser.end(svg);
    return boxes;
}

// Whether a pixel of one lies between the darkest and the lightest of the other next to it: an edge may fall half a pixel beside.
function isIn(one, other, x, y) {
    const { width, height } = other;
    for (let channel = 0; channel < 3; channel += 1) {
        let [least, most] = [255, 0];
        for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1) {
            for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1) {
                const level = other.data[(v * width + u) * 3 + channel];
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
        }
        const level = one.data[(y * width + x) * 3 + channel];
        if (level < least - kTolerance || level > most + kTolerance) return false;
    }
    return true;
}

// Both ways: a thin line that only one of them has lies within what is around it there, and not here.
const isLike = (ours, theirs, x, y) => isIn(theirs, ours, x, y) && isIn(ours, theirs, x, y);

/** Shares of all pixels that differ by more than the tolerance in a channel from what is next to them in the other: { words, shapes }. */
export function differences(ours, theirs, svg) {
    const { width, height } = ours;
    if (theirs.width !== width || theirs.height !== height) throw new RangeError(`${theirs.width} × ${theirs.height} pixels for ${width} × ${height}`);
    const isWord = new Uint8Array(width * height);
    for (const [left, top, right, bottom] of boxesOfWords(svg, ours)) {
        for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1) isWord.fill(1, y * width + Math.max(0, Math.floor(left)), y * width + Math.min(width, Math.ceil(right)));
    }
    const counts = { words: 0, shapes: 0 };
    for (let i = 0; i < width * height; i += 1) {
        if (!isLike(ours, theirs, i % width, Math.floor(i / width))) counts[isWord[i] ? 'words' : 'shapes'] += 1;
    }
    return { words: counts.words / (width * height), shapes: counts.shapes / (width * height) };
}
