// The figures of London's areas, computed a second time from the published files, without recipe and without our C++.
//
//   node tests/data/oracle.mjs
//
// prints JSON: { level: { code: { indicator: { state, value, numerator?, denominator? } } } }, codes in byte order. Exit 3 where
// the files are missing. They are looked for in $DEX_DATA, then in ../shared/data beside the repository.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const kRepository = join(dirname(fileURLToPath(import.meta.url)), '../..');

export function dataFolder() {
    const folders = [process.env.DEX_DATA, join(kRepository, '../shared/data')];
    return folders.find((folder) => folder && existsSync(join(folder, 'indicators'))) ?? null;
}

// Fields of one line. No published file of London breaks a line inside quotes.
function fieldsOf(line) {
    const fields = [];
    for (const [, text, end] of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)) {
        fields.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
        if (end === '') break;
    }
    return fields;
}

function readRows(folder, name, firstColumn) {
    const lines = gunzipSync(readFileSync(join(folder, name))).toString('utf8').split(/\r?\n/);
    const start = lines.findIndex((line) => fieldsOf(line)[0] === firstColumn);
    if (start < 0) throw new Error(`${name}: no header that begins with ${firstColumn}`);
    const header = fieldsOf(lines[start]);
    return lines
        .slice(start + 1)
        .map(fieldsOf)
        .filter((fields) => fields[0] !== '' || fields[1])
        .map((fields) => Object.fromEntries(header.map((column, at) => [column, fields[at]])));
}

// docs/method.md: x ← round(x·1e9)/1e9, half to even.
export function roundTo(x, decimals) {
    const scaled = x * 10 ** decimals;
    const floor = Math.floor(scaled);
    const rest = scaled - floor;
    const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
    return (up ? floor + 1 : floor) / 10 ** decimals;
}
const round9 = (x) => roundTo(x, 9);

const share = (numerator, denominator) => ({
    state: 'value',
    value: round9(numerator / denominator),
    numerator,
    denominator,
});
const published = (text) => {
    if (text === '') return { state: 'suppressed' };
    if (!Number.isFinite(Number(text))) throw new Error(`not a number: ${text}`);
    return { state: 'value', value: round9(Number(text)) };
};

// Long tables: area → class → count.
function countsByClass(rows, key, classColumn, count) {
    const areas = new Map();
    for (const row of rows) {
        if (!areas.has(row[key])) areas.set(row[key], new Map());
        const classes = areas.get(row[key]);
        if (classes.has(row[classColumn])) throw new Error(`twice: ${row[key]} ${row[classColumn]}`);
        classes.set(row[classColumn], Number(row[count]));
    }
    return areas;
}
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// New area → its old areas, by the exact lookup, in the order of the file.
function parentsOf(folder) {
    const parents = new Map();
    for (const row of readRows(folder, 'lookups/lsoa11_lsoa21_lad22_exact_london.csv.gz', 'LSOA11CD')) {
        if (!parents.has(row.LSOA21CD)) parents.set(row.LSOA21CD, []);
        parents.get(row.LSOA21CD).push({ code: row.LSOA11CD, change: row.CHGIND });
    }
    return parents;
}

function carry(parents, weights, values) {
    if (parents.length === 1) {
        const state = parents[0].change === 'U' ? 'value' : 'carried';
        return { state, value: round9(values.get(parents[0].code)) };
    }
    const inOrder = parents.map((parent) => parent.code).sort();
    const weighted = sum(inOrder.map((code) => weights.get(code) * values.get(code)));
    return { state: 'carried', value: roundTo(weighted / sum(inOrder.map((code) => weights.get(code))), 4) };
}

