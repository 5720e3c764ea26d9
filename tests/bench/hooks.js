// Runs in every page before its own scripts: remembers contexts, and after each animation frame, in the same task, reads
// back the pixels that somebody waits for. Nothing here is specific to one of the maps.

export function hooks() {
    const kTolerance = 8;
    const contexts = new Map();
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        const context = getContext.call(this, kind, ...rest);
        if (context) contexts.set(this, context);
        return context;
    };

    const memories = [];
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
        const result = await instantiate.apply(WebAssembly, given);
        const { exports } = result.instance ?? result;
        memories.push(...Object.values(exports).filter((each) => each instanceof WebAssembly.Memory));
        return result;
    };

    // The context of the map: of the canvases on the page, the largest, and of those the last, which lies over the others.
    function mapContext() {
        let best;
        let bestArea = 0;
        for (const [canvas, context] of contexts) {
            const area = canvas.isConnected ? canvas.width * canvas.height : 0;
            if (area > 0 && area >= bestArea) [best, bestArea] = [context, area];
        }
        return best;
    }

    // Colour at css px from the canvas's corner.
    function read(context, x, y) {
        const { canvas } = context;
        const ratio = canvas.width / canvas.getBoundingClientRect().width;
        const [px, py] = [Math.floor(x * ratio), Math.floor(y * ratio)];
        if (context.getImageData) return [...context.getImageData(px, py, 1, 1).data.slice(0, 3)];
        const before = context.getParameter(context.READ_FRAMEBUFFER_BINDING);
        context.bindFramebuffer(context.READ_FRAMEBUFFER, null);
        const pixel = new Uint8Array(4);
        context.readPixels(px, canvas.height - 1 - py, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
        context.bindFramebuffer(context.READ_FRAMEBUFFER, before);
        return [...pixel.slice(0, 3)];
    }
    const near = (a, b) => a.every((part, at) => Math.abs(part - b[at]) <= kTolerance);

    let waiting;
    let watched;
    function look() {
        const context = (waiting || watched) && mapContext();
        if (!context) return;
        if (watched) {
            const colours = watched.points.map(([x, y]) => read(context, x, y));
            // Of one colour: nothing was drawn in this frame.
            if (new Set(colours.map(String)).size > 1) watched.colours = colours;
        }
        if (!waiting) return;
        if (!waiting.points.every(({ x, y, rgb }) => near(read(context, x, y), rgb))) return;
        waiting.resolve(performance.now());
        waiting = undefined;
    }
    // Between frames the screen's clock would hide what a map takes: while `eager`, a frame that is asked for comes at once.
    const frame = requestAnimationFrame.bind(window);
    const cancelFrame = cancelAnimationFrame.bind(window);
    const soon = new window.MessageChannel();
    const early = new Map();
    let eager = false;
    let lastEarly = 1e9;
    const runEarly = (id) => {
        const work = early.get(id);
        if (!early.delete(id)) return;
        work(performance.now());
        look();
    };
    soon.port1.onmessage = ({ data }) => runEarly(data);
    window.requestAnimationFrame = (work) => {
        if (!eager) {
            return frame((now) => {
                work(now);
                look();
            });
        }
        early.set(++lastEarly, work);
        soon.port2.postMessage(lastEarly);
        return lastEarly;
    };
    window.cancelAnimationFrame = (id) => {
        if (!early.delete(id)) cancelFrame(id);
    };

    const beat = () => new Promise((resolve) => frame(resolve));

    window.bench = {
        near,
        pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        quiet: () => new Promise((resolve) => frame(() => frame(resolve))),
        readPoint: (x, y) => read(mapContext(), x, y),
        size: () => {
            const { width, height } = mapContext().canvas.getBoundingClientRect();
            return [width, height];
        },
        // Resolves with the time at which all points had their colours, read in the task of the frame that drew them.
        painted: (points) => new Promise((resolve) => (waiting = { points, resolve })),
        // Colours at points in the last frame of a change of indicator there and back: an idle map would draw nothing.
        async readAfterChange(points, other, id) {
            for (const indicator of [other, id]) {
                watched = { points, colours: undefined };
                window.peer.setIndicator(indicator);
                await window.bench.pause(300);
                await window.peer.settled();
            }
            const { colours } = watched;
            watched = undefined;
            return colours;
        },
        async redraws(count) {
            const times = [];
            for (let at = 0; at < count; ++at) {
                await window.bench.quiet();
                const began = performance.now();
                window.peer.nudge(at % 2 ? 1 : -1);
                window.peer.draw();
                window.bench.readPoint(2, 2);
                times.push(performance.now() - began);
            }
            return times;
        },
        // Sends the map along one path, to and fro and in and out, a step before each of the screen's frames, and lets it draw as
        // it does. How many pictures there were, and the longest time between two frames of the screen.
        async travel([longitude, latitude], zoom, ms) {
            const before = window.peer.pictures();
            const began = await beat();
            let [last, worst] = [began, 0];
            while (last - began < ms) {
                const turn = (2 * Math.PI * (last - began)) / ms;
                window.peer.jump([longitude + 0.2 * Math.sin(4 * turn), latitude + 0.1 * Math.sin(3 * turn)], zoom + 1.5 * (1 - Math.cos(2 * turn)));
                const now = await beat();
                worst = Math.max(worst, now - last);
                last = now;
            }
            return { drawn: window.peer.pictures() - before, worst };
        },
        async change(id, points) {
            await window.bench.quiet();
            const done = window.bench.painted(points);
            eager = true;
            const began = performance.now();
            window.peer.setIndicator(id);
            const time = (await done) - began;
            eager = false;
            return time;
        },
        picks(samples, calls) {
            const [width, height] = window.bench.size();
            let seed = 1;
            const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
            const times = [];
            let hits = 0;
            for (let sample = 0; sample < samples; ++sample) {
                const places = Array.from({ length: calls }, () => [random() * width, random() * height]);
                const began = performance.now();
                for (const [x, y] of places) {
                    const found = window.peer.pick(x, y);
                    if (found !== undefined && found !== -1 && found !== '') ++hits;
                }
                times.push((performance.now() - began) / calls);
            }
            return { times, hits, calls: samples * calls };
        },
        async memory() {
            const { breakdown } = await performance.measureUserAgentSpecificMemory();
            const scripts = breakdown.filter(({ types }) => types.includes('JavaScript') || types.includes('Shared'));
            // The browser leaves the memories of wasm out.
            return scripts.reduce((sum, { bytes }) => sum + bytes, window.bench.wasmMemory());
        },
        wasmMemory: () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    };
}
