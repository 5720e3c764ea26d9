// nginx with brotli_static, for the test of web/serve/nginx.conf: the machine's own, or Debian's packages unpacked into
// deps/nginx. They are not installed, because that would start a server on port 80.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unpackPackages } from './apt.mjs';
import { root } from './run.mjs';

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
export const setUpNginx = async () => Boolean(findNginx()) || unpackPackages('nginx', home, packages);
