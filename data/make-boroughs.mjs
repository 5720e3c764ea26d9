// Sums the published small-area tables to London's 33 boroughs: the figures of the embedded default.
//
//   node data/make-boroughs.mjs [folder of the published files]
//
// Reads recipes/london.json and what it names; writes boroughs.csv, boroughs.csv-metadata.json and
// recipes/london-boroughs.json beside this file. Shares keep both counts; a published number becomes the mean
// weighted by residents, to 9 decimals. Run again when london.json or a published file changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const kHere = dirname(fileURLToPath(import.meta.url));
const kFolder = process.argv[2] ?? process.env.DEX_DATA ?? join(kHere, '../../shared/data');
const kBorough = 'borough';
const recipe = JSON.parse(readFileSync(join(kHere, 'recipes/london.json'), 'utf8'));

function parseCsv(text) {
    const rows = [];
    for (const line of text.split(/\r?\n/)) {
        const fields = [];
        for (const [, field, end] of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)) {
            fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
            if (end === '') break;
        }
        rows.push(fields);
    }
    return rows;
}

// Rows as objects, from the first line that holds every wanted column; a key `code : name` is cut to its code.
function readTable(file, key, columns) {
    const rows = parseCsv(gunzipSync(readFileSync(join(kFolder, file))).toString('utf8'));
    const start = rows.findIndex((row) => [key, ...columns].every((column) => row.includes(column)));
    if (start < 0) throw new Error(`${file}: no header with ${[key, ...columns].join(', ')}`);
    const header = rows[start];
    return rows.slice(start + 1).flatMap((row) => {
        const record = Object.fromEntries(header.map((column, at) => [column, row[at]]));
        record[key] = (record[key] ?? '').split(' : ')[0].trim();
        return /^[EW]\d{8}$/.test(record[key]) ? [record] : [];
    });
}

function round(x, decimals) {
    const scaled = x * 10 ** decimals;
    const floor = Math.floor(scaled);
    const rest = scaled - floor;
    return (rest > 0.5 || (rest === 0.5 && floor % 2) ? floor + 1 : floor) / 10 ** decimals;
}

function columnsOf(quantity) {
    if (quantity.column) return [quantity.column];
    return quantity.columns ?? [quantity.rows.class, quantity.rows.count];
}

const tables = new Map(recipe.tables.map((table) => [table.id, table]));

// Area → number, undefined where the table has a mark instead of a number. Areas are the table's own.
function readQuantity(tableId, quantity) {
    const table = tables.get(tableId);
    const values = new Map();
    for (const row of readTable(table.file, table.key, columnsOf(quantity))) {
        const code = row[table.key];
        if (quantity.rows) {
            const { class: name, in: wanted, count } = quantity.rows;
            if (wanted === 'all' || wanted.includes(row[name])) values.set(code, (values.get(code) ?? 0) + Number(row[count]));
        } else {
            const cells = columnsOf(quantity).map((column) => row[column]);
            const number = cells.includes('') ? undefined : cells.reduce((total, cell) => total + Number(cell), 0);
            if (Number.isNaN(number)) throw new Error(`${table.file}: ${code}: not a number`);
            values.set(code, number);
        }
    }
    return values;
}

const grouping = recipe.groupings.find((level) => level.id === kBorough);
const neighbourhood = recipe.groupings.find((level) => level.id === 'neighbourhood');
const members = new Map();
const boroughOf = new Map();
const boroughOfNeighbourhood = new Map();
const names = new Map();
for (const row of readTable(grouping.from.file, grouping.from.key, [grouping.from.code, grouping.from.name])) {
    const code = row[grouping.from.code];
    names.set(code, row[grouping.from.name]);
    boroughOf.set(row[grouping.from.key], code);
    boroughOfNeighbourhood.set(row[neighbourhood.from.code], code);
}
for (const area of [...boroughOf.keys()].sort()) {
    const code = boroughOf.get(area);
    members.set(code, [...(members.get(code) ?? []), area]);
}
const boroughs = [...members.keys()].sort();

function carried(values, carry) {
    const { lookup, weights } = carry;
    const weight = new Map(
        readTable(weights.file, weights.key, [weights.column]).map((row) => [row[weights.key], Number(row[weights.column])]),
    );
    const parents = new Map();
    for (const row of readTable(lookup.file, lookup.from, [lookup.to])) {
        parents.set(row[lookup.to], [...(parents.get(row[lookup.to]) ?? []), row[lookup.from]]);
    }
    const result = new Map();
    for (const [area, olds] of parents) {
        if (olds.length === 1) {
            result.set(area, values.get(olds[0]));
        } else {
            const total = olds.reduce((sum, old) => sum + weight.get(old), 0);
            const weighted = olds.sort().reduce((sum, old) => sum + weight.get(old) * values.get(old), 0);
            result.set(area, round(weighted / total, carry.decimals));
        }
    }
    return result;
}

function summed(tableId, quantity) {
    const values = readQuantity(tableId, quantity);
    const parent = tables.get(tableId).geography === neighbourhood.id ? boroughOfNeighbourhood : boroughOf;
    const totals = new Map(boroughs.map((code) => [code, 0]));
    for (const [area, value] of values) totals.set(parent.get(area), totals.get(parent.get(area)) + value);
    return totals;
}

function averaged(tableId, value, residents) {
    let values = readQuantity(tableId, { column: value.column });
    const carry = recipe.carries.find((each) => each.id === tables.get(tableId).geography);
    if (carry) values = carried(values, carry);
    const result = new Map();
    for (const code of boroughs) {
        let weighted = 0;
        let weight = 0;
        for (const area of members.get(code)) {
            const published = values.get(area);
            if (published === undefined) continue;
            const number = round(value.subtractFrom === undefined ? published : value.subtractFrom - published, 9);
            weighted += residents.get(area) * number;
            weight += residents.get(area);
        }
        result.set(code, round(weighted / weight, 9));
    }
    return result;
}

