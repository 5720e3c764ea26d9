// The data of a WebAssembly module, as bytes at addresses of its memory: https://webassembly.github.io/spec/core/binary/modules.html

const kData = 11;
const kConst = 0x41;
const kEnd = 0x0b;

// Reads an unsigned or signed LEB128 number at `at`. Returns it and where the next thing begins.
function readNumber(bytes, at, isSigned = false) {
    let number = 0;
    let shift = 0;
    let byte;
    do {
        byte = bytes[at];
        at += 1;
        number |= (byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    if (isSigned && shift < 32 && byte & 0x40) number |= -1 << shift;
    return [number >>> 0, at];
}

function unsigned(number) {
    const bytes = [];
    do {
        bytes.push((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
        number >>>= 7;
    } while (number > 0);
    return bytes;
}

function signed(number) {
    const bytes = [];
    for (;;) {
        const byte = number & 0x7f;
        number >>= 7;
        const isLast = (number === 0 && !(byte & 0x40)) || (number === -1 && byte & 0x40);
        bytes.push(isLast ? byte : byte | 0x80);
        if (isLast) return bytes;
    }
}

function* sections(bytes) {
    for (let at = 8; at < bytes.length; ) {
        const begin = at;
        const [size, body] = readNumber(bytes, at + 1);
        at = body + size;
        yield { id: bytes[begin], begin, body, end: at };
    }
}

/** How many bytes the section of data has in the file. */
export const dataSize = (bytes) => [...sections(bytes)].filter(({ id }) => id === kData).reduce((sum, { begin, end }) => sum + end - begin, 0);

/** Segments of data: { address in the memory, begin and end in the file }. */
export function segments(bytes) {
    const found = [];
    for (const { id, body } of sections(bytes)) {
        if (id !== kData) continue;
        let [count, at] = readNumber(bytes, body);
        for (; count > 0; count -= 1) {
            if (bytes[at] !== 0 || bytes[at + 1] !== kConst) throw new Error('A segment of data that is not at a fixed place.');
            const [address, afterAddress] = readNumber(bytes, at + 2, true);
            const [size, begin] = readNumber(bytes, afterAddress + 1);
            found.push({ address, begin, end: begin + size });
            at = begin + size;
        }
    }
    return found;
}

/** Where texts that follow one another, each ended by a zero, stand in the memory: { address, size } of each, without its zero. */
export function textsIn(bytes, texts) {
    // What ends a segment in zeros is cut short.
    const wanted = Buffer.from(texts.join('\0'));
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const holding = segments(bytes).flatMap(({ address, begin, end }) => {
        const at = file.subarray(begin, end).indexOf(wanted);
        return at < 0 ? [] : [address + at];
    });
    if (holding.length !== 1) throw new Error(`The texts stand in ${holding.length} places of the module, and not in one.`);
    let [address] = holding;
    return texts.map((text) => {
        const size = Buffer.byteLength(text);
        const one = { address, size };
        address += size + 1;
        return one;
    });
}

/** Where a text stands in the memory by itself, between zeros; nothing where that is nowhere, or in several places. */
export function textIn(bytes, text) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const wanted = Buffer.from(`${text}\0`);
    const found = segments(bytes).flatMap(({ address, begin, end }) => {
        const held = file.subarray(begin, end);
        const places = [];
        for (let at = held.indexOf(wanted); at >= 0; at = held.indexOf(wanted, at + 1)) if (at === 0 || held[at - 1] === 0) places.push(address + at);
        return places;
    });
    return found.length === 1 ? { address: found[0], size: wanted.length - 1 } : undefined;
}

/** The numbers in a piece of the file from `begin` to `end`, which stands at `address`, as words at multiples of 4: addresses are among them. */
export function wordsIn(bytes, address, begin, end) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const words = [];
    for (let at = begin + ((4 - (address % 4)) % 4); at + 4 <= end; at += 4) words.push(view.getUint32(at, true));
    return words;
}

/** Puts zeros in the place of pieces { address, size }, each of which lies in one segment. Returns what stood there, piece by piece. */
export function blank(bytes, pieces) {
    const held = segments(bytes);
    return pieces.map(({ address, size }) => {
        const segment = held.find((one) => address >= one.address && address + size <= one.address + one.end - one.begin);
        const at = segment.begin + address - segment.address;
        const taken = Uint8Array.from(bytes.subarray(at, at + size));
        bytes.fill(0, at, at + size);
        return taken;
    });
}

/** The same module, which puts `pieces`, { address, bytes }, into its memory as it begins. It has no data of its own. */
export function withData(module, pieces) {
    if ([...sections(module)].some(({ id }) => id === kData)) throw new Error('The module has data already.');
    const body = [...unsigned(pieces.length)];
    for (const { address, bytes } of pieces) body.push(0, kConst, ...signed(address), kEnd, ...unsigned(bytes.length), ...bytes);
    return Buffer.concat([module, Buffer.from([kData, ...unsigned(body.length)]), Buffer.from(body)]);
}
