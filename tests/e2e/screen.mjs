// A virtual screen for browsers that draw only on one, with a software renderer.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Starts Xvfb on a free number. Returns { env, close }. */
export async function screen() {
    // It says the number that it found on its third stream.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise((done, failed) => {
        server.on('error', failed);
        server.on('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
        createInterface(server.stdio[3]).once('line', done);
    });
    return {
        env: { DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' },
        close: () =>
            new Promise((done) => {
                server.removeAllListeners('exit');
                server.on('exit', done);
                server.kill();
            }),
    };
}
