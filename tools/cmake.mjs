// Builds a preset of CMakePresets.json; configures it first when that has not been done since the presets were last changed.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, step, which } from './run.mjs';

// Where ccache is installed, nothing is compiled twice. CMake reads which launcher to use when it configures; ccache reads
// each time that a precompiled header may stand in for its text, which it only trusts when told to.
const cache = which('ccache')
    ? {
          CMAKE_C_COMPILER_LAUNCHER: 'ccache',
          CMAKE_CXX_COMPILER_LAUNCHER: 'ccache',
          CCACHE_SLOPPINESS: 'pch_defines,time_macros',
      }
    : {};

export async function buildPreset(preset, label, targets = []) {
    const folder = join(root, 'build', preset);
    const env = { ...cache, ...process.env };
    const [made, presets] = [join(folder, 'build.ninja'), join(root, 'CMakePresets.json')];
    if (!existsSync(made) || statSync(made).mtimeMs < statSync(presets).mtimeMs) {
        await step(`configure ${preset}`, 'cmake', ['--preset', preset], { log: `configure-${preset}`, env });
    }
    const chosen = targets.length > 0 ? ['--target', ...targets] : [];
    await step(label, 'cmake', ['--build', '--preset', preset, ...chosen], { log: `build-${preset}`, env });
}
