// nginx with brotli_static, for the test of web/serve/nginx.conf: the machine's own, or Debian's packages unpacked into
// deps/nginx. They are not installed, because that would start a server on port 80.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, step, Stop, which } from './run.mjs';

const home = join(root, 'deps', 'nginx');
const packages = ['nginx', 'nginx-common', 'libnginx-mod-http-brotli-static'];

/** The files that the test needs, { program, brotliModule, mimeTypes }; undefined where there is no whole set of them. */
export function findNginx() {
    const among = ['/', home].map((folder) => ({
        program: join(folder, 'usr/sbin/nginx'),
        brotliModule: join(folder, 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so'),
        mimeTypes: join(folder, 'etc/nginx/mime.types'),
    }));
    return among.find((files) => Object.values(files).every(existsSync));
}

/** Needs no root. Returns whether there is an nginx now: where apt has none to give, the test is skipped and says so. */
export async function setUpNginx() {
    if (findNginx()) return true;
    if (!which('apt-get')) return false;
    const fresh = `${home}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(join(fresh, 'got'), { recursive: true });
    try {
        const got = join(fresh, 'got');
        await step('nginx: download', 'apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', ...packages], { log: 'nginx-download', cwd: got });
        for (const file of readdirSync(got)) {
            await step('unpack nginx', 'dpkg-deb', ['-x', join(got, file), fresh], { log: 'nginx-unpack' });
        }
    } catch (error) {
        if (error instanceof Stop) return false;
        throw error;
    }
    rmSync(join(fresh, 'got'), { recursive: true });
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
    return true;
}
