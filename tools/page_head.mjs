// What a page says of itself to those who never open it: search engines, and whoever shows a preview of a link to it.

import { escape } from './text.mjs';

/** As social networks and messengers want it: the size `dex picture` calls "social". */
export const kPreview = { width: 1200, height: 630 };

const kMaxDescription = 200;

// Whole words only.
function shortened(text) {
    if (text.length <= kMaxDescription) return text;
    const cut = text.slice(0, kMaxDescription - 1);
    return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

// As the content of a script that is no program: nothing in it can end the element.
const data = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const named = (name, content) => `<meta name="${name}" content="${escape(content)}">`;
const property = (name, content) => `<meta property="${name}" content="${escape(content)}">`;

/** The signs that stand for a page in tabs, lists and on a phone's first screen; `up` leads to the folder of all pages. */
export const icons = (up) => [
    `<link rel="icon" href="${up}icon.svg" type="image/svg+xml">`,
    `<link rel="icon" href="${up}icon.png" type="image/png" sizes="48x48">`,
    `<link rel="apple-touch-icon" href="${up}touch-icon.png">`,
];

/**
 * The tags of a page. `address` is that of the folder of all pages, `path` the page's own below it; `title` is the whole map's
 * and `name` the place's, undefined for the whole; `says` its headline and what is below it; `picture` { path, alt } a preview;
 * `colours` { light, dark } of the paper; `files` { csv, geojson } paths of its figures; `licences` theirs.
 */
export function pageHead({ address, path, up, title, name, says, picture, colours, files, licences, place }) {
    const [headline, subtitle] = says;
    const url = address + path;
    const called = name ? `${name}: ${title}` : title;
    const description = shortened(`${headline}. ${subtitle}.`);
    const dataset = {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: called,
        description,
        url,
        inLanguage: 'en-GB',
        isAccessibleForFree: true,
        license: licences?.map((licence) => ({ '@type': 'CreativeWork', name: licence })),
        spatialCoverage: name ?? place,
        distribution: files && [
            { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: address + files.csv },
            { '@type': 'DataDownload', encodingFormat: 'application/geo+json', contentUrl: address + files.geojson },
        ],
    };
    const tags = [
        named('description', description),
        `<link rel="canonical" href="${escape(url)}">`,
        `<meta name="theme-color" content="${colours.light}" media="(prefers-color-scheme: light)">`,
        `<meta name="theme-color" content="${colours.dark}" media="(prefers-color-scheme: dark)">`,
        ...icons(up),
        property('og:type', 'website'),
        property('og:locale', 'en_GB'),
        property('og:site_name', title),
        property('og:title', called),
        property('og:description', description),
        property('og:url', url),
        named('twitter:card', picture ? 'summary_large_image' : 'summary'),
        named('twitter:title', called),
        named('twitter:description', description),
    ];
    if (picture) {
        const image = address + picture.path;
        tags.push(
            property('og:image', image),
            property('og:image:type', 'image/png'),
            property('og:image:width', String(kPreview.width)),
            property('og:image:height', String(kPreview.height)),
            property('og:image:alt', picture.alt),
            named('twitter:image', image),
            named('twitter:image:alt', picture.alt),
        );
    }
    tags.push(`<script type="application/ld+json">${data(dataset)}</script>`);
    return `${tags.join('\n')}\n`;
}
