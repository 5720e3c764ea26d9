// Says whether what a step reads has changed since the step last succeeded, by names, sizes and times.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

// Every file below `path`, or `path` itself; nothing when it is not there.
export function filesBelow(path) {
    if (!existsSync(path)) return [];
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]));
}

// `reads` are files and folders, `makes` the file or folder that must exist. Calls `work` when they differ
// from last time, and returns whether it did.
export async function whenChanged(name, { reads, makes, also = '' }, work) {
    const file = join(root, 'build', 'stamps', name);
    const hash = createHash('sha256').update(also);
    for (const path of reads.flatMap(filesBelow)) {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
    const now = hash.digest('hex');
    if (existsSync(makes) && existsSync(file) && readFileSync(file, 'utf8') === now) return false;
    await work();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
    return true;
}
