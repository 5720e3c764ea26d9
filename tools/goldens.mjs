// Draws the golden pictures of tests/golden, tests/gpu/golden and tests/compile/golden again. Look at what has changed
// before you commit it.

import { join } from 'node:path';
import { makeFaces } from './build.mjs';
import { buildPreset } from './cmake.mjs';
import { asProgram, root, step } from './run.mjs';
import { setUp } from './setup.mjs';

await asProgram(async () => {
    await setUp('test');
    await makeFaces();
    await buildPreset('dev', 'build the tests that draw', ['test_abi', 'test_gpu', 'test_compile']);
    for (const [program, tests] of Object.entries({ test_abi: '*Frame*', test_gpu: '*PictureTest*', test_compile: 'Pictures.*' })) {
        await step(`draw (${program})`, join(root, 'build', 'dev', 'bin', program), [`--gtest_filter=${tests}`], {
            log: `goldens-${program}`,
            env: { DEX_UPDATE_GOLDENS: '1' },
        });
    }
});
