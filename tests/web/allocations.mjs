// A module whose memory runs out when a test says so: its malloc is put behind one that counts and, when the count is up, gives
// nothing. All else is the module as it ships.

const kCode = 10;
const kSections = { import: 2, function: 3, global: 6, export: 7, code: kCode };
const kI32 = 0x7f;

function numberAt(bytes, at) {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        number |= (byte & 0x7f) << shift;
        if (!(byte & 0x80)) return [number >>> 0, at];
    }
}

function encoded(number) {
    const bytes = [];
    for (; number > 0x7f; number >>>= 7) bytes.push((number & 0x7f) | 0x80);
    return [...bytes, number];
}

const text = (name) => [...encoded(name.length), ...Buffer.from(name)];

// { id, body, end } of each section.
function sectionsOf(bytes) {
    const found = [];
    for (let at = 8; at < bytes.length; ) {
        const [size, body] = numberAt(bytes, at + 1);
        found.push({ id: bytes[at], body, end: body + size });
        at = body + size;
    }
    return found;
}

// How many functions and globals are imported.
function importsIn(bytes, { body }) {
    const counts = { functions: 0, globals: 0 };
    let [count, at] = numberAt(bytes, body);
    for (; count > 0; count -= 1) {
        for (let name = 0; name < 2; name += 1) {
            const [size, begin] = numberAt(bytes, at);
            at = begin + size;
        }
        const kind = bytes[at++];
        if (kind === 0) {
            counts.functions += 1;
            [, at] = numberAt(bytes, at);
        } else if (kind === 3) {
            counts.globals += 1;
            at += 2;
        } else throw new Error(`An import of kind ${kind}.`);
    }
    return counts;
}

// The one function that a short one calls, such as dex_room, which hands malloc's answer on.
function calledBy(bytes, { begin, end }) {
    const kLocals = 0x20, kConst = 0x41, kCall = 0x10, kSelect = 0x1b;
    for (let at = numberAt(bytes, begin)[1]; at < end; ) {
        const code = bytes[at++];
        // Comparisons and sums take what is on the stack.
        if (code === kSelect || (code >= 0x45 && code <= 0x78)) continue;
        const [operand, next] = numberAt(bytes, at);
        if (code === kCall) return operand;
        if (code !== kConst && (code < kLocals || code > kLocals + 2)) throw new Error(`dex_room holds instruction ${code}.`);
        at = next;
    }
    throw new Error('dex_room calls nothing.');
}

/**
 * Puts a countdown before the malloc of a module.
 *
 * The module then exports two globals: each malloc takes 1 from `mallocsLeft`, and the one that comes to 0 gives nothing and puts
 * `mallocsEach` there. Both begin as 0: then none fails, and minus `mallocsLeft` is how many there were.
 * @param {Buffer} bytes
 * @param {number} room the index of dex_room, which calls malloc and nothing else
 */
export function withCountdown(bytes, room) {
    const sections = sectionsOf(bytes);
    const of = (name) => sections.find(({ id }) => id === kSections[name]);
    const imports = importsIn(bytes, of('import'));
    // Where each function's code stands, after its size.
    const [functions, firstCode] = numberAt(bytes, of('code').body);
    const bodies = [];
    for (let at = firstCode; bodies.length < functions; ) {
        const [size, begin] = numberAt(bytes, at);
        bodies.push({ begin, end: begin + size });
        at = begin + size;
    }
    const malloc = calledBy(bytes, bodies[room - imports.functions]) - imports.functions;
    const [typeCount, firstType] = numberAt(bytes, of('function').body);
    let at = firstType;
    let type;
    for (let i = 0; i <= malloc; i += 1) [type, at] = numberAt(bytes, at);
    const [globals, firstGlobal] = numberAt(bytes, of('global').body);
    const [exports, firstExport] = numberAt(bytes, of('export').body);
    const original = encoded(imports.functions + functions);
    const [left, each] = [imports.globals + globals, imports.globals + globals + 1].map(encoded);
    const countdown = [
        0, // No locals.
        ...[0x23, ...left], // global.get
        ...[0x41, 1], // i32.const
        0x6b, // i32.sub
        ...[0x24, ...left], // global.set
        ...[0x23, ...left],
        0x45, // i32.eqz
        ...[0x04, 0x40], // if
        ...[0x23, ...each],
        ...[0x24, ...left],
        ...[0x41, 0],
        0x0f, // return
        0x0b, // end
        ...[0x20, 0], // local.get
        ...[0x10, ...original], // call
        0x0b,
    ];
    const from = (begin, { end }) => bytes.subarray(begin, end);
    const changed = {
        function: [Buffer.from(encoded(typeCount + 1)), from(firstType, of('function')), Buffer.from(encoded(type))],
        global: [Buffer.from(encoded(globals + 2)), from(firstGlobal, of('global')), Buffer.from([kI32, 1, 0x41, 0, 0x0b, kI32, 1, 0x41, 0, 0x0b])],
        export: [
            Buffer.from(encoded(exports + 2)),
            from(firstExport, of('export')),
            Buffer.from([...text('mallocsLeft'), 3, ...left, ...text('mallocsEach'), 3, ...each]),
        ],
        // What stood there is the last function now.
        code: [
            Buffer.from(encoded(functions + 1)),
            ...bodies.flatMap(({ begin, end }, i) => {
                const body = i === malloc ? Buffer.from(countdown) : bytes.subarray(begin, end);
                return [Buffer.from(encoded(body.length)), body];
            }),
            Buffer.from(encoded(bodies[malloc].end - bodies[malloc].begin)),
            bytes.subarray(bodies[malloc].begin, bodies[malloc].end),
        ],
    };
    const parts = [bytes.subarray(0, 8)];
    for (const section of sections) {
        const name = Object.keys(changed).find((one) => kSections[one] === section.id);
        const body = name ? Buffer.concat(changed[name]) : from(section.body, section);
        parts.push(Buffer.from([section.id, ...encoded(body.length)]), body);
    }
    return Buffer.concat(parts);
}
