// Runs other programs: quietly when they are quick, with a sign of life when they are not, and with
// everything they said when they fail.

import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { accessSync, constants } from 'node:fs';

export const root = resolve(import.meta.dirname, '..');
export const logs = join(root, 'build', 'logs');

// A failure that needs no stack trace: the message says what to do.
export class Stop extends Error {}

// The absolute path of a program on the PATH, or undefined.
export function which(program, path = process.env.PATH ?? '') {
    for (const folder of path.split(delimiter)) {
        const candidate = join(folder, program);
        try {
            accessSync(candidate, constants.X_OK);
            return candidate;
        } catch {
            // Not here: look in the next folder.
        }
    }
    return undefined;
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

// Shows that `work` is going on: its label after a second, a sign of life every ten seconds, how long it
// took. Says nothing of what is done at once, nor of a step while a step inside it speaks.
let inner = 0;
export async function progress(label, work) {
    const began = Date.now();
    const depth = (inner += 1);
    let shown = false;
    const show = () => {
        if (depth < inner) return;
        console.log(shown ? `    still at it: ${label}, ${seconds(began)}` : `  ${label} …`);
        shown = true;
    };
    const first = setTimeout(show, 1_000);
    const alive = setInterval(show, 10_000);
    try {
        return await work();
    } finally {
        clearTimeout(first);
        clearInterval(alive);
        inner -= 1;
        if (shown) console.log(`  ${label}: ${seconds(began)}`);
    }
}

// Runs one program as a step. Its output goes to build/logs/<log>.log; the end of it is shown on failure.
export async function step(label, command, args, { log, cwd = root, env = {} } = {}) {
    mkdirSync(logs, { recursive: true });
    const file = join(logs, `${log}.log`);
    const { code } = await progress(label, () => collect(command, args, { cwd, env, file }));
    if (code === 0) return;
    const said = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-60).join('\n');
    throw new Stop(`${said}\n\n${label}: failed (exit ${code}). The whole log: build/logs/${log}.log`);
}

// Runs a program without standard input and returns { code, out, err }; out and err are empty when
// they went to `file` instead.
export function collect(command, args, { cwd = root, env = {}, file } = {}) {
    return new Promise((done) => {
        const child = spawn(command, args, {
            cwd,
            env: { ...process.env, ...env },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        const sink = file ? createWriteStream(file) : undefined;
        let out = '';
        let err = '';
        child.stdout.on('data', (bytes) => (sink ? sink.write(bytes) : (out += bytes)));
        child.stderr.on('data', (bytes) => (sink ? sink.write(bytes) : (err += bytes)));
        const finish = (code) => (sink ? sink.end(() => done({ code, out, err })) : done({ code, out, err }));
        child.on('error', (error) => {
            if (sink) sink.write(`${error.message}\n`);
            else err += error.message;
            finish(127);
        });
        child.on('close', (code) => finish(code ?? 1));
    });
}

// Calls `main` and turns a Stop into its message and exit code 1.
export async function asProgram(main) {
    try {
        await main();
    } catch (error) {
        console.error(error instanceof Stop ? `\n${error.message}` : error);
        process.exitCode = 1;
    }
}
