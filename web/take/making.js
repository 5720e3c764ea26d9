// One thing being made for a tab: how far it is, how to stop it, and why it was not made.

import { make } from '../make.js';
import { say } from '../words.js';
import { button } from './parts.js';
import { phrase } from './words.js';

/** What was asked for last counts: it takes the place of whatever was going on. */
export class Making {
    box;

    #maker;
    #turn = 0;
    #last;
    #bar = make('progress', { max: 1, value: 0, aria: { label: phrase('making') } });
    #state = make('p', { className: 'hint', tabIndex: -1, aria: { role: 'status' } });
    #cancel = button(phrase('cancel'), () => this.stop(phrase('stopped')));
    #again = button(say('retry'), () => this.#retry());
    #going = make('div', { className: 'row going' }, this.#bar, this.#cancel);
    #retrying;

    /**
     * @param {import('./maker.js').Maker} maker
     * @param {() => void} retry asks once more for what could not be loaded
     */
    constructor({ maker, retry }) {
        this.#maker = maker;
        this.#retrying = retry;
        this.box = make('div', {}, this.#going, this.#state, this.#again);
        this.#show('', {});
    }

    /**
     * @param {(make: (order: object, taken?: (bytes: Uint8Array) => unknown) => Promise<Uint8Array>) => Promise<T>} work
     * @param {(made: T) => string} done takes what was made, if it is still wanted, and gives the sentence that says so
     * @template T
     */
    async run(work, done) {
        const turn = (this.#turn += 1);
        const isWanted = () => turn === this.#turn;
        this.#last = () => this.run(work, done);
        this.#bar.value = 0;
        this.#show(phrase('making'), { isGoing: true });
        const heard = (share) => isWanted() && (this.#bar.value = share);
        try {
            const made = await work(async (order, taken) => {
                const bytes = await this.#maker.make(order, { taken, heard });
                if (!isWanted()) throw new DOMException('', 'AbortError');
                return bytes;
            });
            if (isWanted()) this.#show(done(made), {});
        } catch (error) {
            // The map may have gone, and the dialog with it.
            if (!isWanted() || !this.box.isConnected) return;
            console.error(error);
            this.#show(phrase(error.name === 'NetworkError' ? 'failed' : 'notMade'), { canRetry: true });
        }
    }

    get isGoing() {
        return !this.#going.hidden;
    }

    /** Nothing is wanted any more. */
    stop(sentence = '') {
        this.#turn += 1;
        this.#maker.stop();
        this.#show(sentence, { canRetry: sentence === phrase('stopped') });
    }

    #retry() {
        this.#retrying();
        this.#last();
    }

    // The keyboard stays near the button that has gone.
    #show(sentence, { isGoing = false, canRetry = false }) {
        const hadFocus = this.box.contains(this.box.getRootNode().activeElement);
        this.#state.textContent = sentence;
        this.#going.hidden = !isGoing;
        this.#again.hidden = !canRetry;
        if (!hadFocus) return;
        if (isGoing) this.#cancel.focus();
        else if (canRetry) this.#again.focus();
        else this.#state.focus();
    }
}
