// The tab that makes pictures: what it is to be like, what it will look like, and the words that go with it.

import { make } from '../make.js';
import { valueIn, withValue } from '../view.js';
import { copy, fileName } from './hand_over.js';
import { Making } from './making.js';
import { button, count, enable, field, kB, option, ticked } from './parts.js';
import { PngPacker } from './png.js';
import { phrase } from './words.js';

// As dex_make calls them.
const kSizes = {
    social: ['sizeSocial', 1200, 630],
    square: ['sizeSquare', 1080, 1080],
    portrait: ['sizePortrait', 1080, 1350],
    slide: ['sizeSlide', 1920, 1080],
    'a4-portrait': ['sizePaper', 2480, 3508],
    'a4-landscape': ['sizePaperWide', 3508, 2480],
};
const kMin = 320;
const kMax = 8000;
const kThemes = { light: 'themeLight', dark: 'themeDark', grey: 'themeGrey' };
// The text, and so many times the pixels.
const kKinds = { png1: ['png', 1], png2: ['pngTwice', 2], png4: ['pngFour', 4], svg: ['svg', 1], shapes: ['svgShapes', 1] };
const kPauseMs = 400;

const within = (number) => Math.min(kMax, Math.max(kMin, Math.round(number) || kMin));

/** One visit to the tab. */
export class PictureTab {
    box;