export function smallAreas(folder) {
    const read = (name, first) => readRows(folder, name, first);
    const byKey = (rows, key) => new Map(rows.map((row) => [row[key], row]));
    const census = (name) => read(`indicators/census2021_${name}_london_lsoa21.csv.gz`, 'lsoa21_code');

    const lookup = byKey(read('lookups/lsoa21_msoa21_lad22_london.csv.gz', 'LSOA21CD'), 'LSOA21CD');
    const wards = byKey(read('lookups/lsoa21_ward24_lad24_london.csv.gz', 'lsoa21_name'), 'lsoa21_code');
    const domains = byKey(read('indicators/iod2025_domains_london_lsoa21.csv.gz', 'lsoa21_code'), 'lsoa21_code');
    const under = byKey(read('indicators/iod2025_indicators_london_lsoa21.csv.gz', 'lsoa21_code'), 'lsoa21_code');
    const english = byKey(read('indicators/census2021_english_proficiency_london_msoa21.csv.gz', 'msoa21_code'), 'msoa21_code');
    const rm121 = new Map(
        read('indicators/census2021_rm121_age65plus_london_lsoa21.csv.gz', '2021 super output area - lower layer')
            .filter((row) => /^E01\d{6} : /.test(row['2021 super output area - lower layer']))
            .map((row) => [row['2021 super output area - lower layer'].slice(0, 9), row]),
    );
    const totals = (rows, column) => new Map(rows.map((row) => [row.lsoa21_code, Number(row[column])]));
    const age = countsByClass(census('age'), 'lsoa21_code', 'age_group', 'usual_residents');
    const disability = countsByClass(census('disability'), 'lsoa21_code', 'disability', 'n');
    const disabilityTotal = totals(census('disability'), 'total_residents');
    const tenure = countsByClass(census('tenure'), 'lsoa21_code', 'tenure', 'n');
    const tenureTotal = totals(census('tenure'), 'total_households');
    const deprived = countsByClass(census('household_deprivation'), 'lsoa21_code', 'deprivation_dimensions', 'n');
    const deprivedTotal = totals(census('household_deprivation'), 'total_households');
    const crowded = countsByClass(census('overcrowding'), 'lsoa21_code', 'occupancy_rating', 'n');
    const crowdedTotal = totals(census('overcrowding'), 'total_households');

    const parents = parentsOf(folder);
    const numbers = (rows, key, column) => new Map(rows.map((row) => [row[key], Number(row[column])]));
    const weights = numbers(read('indicators/mid2020_population_london_lsoa11.csv.gz', 'LSOA11CD'), 'LSOA11CD', 'Persons_All-Ages');
    const dpi = numbers(read('indicators/ons_digital_propensity_index_2021_london_lsoa11.csv.gz', 'LSOAcode'), 'LSOAcode', 'Score');
    const deriRows = read('indicators/deri_v1_6_national_london_lsoa11.csv.gz', 'lsoa11_code');
    const deri = (column) => numbers(deriRows, 'lsoa11_code', column);
    const [deriScore, deriBroadband, deriDemography, deriDeprivation] = [
        'deri_score_national', 'broadband_comp_national', 'demography_comp_national', 'deprivation_comp_national',
    ].map(deri);

    const areas = new Map();
    for (const code of [...lookup.keys()].sort()) {
        const older = (columns) => share(sum(columns.map((column) => Number(rm121.get(code)[column]))), Number(rm121.get(code).Total));
        const to74 = ['Aged 65 years', 'Aged 66 to 69 years', 'Aged 70 to 74 years'];
        const from75 = ['Aged 75 to 79 years', 'Aged 80 to 84 years', 'Aged 85 years and over'];
        const some = (classes, total, test) =>
            share(sum([...classes.get(code)].filter(([name]) => test(name)).map(([, n]) => n)), total.get(code));
        const carried = (values) => carry(parents.get(code), weights, values);
        const residents = sum([...age.get(code).values()]);
        const offline = carried(dpi);
        offline.value = round9(100 - offline.value);
        const disabled = some(disability, disabilityTotal, (name) => name.startsWith('Disabled'));
        const msoa = lookup.get(code).MSOA21CD;
        const englishRow = english.get(msoa);
        const prefix = 'Main language is not English (English or Welsh in Wales)';
        const lowEnglish = share(
            Number(englishRow[`${prefix}: Cannot speak English well`]) + Number(englishRow[`${prefix}: Cannot speak English`]),
            Number(englishRow['Main language is English (English or Welsh in Wales)']) + Number(englishRow[prefix]),
        );
        areas.set(code, {
            residents,
            households: tenureTotal.get(code),
            parents: { neighbourhood: msoa, ward: wards.get(code).ward24_code, borough: lookup.get(code).LAD22CD },
            cells: {
                'N1.broadband': published(under.get(code).digital_connectivity_broadband_download_and_upload_speeds),
                'N2.income': published(domains.get(code).Income_score),
                'N2.employment': published(domains.get(code).Employment_score),
                'N2.social_rent': some(tenure, tenureTotal, (name) => name.startsWith('Social rented')),
                'N3.skills': published(under.get(code).adult_skills_and_english_language_proficiency_indicator),
                'N4.disabled': disabled,
                'N4.illness': published(under.get(code).comparative_illness_and_disability_ratio_indicator),
                'N5.age65': older(to74),
                'N5.age75': older(from75),
                'N5.offline': offline,
                'G.older': older([...to74, ...from75]),
                'G.disabled': disabled,
                'G.low_income': published(domains.get(code).Income_score),
                'G.out_of_work': published(domains.get(code).Employment_score),
                'G.young': share(age.get(code).get('Aged 16 to 24 years'), residents),
                'G.low_english': { ...lowEnglish, state: 'wider-area' },
                'C.imd': published(domains.get(code).IMD_score),
                'C.deprived': some(deprived, deprivedTotal, (name) => / (two|three|four) dimensions$/.test(name)),
                'C.overcrowded': some(crowded, crowdedTotal, (name) => name.endsWith('(overcrowded)')),
                'D.deri': carried(deriScore),
                'D.broadband': carried(deriBroadband),
                'D.demography': carried(deriDemography),
                'D.deprivation': carried(deriDeprivation),
            },
        });
    }
    return areas;
}

