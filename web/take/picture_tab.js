// The tab that makes pictures: what it is to be like, what it will look like, and the words that go with it.

import { make } from '../make.js';
import { valueIn, withValue } from '../view.js';
import { copy, fileName, save } from './hand_over.js';
import { PngPacker } from './png.js';
import { button, field, option, ticked } from './parts.js';
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
const kKinds = { png1: ['png', 1], png2: ['pngTwice', 2], png4: ['pngFour', 4], svg: ['svg', 1] };
const kPauseMs = 400;

const within = (number) => Math.min(kMax, Math.max(kMin, Math.round(number) || kMin));

/** One visit to the tab. */
export class PictureTab {
    box;

    #about;
    #size = make('select');
    #own = ['width', 'height'].map((key) => make('input', { type: 'number', min: kMin, max: kMax, step: 1, id: `take-${key}`, value: kMin }));
    #sides = make('div', { className: 'row' }, ...this.#own.map((input, i) => make('div', {}, make('label', { htmlFor: input.id, textContent: phrase(['width', 'height'][i]) }), input)));
    #theme = make('select');
    #kind = make('select');
    #card = make('input', { type: 'checkbox', checked: true });
    #image = make('img', { alt: '' });
    #state = make('p', { className: 'hint', aria: { role: 'status' } });
    #bar = make('progress', { max: 1, value: 0, aria: { label: phrase('making') } });
    #buttons;
    #text = make('textarea', { readOnly: true, rows: 6, id: 'take-words' });
    #file;
    #notes;
    #alarm;
    #asked;
    // How often something was chosen: what is made for an earlier choice is not shown.
    #turn = 0;

