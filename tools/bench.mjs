// Benchmarks: the native ones, England and Wales, then ours and the peers' in one browser. Times are printed and never asserted.

import { existsSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { buildPreset } from './cmake.mjs';
import { asProgram, root, Stop } from './run.mjs';
import { setUp } from './setup.mjs';

function show(command, args) {
    const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) throw new Stop(`${command} ${args.join(' ')}: exit ${status}`);
}

await asProgram(async () => {
    await setUp('bench');
    await build();
    await buildPreset('bench', 'build the benchmarks');
    const folder = join(root, 'build', 'bench', 'bin');
    const programs = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith('bench_')) : [];
    for (const program of programs) show(join(folder, program), []);
    show(process.execPath, ['tests/bench/large.mjs']);
    show(process.execPath, ['tests/bench/scores.mjs']);
    show(process.execPath, ['tests/bench/pictures.mjs']);
    show(process.execPath, ['tests/bench/floor.mjs']);
    show(process.execPath, ['tests/bench/run.mjs', ...process.argv.slice(2)]);
});
