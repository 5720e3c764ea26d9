// What the built pages say by themselves: the text of the default view, the posters, a page for each place, what previews of
// links show, and what a system that is given the address of a page can find out about it (https://oembed.com).

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameCode } from '../web/share/snippets.js';
import { valueIn, viewText } from '../web/view.js';
import { atlas, kAnywhere, posters, previews, published } from './atlas.mjs';
import { icons, pageHead } from './page_head.mjs';
import { root } from './run.mjs';
import { escape, htmlOf, textOfAtlas } from './text.mjs';

const kFrame = { width: 800, height: 640 };

// "borough:E09000028", as a view names the place; empty for the whole.
const placeIn = (view) => valueIn(view, 'place') ?? '';

// The code of a place, as its files are called; the whole has none.
const nameOf = (view) => placeIn(view).split(':')[1] ?? 'whole';

// What build/posters holds: { width, height, posters: [{ view, file, alt }] }; none where they could not be drawn.
function readPosters() {
    const list = join(posters, 'posters.json');
    return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : { posters: [] };
}

// For web/embed/poster.js, with the page's own place first; and for readers without JavaScript.
function posterHtml({ width, height, posters: all }, own, places, up) {
    const mine = all.find(({ view }) => view === own);
    if (!mine) return { script: '', picture: '' };
    const headlineOf = (view) => places.find((place) => place.view === view)?.says[0];
    const table = [mine, ...all].map(({ view, file, alt }) => [placeIn(view), `${up}atlas/posters/${file}`, alt, headlineOf(view)]);
    const data = JSON.stringify({ width, height, posters: table });
    return {
        script: `<script type="module" src="${up || './'}poster.js" data-posters="${escape(data)}"></script>\n`,
        picture: `<noscript><img src="${up}atlas/posters/${mine.file}" alt="${escape(mine.alt)}" width="${width}" height="${height}"></noscript>`,
    };
}

function oembedOf(title, { name, view }, { width, height, posters: all }) {
    const setting = { view: viewText({ v: 1, place: placeIn(view) }), title: view ? `${title}: ${name}` : title, width: '100%', height: kFrame.height };
    const poster = all.find((one) => one.view === view);
    return {
        version: '1.0',
        type: 'rich',
        title: setting.title,
        provider_name: title,
        provider_url: kAnywhere,
        // WordPress takes the style away, and older systems know no other way to leave out the border.
        html: frameCode(setting, { frame: `${kAnywhere}embed.html` }, { frameborder: 0 }),
        ...kFrame,
        ...(poster && { thumbnail_url: `${kAnywhere}atlas/posters/${poster.file}`, thumbnail_width: width, thumbnail_height: height }),
    };
}

const discovery = ({ view, name }) =>
    `<link rel="alternate" type="application/json+oembed" href="${kAnywhere}oembed/${nameOf(view)}.json" title="${escape(name)}">`;

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

// What each page says of itself to those who do not open it. Pictures and figures are named where there are some.
function heads(title) {
    const looks = readJson(root, 'src', 'look', 'looks.json');
    const colours = { light: looks.light.paper, dark: looks.dark.paper };
    const drawn = existsSync(join(previews, 'pictures.json')) ? readJson(previews, 'pictures.json').pictures : [];
    const index = existsSync(join(published, 'index.json')) ? readJson(published, 'index.json') : undefined;
    const whole = index?.whole.name;
    return ({ view, name, says }, up) => {
        const code = placeIn(view).split(':')[1];
        const picture = drawn.find((one) => (one.code ?? '') === (code ?? ''));
        const figures = index && (code ? index.places.find((one) => one.code === code) : index.whole);
        return pageHead({
            address: kAnywhere,
            path: view ? `places/${nameOf(view)}.html` : '',
            up,
            title,
            name: view ? name : undefined,
            place: whole,
            says,
            picture: picture && { path: `previews/${picture.file}`, alt: picture.alt },
            colours,
            files: figures && { csv: `data/${figures.csv.path}`, geojson: `data/${figures.geojson.path}` },
            licences: index?.licences,
        });
    };
}

// A page of which nothing is said has an empty icon, so that no browser asks for one.
const withHead = (html, head) => (head ? html.replace('<link rel="icon" href="data:,">\n', () => head) : html);

/** Fills the bundled pages in a folder, and writes those that come of them. */
export async function writePages(dist) {
    const { nodes, places } = await textOfAtlas(atlas);
    const { title } = JSON.parse(readFileSync(join(atlas, 'atlas.json'), 'utf8'));
    const drawn = readPosters();
    const headOf = heads(title);
    if (existsSync(previews)) cpSync(previews, join(dist, 'previews'), { recursive: true });
    if (drawn.posters.length > 0) cpSync(posters, join(dist, 'atlas', 'posters'), { recursive: true });
    writeFileSync(join(dist, 'atlas', 'text.json'), JSON.stringify(nodes));
    for (const folder of ['oembed', 'places']) mkdirSync(join(dist, folder), { recursive: true });

    // `up` leads from the page to the folder of all of them; `link` to what can be asked about it.
    const filled = (html, place, { up = '', link = '', head = '' } = {}) => {
        const { script, picture } = posterHtml(drawn, place.view, places, up);
        const text = htmlOf(nodes, picture, place.says);
        return withHead(html, head).replace('<!-- poster -->', () => script + link).replace('<!-- text -->', () => text);
    };
    const [index, embed, method] = ['index.html', 'embed.html', 'method.html'].map((name) => readFileSync(join(dist, name), 'utf8'));
    for (const place of places) {
        writeFileSync(join(dist, 'oembed', `${nameOf(place.view)}.json`), JSON.stringify(oembedOf(title, place, drawn)));
        if (!place.view) continue;
        const below = index
            .replaceAll('"./', '"../')
            .replace('<dex-map src="', `<dex-map view="${escape(place.view)}" src="../`)
            .replace(/<title>[^<]*/, () => `<title>${escape(`${place.name}: ${title}`)}`);
        writeFileSync(join(dist, 'places', `${nameOf(place.view)}.html`), filled(below, place, { up: '../', link: discovery(place), head: headOf(place, '../') }));
    }
    writeFileSync(join(dist, 'index.html'), filled(index.replace(/<title>[^<]*/, () => `<title>${escape(title)}`), places[0], { link: discovery(places[0]), head: headOf(places[0], './') }));
    writeFileSync(join(dist, 'method.html'), withHead(method, `${icons('./').join('\n')}\n`));
    // Nothing can be asked about the framed page: who asks leaves out what stands behind the #, and would be told of the whole.
    writeFileSync(join(dist, 'embed.html'), filled(embed, places[0]));
}
