// usage: node zz_shot.mjs WxH@r theme view out [actions json]
import { launch, newPage } from './chromium.mjs';
import { serve } from '../../tools/serve.mjs';
import { join, resolve } from 'node:path';
const server = await serve(process.env.DIST ?? join(resolve(import.meta.dirname,'..','..'),'dist'), 0);
const browser = await launch();
for (const spec of process.argv.slice(2)) {
  const [size, view, out, ...acts] = spec.split('|');
  const [, w, h, r] = /(\d+)x(\d+)@([\d.]+)/.exec(size);
  const map = await newPage(browser, { viewport: { width: +w, height: +h }, deviceScaleFactor: +r });
  try {
    await map.page.goto(server.origin + '/#' + view);
    await map.page.waitForFunction(() => window.seen.some((e) => e.type === 'dex-detail'), undefined, { timeout: 60000 });
    for (const act of acts) {
      const [node, value] = act.split('=');
      const done = await map.page.evaluate(([n, v]) => document.querySelector('dex-map').core.act(n, v ?? ''), [node, value]);
      if (!done) console.log('no such node', node);
      await map.page.waitForTimeout(600);
    }
    await map.page.waitForTimeout(2500);
    await map.page.screenshot({ path: out });
    if (map.complaints.length) console.log(out, map.complaints.slice(0, 5));
    if (process.env.TREE) console.log(JSON.stringify(await map.page.evaluate(() => document.querySelector('dex-map').core.tree.map((n) => [n.id, n.role, n.name, n.value]))));
  } catch (e) { console.log(out, String(e).slice(0, 300), map.complaints.slice(0, 5)); try { await map.page.screenshot({ path: out }); } catch {} }
  await map.close();
}
await browser.close();
process.exit(0);