// Counts are summed; a published number is averaged, weighted by residents. What has no number is left out of both
// sums; the larger area has a value if the rest hold at least half of its residents.
export function rollUp(areas, level) {
    const members = new Map();
    for (const area of areas.values()) {
        const code = area.parents[level];
        if (!members.has(code)) members.set(code, []);
        members.get(code).push(area);
    }
    const result = new Map();
    for (const code of [...members.keys()].sort()) {
        const parts = members.get(code);
        const all = sum(parts.map((part) => part.residents));
        const cells = {};
        for (const id of Object.keys(parts[0].cells)) {
            // Low English is counted by neighbourhood: exact for whole neighbourhoods, which a ward does not consist of.
            const wider = id === 'G.low_english';
            const counted = wider && level !== 'ward'
                ? [...new Map(parts.map((part) => [part.parents.neighbourhood, part])).values()]
                : parts;
            const present = counted.filter((part) => part.cells[id].value !== undefined);
            const weight = sum(parts.filter((part) => part.cells[id].value !== undefined).map((part) => part.residents));
            if (2 * weight < all) {
                cells[id] = { state: 'suppressed' };
            } else if (present[0].cells[id].denominator !== undefined && !(wider && level === 'ward')) {
                cells[id] = share(
                    sum(present.map((part) => part.cells[id].numerator)),
                    sum(present.map((part) => part.cells[id].denominator)),
                );
            } else {
                const mean = sum(present.map((part) => part.residents * part.cells[id].value)) / weight;
                cells[id] = { state: 'weighted-roll-up', value: round9(mean) };
            }
        }
        result.set(code, { residents: all, households: sum(parts.map((part) => part.households)), cells });
    }
    return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const folder = dataFolder();
    if (!folder) {
        console.error('oracle: the published files are missing (docs/data.md)');
        process.exit(3);
    }
    const areas = smallAreas(folder);
    const cellsOf = (shown) => Object.fromEntries([...shown].map(([code, { cells }]) => [code, cells]));
    const larger = ['neighbourhood', 'ward', 'borough'].map((level) => [level, cellsOf(rollUp(areas, level))]);
    console.log(JSON.stringify({ 'small-area': cellsOf(areas), ...Object.fromEntries(larger) }));
}
