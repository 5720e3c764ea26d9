// Dear ImGui's sources, from Debian's source package, into deps/imgui.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSuite } from './apt.mjs';
import { root, step } from './run.mjs';

const home = join(root, 'deps', 'imgui');

export const hasImgui = ({ version }) => existsSync(join(home, `.done-${version}`));

export async function unpackImgui({ suite, package: name, version }) {
    const fresh = `${home}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await withSuite(suite, 'deb-src', async (apt, got) => {
        await step(`Dear ImGui ${version}: sources`, 'apt-get', [...apt, 'source', '--download-only', `${name}=${version}`], {
            log: 'imgui-download',
            cwd: got,
        });
        const tarball = readdirSync(got).find((file) => /\.orig\.tar\.[a-z0-9]+$/.test(file));
        await step('unpack Dear ImGui', 'tar', ['-xf', join(got, tarball), '-C', fresh, '--strip-components=1'], {
            log: 'imgui-unpack',
        });
    });
    writeFileSync(join(fresh, `.done-${version}`), '');
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
}