    #about;
    #making;
    #size = make('select');
    #own = ['width', 'height'].map((key) =>
        make('input', { type: 'number', min: kMin, max: kMax, required: true, id: `take-${key}`, aria: { describedby: 'take-sides' } }),
    );
    #sides = make(
        'div',
        { className: 'row' },
        ...this.#own.map((input, i) => make('div', {}, make('label', { htmlFor: input.id, textContent: phrase(['width', 'height'][i]) }), input)),
        make('p', { className: 'hint', id: 'take-sides', textContent: phrase('sides', { min: count(kMin), max: count(kMax) }) }),
    );
    #theme = make('select');
    #kind = make('select');
    #card = make('input', { type: 'checkbox', checked: true });
    #labels = make('input', { type: 'checkbox', checked: true });
    #legend = make('input', { type: 'checkbox', checked: true });
    #image = make('img', { alt: '' });
    #save = button(phrase('save'), () => this.#about.save(this.#file, this.#name), 'main');
    #copy = button(phrase('copyPicture'), () => this.#copyPicture());
    #copyWords = [['copyAlt', 'alt'], ['copySentence', 'title'], ['copySources', 'sources']].map(([key, note]) => button(phrase(key), () => this.#copyNote(note)));
    #text = make('textarea', { readOnly: true, rows: 8, id: 'take-words' });
    #file;
    #svg;
    #notes;
    #alarm;
    #asked;

    /** @param {import('./take.js').About} about */
    constructor(about) {
        this.#about = about;
        this.#making = new Making(about);
        const { stage, view, isDark } = about;
        const { clientWidth, clientHeight } = stage;
        this.#own.forEach((input, i) => (input.value = within([clientWidth, clientHeight][i])));
        this.#size.append(option('screen', phrase('sizeScreen')), ...Object.entries(kSizes).map(([id, [key, width, height]]) => option(id, phrase(key, { width, height }))), option('own', phrase('sizeOwn')));
        // Who has moved the map wants what they see.
        this.#size.value = valueIn(view, 'at') ? 'screen' : 'social';
        this.#theme.append(...Object.entries(kThemes).map(([id, key]) => option(id, phrase(key))));
        this.#theme.value = valueIn(view, 'theme') || (isDark ? 'dark' : 'light');
        this.#kind.append(...Object.entries(kKinds).map(([id, [key]]) => option(id, phrase(key))));
        const card = ticked(phrase('withCard'), this.#card);
        card.hidden = !valueIn(view, 'area');
        enable(this.#copyWords, false);
        const saved = make('input', { type: 'file', accept: 'image/png,image/svg+xml', onchange: () => about.openPicture(saved.files[0]) });
        this.box = make(
            'div',
            { className: 'sides' },
            make('div', { className: 'choices' }, field('size', this.#size), this.#sides, field('theme', this.#theme), field('kind', this.#kind), ticked(phrase('withLabels'), this.#labels), ticked(phrase('withLegend'), this.#legend), card, field('fromPicture', saved)),
            make(
                'div',
                {},
                make('div', { className: 'preview picture' }, this.#image),
                this.#making.box,
                make('div', { className: 'row' }, this.#save, this.#copy),
                make('div', { className: 'row' }, ...this.#copyWords),
                make('label', { htmlFor: this.#text.id, textContent: phrase('words') }),
                this.#text,
            ),
        );
        this.box.addEventListener('change', () => this.#chosen());
        this.box.addEventListener('input', ({ target }) => this.#own.includes(target) && this.#typed());
    }

    /** It can be seen. */
    show() {
        this.#chosen();
    }

    stop() {
        clearTimeout(this.#alarm);
        this.#making.stop();
        URL.revokeObjectURL(this.#image.src);
    }

    // A size that is still being typed is not drawn.
    #typed() {
        clearTimeout(this.#alarm);
        if (this.#own.every((input) => input.validity.valid)) this.#alarm = setTimeout(() => this.#draw(), kPauseMs);
    }

    // Once a field is left it holds a size that pictures can have.
    #chosen() {
        clearTimeout(this.#alarm);
        this.#own.forEach((input) => (input.value = within(input.value)));
        this.#sides.hidden = this.#size.value !== 'own';
        this.#draw();
    }

    // Where the map stands is part of the picture only where it is as on the screen.
    get #order() {
        const { stage, view, today, pageUrl } = this.#about;
        const themed = withValue(view, 'theme', this.#theme.value);
        const chosen = this.#size.value;
        const isScreen = chosen === 'screen';
        const [kind, scale] = kKinds[this.#kind.value];
        const sides = kSizes[chosen]?.slice(1) ?? (isScreen ? [stage.clientWidth, stage.clientHeight] : this.#own.map(({ value }) => value)).map(within);
        return {
            sides: sides.map((side) => side * scale),
            lines: {
                as: kind.startsWith('svg') ? 'svg' : 'png',
                view: isScreen ? themed : withValue(themed, 'at', ''),
                size: chosen in kSizes ? chosen : sides.join('x'),
                scale,
                card: this.#card.checked,
                outlines: kind === 'svgShapes',
                'no-labels': !this.#labels.checked,
                'no-legend': !this.#legend.checked,
                made: today,
                address: pageUrl,
            },
        };
    }

    #draw() {
        const { sides, lines } = this.#order;
        // A field that is left says once more what it holds: then the button that was pressed must not go.
        const asked = JSON.stringify(lines);
        if (asked === this.#asked) return;
        this.#asked = asked;
        this.#file = undefined;
        enable([this.#save, this.#copy, ...this.#copyWords], false);
        this.#about.say('');
        const isTooLarge = lines.as === 'png' && Math.max(...sides) > kMax;
        this.#image.hidden = isTooLarge;
        if (isTooLarge) return this.#making.stop(phrase('tooLarge', { max: count(kMax) }));
        this.#making.run((makeIt) => this.#make(makeIt, lines), (made) => this.#show(made, sides));
    }

    // The notes come first: they are short, and wanted most.
    async #make(makeIt, lines) {
        const notes = JSON.parse(new TextDecoder().decode(await makeIt({ ...lines, as: 'notes' })));
        this.#notes = notes;
        this.#text.value = [notes.alt, notes.title, notes.description, notes.sources].join('\n\n');
        enable(this.#copyWords, true);
        if (lines.as === 'svg') {
            const svg = await makeIt(lines);
            return { svg: new TextDecoder().decode(svg), file: new Blob([svg], { type: 'image/svg+xml' }) };
        }
        const packer = new PngPacker();
        await makeIt(lines, (bytes) => packer.put(bytes));
        return { file: await packer.finish() };
    }

    #show({ svg, file }, sides) {
        this.#svg = svg;
        this.#file = file;
        URL.revokeObjectURL(this.#image.src);
        this.#image.src = URL.createObjectURL(this.#file);
        this.#image.alt = this.#notes.alt;
        this.#copy.textContent = phrase(svg ? 'copySvg' : 'copyPicture');
        enable([this.#save, this.#copy], true);
        const [width, height] = sides.map(count);
        return svg ? phrase('isSvg', { kB: kB(file) }) : phrase('isPng', { width, height, kB: kB(file) });
    }

    get #name() {
        const { title, view, placeName, areaName } = this.#about;
        const place = this.#card.checked && areaName ? areaName : title.includes(placeName) ? '' : placeName;
        return fileName([title, place, valueIn(view, 'show')], this.#svg ? 'svg' : 'png');
    }

    async #copyPicture() {
        const isDone = await copy(this.#svg ? { 'text/plain': this.#svg } : { 'image/png': this.#file });
        if (isDone) this.#about.say(phrase('copied'));
        else if (this.#svg) this.#about.select(phrase('textSelected'), this.#svg);
        else this.#about.say(phrase('pictureByHand'));
    }

    async #copyNote(note) {
        const words = this.#notes[note];
        const isDone = await copy({ 'text/plain': words });
        this.#about.say(phrase(isDone ? 'copied' : 'textSelected'));
        if (isDone) return;
        this.#text.focus();
        const at = this.#text.value.indexOf(words);
        this.#text.setSelectionRange(at, at + words.length);
    }
}