// Columns of the CSV in order: { name, title, table, totals }. The same figure is written once.
const written = new Map();
function column(name, title, table, identity, compute) {
    const key = JSON.stringify([table, identity]);
    if (!written.has(key)) written.set(key, { name, title, table, totals: compute() });
    return written.get(key).name;
}

const residents = readQuantity(recipe.residents.table, recipe.residents.value);
const measure = (name, title, { table, value }) => ({
    table,
    value: { column: column(name, title, table, value, () => summed(table, value)) },
});
const residentsMeasure = measure('residents', 'Usual residents', recipe.residents);
const householdsMeasure = measure('households', 'Households', recipe.households);

const indicators = recipe.indicators
    .filter((indicator) => !tables.get(indicator.table).optional)
    .map((indicator) => {
        const { id, table, value, label, unit } = indicator;
        const copy = { ...indicator };
        if (value.denominator) {
            const count = (part, words) =>
                column(`${id}.${part}`, words, table, value[part], () => summed(table, value[part]));
            copy.value = {
                numerator: { column: count('numerator', label) },
                denominator: { column: count('denominator', `Everybody counted (${unit})`) },
            };
            if (id === 'G.low_english') copy.description = 'Residents aged 3 and over who cannot speak English well or at all.';
        } else {
            const title = `${label} (${unit}), mean weighted by residents`;
            copy.value = {
                column: column(`${id}.mean`, title, table, value, () => averaged(table, value, residents)),
                state: 'weighted-roll-up',
            };
        }
        return copy;
    });

const columns = [...written.values()];
const lines = [['code', 'name', ...columns.map((each) => each.name)]];
for (const code of boroughs) lines.push([code, names.get(code), ...columns.map((each) => String(each.totals.get(code)))]);
writeFileSync(join(kHere, 'boroughs.csv'), `${lines.map((fields) => fields.join(',')).join('\n')}\n`);

const sources = new Map(recipe.sources.map((source) => [source.id, source]));
const outlines = {
    id: 'borough-outlines',
    publisher: 'Ordnance Survey, Office for National Statistics',
    title: "London borough boundaries without tidal water, as `lnd` in the R package spData 2.2.1",
    date: 'packaged in November 2022',
    licence: 'CC0 1.0 (packager); Open Government Licence v3.0 (boundaries)',
    attribution: 'Borough outlines: contains Ordnance Survey data and National Statistics data © Crown copyright and database right, by way of the R package spData.',
};
const usedTables = [...new Set([recipe.residents.table, recipe.households.table, ...indicators.map((each) => each.table)])];
const boroughRecipe = {
    $schema: 'schema.json',
    recipe: recipe.recipe,
    id: 'london-boroughs',
    title: recipe.title,
    place: recipe.place,
    language: recipe.language,
    attribution: recipe.attribution.replace(/ Neighbourhood names:.*?Licence v3\.0\./, '') + ` ${outlines.attribution}`,
    sources: [outlines, ...recipe.sources.filter(({ id }) => usedTables.some((table) => tables.get(table).source === id))],
    base: {
        id: kBorough,
        singular: grouping.singular,
        plural: grouping.plural,
        file: 'boroughs.geojson',
        code: 'code',
        name: 'name',
        source: outlines.id,
    },
    tables: usedTables.map((id) => ({ id, file: 'boroughs.csv', key: 'code', geography: kBorough, source: tables.get(id).source })),
    residents: residentsMeasure,
    households: householdsMeasure,
    indicators,
    index: recipe.index,
    defaultView: { ...recipe.defaultView, level: kBorough },
    lods: [
        { gridBits: 21, toleranceMetres: 80, areasPerTile: 5000 },
        { gridBits: 23, toleranceMetres: 0, areasPerTile: 5000 },
    ],
};
writeFileSync(join(kHere, 'recipes/london-boroughs.json'), `${JSON.stringify(boroughRecipe, null, 2)}\n`);

const describe = ({ name, title, table, totals }) => {
    const source = sources.get(tables.get(table).source);
    return {
        name,
        titles: title,
        datatype: [...totals.values()].every(Number.isInteger) ? 'integer' : 'number',
        'dc:source': `${source.publisher}: ${source.title}`,
        'dc:date': source.date,
        'dc:license': source.licence,
        'dc:rights': source.attribution,
    };
};
const lookup = sources.get(grouping.source);
const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'boroughs.csv',
    'dc:title': "London's 33 boroughs: residents, households and the figures of the digital exclusion map",
    'dc:description':
        'Summed from published small-area tables by make-boroughs.mjs: counts as sums, published rates and scores as means weighted by residents, to 9 decimals.',
    tableSchema: {
        primaryKey: 'code',
        columns: [
            { name: 'code', titles: 'Code of the borough', datatype: 'string', 'dc:source': `${lookup.publisher}: ${lookup.title}`, 'dc:date': lookup.date, 'dc:license': lookup.licence, 'dc:rights': lookup.attribution },
            { name: 'name', titles: 'Borough', datatype: 'string', 'dc:source': `${lookup.publisher}: ${lookup.title}`, 'dc:date': lookup.date, 'dc:license': lookup.licence, 'dc:rights': lookup.attribution },
            ...columns.map(describe),
        ],
    },
};
writeFileSync(join(kHere, 'boroughs.csv-metadata.json'), `${JSON.stringify(metadata, null, 2)}\n`);
console.log(`${boroughs.length} boroughs, ${columns.length} columns, ${indicators.length} indicators`);
