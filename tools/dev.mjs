// The page from its sources, kept fresh: C++ is rebuilt and the page reloaded, a shader is sent to the page
// as text (web/dev/shaders.js), JavaScript is Vite's own affair.

import { watch } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { compileAtlas } from './atlas.mjs';
import { buildArguments, makeFaces } from './build.mjs';
import { buildPreset } from './cmake.mjs';
import { asProgram, root, Stop } from './run.mjs';
import { setUp } from './setup.mjs';
import { resolveShader } from './shaders.mjs';
import { buildTables } from './web.mjs';
import { contentTypeOf, sendFile } from './serve.mjs';

const module = join(root, 'build', 'wasm-dev', 'bin');
const mounts = {
    '/atlas/': join(root, 'build', 'atlas'),
    '/faces/': join(root, 'build', 'faces'),
    '/dex.wasm': join(module, 'dex.wasm'),
};

// The files that dist/ holds beside the page, from where the build left them.
const besides = {
    name: 'dex-besides',
    transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module', src: '/dev/shaders.js' } }],
    configureServer(server) {
        server.middlewares.use((request, response, next) => {
            const path = decodeURIComponent(request.url.split('?')[0]);
            const mount = Object.keys(mounts).find((prefix) => path.startsWith(prefix));
            if (!mount) return next();
            return sendFile(join(mounts[mount], path.slice(mount.length)), response, { 'Content-Type': contentTypeOf(path) });
        });
    },
};

async function rebuild(from) {
    await buildPreset('release', 'build the command line', ['dex']);
    await buildPreset('wasm-dev', 'build the module', ['dex_wasm']);
    await buildTables();
    return compileAtlas(from);
}

// One rebuild at a time; what changes meanwhile makes one more.
function keepFresh(server, from) {
    let running = false;
    let again = false;
    const refresh = async () => {
        if (running) return void (again = true);
        running = true;
        try {
            await rebuild(from);
            server.ws.send({ type: 'full-reload' });
        } catch (error) {
            console.error(error instanceof Stop ? error.message : error);
        }
        running = false;
        if (again) {
            again = false;
            await refresh();
        }
    };
    for (const folder of ['src', 'wasm', 'data']) watch(join(root, folder), { recursive: true }, () => refresh());
    watch(join(root, 'shaders'), { recursive: true }, (_, file) => {
        // What several include, and the panels' own pair, are built in.
        if (!/\.(vert|frag)$/.test(file) || file.startsWith('panels.')) return void refresh();
        const name = basename(file, extname(file));
        const text = (kind) => resolveShader(join(root, 'shaders', `${name}.${kind}`));
        server.ws.send({ type: 'custom', event: 'dex:shader', data: { name, vertex: text('vert'), fragment: text('frag') } });
    });
}

await asProgram(async () => {
    const { from, port = process.env.PORT ?? '8080' } = buildArguments();
    await setUp('build');
    await makeFaces();
    const shown = await rebuild(from);
    const { createServer } = await import('vite');
    const server = await createServer({
        configFile: join(root, 'tools', 'vite.config.mjs'),
        plugins: [besides],
        resolve: { alias: { '#dex': join(module, 'dex.mjs') } },
        server: { port: Number(port), watch: { ignored: ['**/build/**', '**/dist/**', '**/deps/**'] } },
    });
    await server.listen();
    keepFresh(server, from);
    console.log(`${server.resolvedUrls.local[0]}  shows ${shown}, and follows every change.`);
});
