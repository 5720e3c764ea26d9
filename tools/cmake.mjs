// Builds a preset of CMakePresets.json; configures it first when that has not been done.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, step } from './run.mjs';

export async function buildPreset(preset, label, targets = []) {
    const folder = join(root, 'build', preset);
    if (!existsSync(join(folder, 'build.ninja'))) {
        await step(`configure ${preset}`, 'cmake', ['--preset', preset], { log: `configure-${preset}` });
    }
    const chosen = targets.length > 0 ? ['--target', ...targets] : [];
    await step(label, 'cmake', ['--build', '--preset', preset, ...chosen], { log: `build-${preset}` });
}