    /** @param {import('./take.js').About} about */
    constructor(about) {
        this.#about = about;
        const { stage, view, isDark } = about;
        const { clientWidth, clientHeight } = stage;
        this.#own.forEach((input, i) => (input.value = within([clientWidth, clientHeight][i])));
        this.#size.append(option('screen', phrase('sizeScreen')), ...Object.entries(kSizes).map(([id, [key, width, height]]) => option(id, phrase(key, { width, height }))), option('own', phrase('sizeOwn')));
        this.#size.value = 'social';
        this.#theme.append(...Object.entries(kThemes).map(([id, key]) => option(id, phrase(key))));
        this.#theme.value = valueIn(view, 'theme') || (isDark ? 'dark' : 'light');
        this.#kind.append(...Object.entries(kKinds).map(([id, [key]]) => option(id, phrase(key))));
        const card = ticked(phrase('withCard'), this.#card);
        card.hidden = !valueIn(view, 'area');
        this.#buttons = [button(phrase('save'), () => this.#save(), 'main'), button(phrase('copyPicture'), () => this.#copyPicture())];
        const words = [['copyAlt', 'alt'], ['copySentence', 'title'], ['copySources', 'sources']].map(([key, note]) => button(phrase(key), () => this.#copyWords(note)));
        this.box = make(
            'div',
            { className: 'sides' },
            make('div', { className: 'choices' }, field('size', this.#size), this.#sides, field('theme', this.#theme), field('kind', this.#kind), card),
            make(
                'div',
                {},
                make('div', { className: 'preview picture' }, this.#image),
                this.#bar,
                this.#state,
                make('div', { className: 'row' }, ...this.#buttons),
                make('div', { className: 'row' }, ...words),
                make('label', { htmlFor: this.#text.id, textContent: phrase('words') }),
                this.#text,
            ),
        );
        this.box.addEventListener('change', () => this.#changed());
        this.box.addEventListener('input', ({ target }) => this.#own.includes(target) && this.#later());
    }

    /** It can be seen. */
    show() {
        this.#changed();
    }

    stop() {
        clearTimeout(this.#alarm);
        this.#turn += 1;
        URL.revokeObjectURL(this.#image.src);
    }

    #later() {
        clearTimeout(this.#alarm);
        this.#alarm = setTimeout(() => this.#changed(), kPauseMs);
    }

    get #view() {
        const { view } = this.#about;
        return withValue(view, 'theme', this.#theme.value);
    }

    // Where the map stands is part of the picture only where it is as on the screen.
    get #order() {
        const id = this.#size.value;
        const [width, height] = id === 'screen' ? [this.#about.stage.clientWidth, this.#about.stage.clientHeight].map(within) : this.#own.map(({ value }) => within(value));
        const [, scale] = kKinds[this.#kind.value];
        const size = id in kSizes ? id : `${width}x${height}`;
        const sides = kSizes[id]?.slice(1) ?? [width, height];
        return {
            sides: sides.map((side) => side * scale),
            lines: {
                as: this.#kind.value === 'svg' ? 'svg' : 'png',
                view: id === 'screen' ? this.#view : withValue(this.#view, 'at', ''),
                size,
                scale,
                card: this.#card.checked,
                made: this.#about.today,
                address: this.#about.pageUrl,
            },
        };
    }

    #changed() {
        clearTimeout(this.#alarm);
        this.#sides.hidden = this.#size.value !== 'own';
        // A field that is left says once more what it holds: then the button that was pressed must not go.
        const asked = JSON.stringify(this.#order.lines);
        if (asked === this.#asked) return;
        this.#asked = asked;
        this.#draw().catch((error) => this.#failed(error));
    }

    async #draw() {
        const turn = (this.#turn += 1);
        const { sides, lines } = this.#order;
        this.#file = undefined;
        this.#buttons.forEach((one) => (one.disabled = true));
        if (Math.max(...sides) > kMax && lines.as === 'png') return this.#say(phrase('tooLarge', { max: kMax.toLocaleString('en-GB') }));
        this.#bar.hidden = false;
        this.#say(phrase('making'));
        const notes = await (await this.#about.maker.make({ ...lines, as: 'notes' })).text();
        if (turn !== this.#turn) return;
        this.#notes = JSON.parse(notes);
        this.#image.alt = this.#notes.alt;
        this.#text.value = [this.#notes.alt, this.#notes.title, this.#notes.sources].join('\n\n');
        const file = lines.as === 'svg' ? await this.#svg(lines) : await this.#png(lines);
        if (turn !== this.#turn) return;
        this.#file = file;
        this.#bar.hidden = true;
        URL.revokeObjectURL(this.#image.src);
        this.#image.src = URL.createObjectURL(this.#file);
        this.#buttons.forEach((one) => (one.disabled = false));
        const [width, height] = sides.map((side) => side.toLocaleString('en-GB'));
        const kB = Math.max(1, Math.round(this.#file.size / 1000)).toLocaleString('en-GB');
        this.#say(phrase(lines.as === 'svg' ? 'isSvg' : 'isPng', { width, height, kB }));
    }

    async #svg(lines) {
        const made = await this.#about.maker.make(lines, { heard: (share) => this.#heard(share) });
        return new Blob([made], { type: 'image/svg+xml' });
    }

    async #png(lines) {
        const packer = new PngPacker();
        await this.#about.maker.make(lines, { taken: (bytes) => packer.put(bytes), heard: (share) => this.#heard(share) });
        return packer.finish();
    }

    #heard(share) {
        this.#bar.value = share;
    }

    // Another order has taken its place: that one goes on to say how far it is.
    #failed(error) {
        if (error.name === 'AbortError') return;
        this.#asked = undefined;
        this.#bar.hidden = true;
        this.#say(this.#about.whyNot(error));
    }

    #say(sentence) {
        this.#state.textContent = sentence;
    }

    get #names() {
        return [this.#about.title, this.#about.placeName, valueIn(this.#view, 'show')];
    }

    #save() {
        const name = fileName(this.#names, this.#file.type.includes('svg') ? 'svg' : 'png');
        save(this.#file, name);
        this.#about.saved(this.#file, name);
    }

    // An SVG goes as its text: no browser takes it as a picture.
    async #copyPicture() {
        const isSvg = this.#file.type.includes('svg');
        const isDone = await copy(isSvg ? { 'text/plain': await this.#file.text() } : { 'image/png': this.#file });
        this.#about.say(phrase(isDone ? 'copied' : 'pictureByHand'));
    }

    async #copyWords(note) {
        const words = this.#notes?.[note];
        if (!words) return;
        const isDone = await copy({ 'text/plain': words });
        this.#about.say(phrase(isDone ? 'copied' : 'textSelected'));
        if (isDone) return;
        this.#text.focus();
        const at = this.#text.value.indexOf(words);
        this.#text.setSelectionRange(at, at + words.length);
    }
}
