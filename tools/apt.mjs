// Debian's packages: which are missing, how to install them, and how to take single packages of a
// newer suite without touching the system.

import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { collect, step, Stop, which } from './run.mjs';

// The packages of `wanted` that are not installed. Never asks the network.
export async function missingPackages(wanted) {
    const format = '${Package} ${db:Status-Status}\n';
    const { out } = await collect('dpkg-query', ['-W', '-f', format, ...new Set(wanted)]);
    const installed = new Set();
    for (const line of out.split('\n')) {
        const [name, status] = line.split(' ');
        if (status === 'installed') installed.add(name);
    }
    return [...new Set(wanted)].filter((name) => !installed.has(name));
}

// The command words in front of apt-get: none for root, sudo where it can be used, undefined when
// this user cannot install anything. Without a terminal nobody can type a password.
export async function installerPrefix() {
    if (!which('apt-get')) return undefined;
    if (process.getuid() === 0) return [];
    if (!which('sudo')) return undefined;
    if (process.stdin.isTTY) {
        const { code } = await collect('sudo', ['-v']);
        return code === 0 ? ['sudo'] : undefined;
    }
    const { code } = await collect('sudo', ['-n', 'true']);
    return code === 0 ? ['sudo', '-n'] : undefined;
}

export async function installPackages(names, prefix) {
    const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300'];
    const call = (rest) => [apt[0], [...apt.slice(1), ...rest]];
    await step('apt: the list of packages', ...call(['update']), { log: 'apt-update' });
    await step(
        `apt: ${names.length} packages (${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''})`,
        ...call(['install', '-y', '--no-install-recommends', ...names]),
        { log: 'apt-install' },
    );
}

// Packages of this machine's own suite, unpacked into the folder `home` and not installed. Needs no root. Returns false
// where apt cannot give all of them; then `home` stays as it was.
export async function unpackPackages(name, home, packages) {
    if (!which('apt-get')) return false;
    const fresh = `${home}.new`;
    const got = join(fresh, 'got');
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(got, { recursive: true });
    try {
        await step(`${name}: download`, 'apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', ...packages], { log: `${name}-download`, cwd: got });
        for (const file of readdirSync(got)) {
            await step(`unpack ${name}`, 'dpkg-deb', ['-x', join(got, file), fresh], { log: `${name}-unpack` });
        }
    } catch (error) {
        if (error instanceof Stop) return false;
        throw error;
    }
    rmSync(got, { recursive: true });
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
    return true;
}

// A private view of another Debian suite, on the mirror that this machine already uses, verified by
// Debian's own keys. `work(apt, folder)` gets the apt-get options and an empty folder to download to.
export async function withSuite(suite, kind, work) {
    const folder = mkdtempSync(join(tmpdir(), 'dex-apt-'));
    try {
        for (const part of ['lists/partial', 'cache/archives/partial', 'got']) {
            mkdirSync(join(folder, part), { recursive: true });
        }
        const { out } = await collect('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages']);
        const mirror = out.split('\n').find((line) => /\/debian\/$/.test(line));
        if (!mirror) throw new Stop(`apt knows no Debian mirror, so ${suite} cannot be reached.`);
        const key = '/usr/share/keyrings/debian-archive-keyring.gpg';
        writeFileSync(join(folder, 'sources.list'), `${kind} [signed-by=${key}] ${mirror} ${suite} main\n`);
        const options = [
            `Dir::Etc::sourcelist=${folder}/sources.list`,
            'Dir::Etc::sourceparts=/dev/null',
            `Dir::State::lists=${folder}/lists`,
            `Dir::Cache=${folder}/cache`,
            'Dir::State::status=/dev/null',
            'APT::Sandbox::User=root',
            'Acquire::Languages=none',
        ].flatMap((option) => ['-o', option]);
        await step(`${suite}: the list of packages`, 'apt-get', [...options, '-q', 'update'], { log: `${suite}-update` });
        await work([...options, '-q'], join(folder, 'got'));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
