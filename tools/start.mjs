// Builds what has changed, serves dist/ and prints one link.
//
//   node tools/start.mjs [--from DIR] [--port N]

import { build, buildArguments } from './build.mjs';
import { asProgram } from './run.mjs';
import { serve } from './serve.mjs';
import { setOrigin } from './set-origin.mjs';
import { dist } from './web.mjs';

await asProgram(async () => {
    const { from, port = process.env.PORT ?? '8080' } = buildArguments();
    const shown = await build({ from });
    const server = await serve(dist, Number(port));
    setOrigin(dist, server.origin);
    if (server.port !== Number(port)) console.log(`Port ${port} is taken; this is the next free one.`);
    console.log(`${server.origin}/  shows ${shown}.`);
});
