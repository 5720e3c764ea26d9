// Packs a PNG whose rows the engine has filtered and left as they are: the browser's own packer does the rest.

const kSignature = 8;
const kFrame = 12;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
});

function crc(...parts) {
    let sum = ~0;
    for (const bytes of parts) for (const byte of bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
    return ~sum >>> 0;
}

const big = (number) => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, number);
    return bytes;
};

const typeIn = (bytes, at) => String.fromCharCode(...bytes.subarray(at + 4, at + 8));

/** Takes the pieces of one file, each of whole chunks. */
export class PngPacker {
    #stream = new CompressionStream('deflate');
    #writer = this.#stream.writable.getWriter();
    #packed = new Response(this.#stream.readable).arrayBuffer();
    #before = [];
    #after = [];

    async put(piece) {
        let at = 0;
        if (this.#before.length === 0) {
            this.#before.push(piece.subarray(0, kSignature));
            at = kSignature;
        }
        const view = new DataView(piece.buffer, piece.byteOffset, piece.length);
        for (let size; at < piece.length; at += kFrame + size) {
            size = view.getUint32(at);
            const type = typeIn(piece, at);
            if (type === 'IDAT') await this.#writer.write(piece.subarray(at + 8, at + 8 + size));
            else (type === 'IEND' ? this.#after : this.#before).push(piece.subarray(at, at + kFrame + size));
        }
    }

    /** @returns {Promise<Blob>} */
    async finish() {
        await this.#writer.close();
        const packed = new Uint8Array(await this.#packed);
        const type = new TextEncoder().encode('IDAT');
        return new Blob([...this.#before, big(packed.length), type, packed, big(crc(type, packed)), ...this.#after], { type: 'image/png' });
    }
}
