// What WebGL itself takes on this machine, without any map: the first context of a browser, a first program, and one
// textured triangle over a canvas of our map's size, read back. Prints medians of three browsers.

import { chromium } from 'playwright-core';
import { kBrowser } from '../e2e/chromium.mjs';
import { median } from './report.mjs';

const kFlags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const kSize = [960, 664];

async function floor([width, height]) {
    let began = performance.now();
    const lap = () => {
        const took = performance.now() - began;
        began = performance.now();
        return took;
    };
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    document.body.append(canvas);
    const gl = canvas.getContext('webgl2', { antialias: false });
    const read = () => gl.readPixels(2, 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    read();
    const context = lap();
    const program = gl.createProgram();
    const sources = [
        [gl.VERTEX_SHADER, 'void main() { gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4. - 1., 0, 1); }'],
        [gl.FRAGMENT_SHADER, 'precision highp float; uniform sampler2D t; out vec4 c; void main() { c = texelFetch(t, ivec2(gl_FragCoord.xy), 0); }'],
    ];
    for (const [kind, source] of sources) {
        const shader = gl.createShader(kind);
        gl.shaderSource(shader, `#version 300 es\n${source}`);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    gl.useProgram(program);
    const draw = () => {
        gl.drawArrays(gl.TRIANGLES, 0, 3);
        read();
    };
    draw();
    const first = lap();
    const passes = [];
    for (let at = 0; at < 15; at += 1) {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        lap();
        draw();
        passes.push(lap());
    }
    return { context, first, pass: passes.sort((a, b) => a - b)[7] };
}

const seen = [];
for (let round = 0; round < 3; round += 1) {
    const browser = await chromium.launch({ executablePath: kBrowser, headless: true, args: kFlags });
    try {
        const page = await browser.newPage();
        seen.push(await page.evaluate(floor, kSize));
    } finally {
        await browser.close();
    }
}
const of = (row) => median(seen.map((one) => one[row])).toFixed(1);
console.log(`WebGL without a map, ${kSize.join(' × ')}: first context ${of('context')} ms, first program ${of('first')} ms, one pass over the canvas ${of('pass')} ms`);
