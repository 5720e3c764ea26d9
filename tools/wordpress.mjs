// WordPress with PHP and MariaDB, for the test of what it makes of the map's codes: Debian's packages unpacked into
// deps/wordpress. They are not installed, because that would start servers and change the machine's own.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unpackPackages } from './apt.mjs';
import { root } from './run.mjs';

const home = join(root, 'deps', 'wordpress');
// Each with what it needs and the set-up has not brought for others.
const packages = [
    ...['wordpress', 'wordpress-theme-twentytwentythree', 'php-getid3', 'libjs-underscore', 'libjs-cropper'],
    ...['php8.2-cli', 'php8.2-common', 'php8.2-mysql', 'php8.2-opcache', 'libargon2-1', 'libsodium23', 'libedit2', 'libmagic1', 'libbsd0'],
    ...['mariadb-server-core', 'mariadb-client-core', 'libaio1', 'liburing2', 'libnuma1'],
];

/** The files that the test needs; undefined where there is no whole set of them. */
export function findWordPress() {
    const at = (path) => join(home, path);
    const files = {
        site: at('usr/share/wordpress'),
        php: at('usr/bin/php8.2'),
        extensions: at('usr/lib/php/20220829'),
        database: at('usr/sbin/mariadbd'),
        messages: at('usr/share/mysql'),
        libraries: at('usr/lib/x86_64-linux-gnu'),
    };
    return Object.values(files).every(existsSync) ? files : undefined;
}

/** Needs no root. Returns whether there is a WordPress now: where apt has none to give, the test is skipped and says so. */
export const setUpWordPress = async () => Boolean(findWordPress()) || unpackPackages('wordpress', home, packages);
