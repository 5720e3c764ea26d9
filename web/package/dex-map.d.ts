/** What a level, a code and a name say of one area. */
export interface SelectedArea {
    level: string;
    code: string;
    name: string;
}

/** The events of a map, all of which bubble. */
export interface DexMapEvents {
    /** The first picture stands. */
    'dex-ready': CustomEvent<{ view: string }>;
    /** All that the view needs is drawn. */
    'dex-detail': CustomEvent<{ view: string }>;
    /** The view has changed; `isNew`: another one rather than the same, panned. */
    'dex-view': CustomEvent<{ view: string; isNew: boolean }>;
    /** An area was selected, or none is any more. */
    'dex-select': CustomEvent<SelectedArea | null>;
    /** What the controls say has changed. */
    'dex-tree': CustomEvent<{ version: number }>;
    /** Something is amiss; status 0 where there is no map at all. */
    'dex-error': CustomEvent<{ sentence: string; status: number }>;
}

/** `<dex-map src="…/atlas.json">` */
export class DexMap extends HTMLElement {
    /** Address of an atlas.json. */
    src: string;
    /** The view as it is now; the attribute says how it begins. */
    view: string;
    /** `light`, `dark` or `grey`; otherwise as the reader prefers. */
    theme: string;
    /** The map is the whole page, and its gestures are always the map's. */
    ownPage: boolean;
    /** It can be explored, and nothing chosen. */
    locked: boolean;
    /** The view stands in the page's address. */
    hash: boolean;
    /** Shows all of it as text in place of the picture, or the picture again. */
    showText(open?: boolean): void;
    addEventListener<K extends keyof DexMapEvents>(type: K, listener: (this: DexMap, event: DexMapEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
    removeEventListener<K extends keyof DexMapEvents>(type: K, listener: (this: DexMap, event: DexMapEvents[K]) => void, options?: boolean | EventListenerOptions): void;
    removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
    interface HTMLElementTagNameMap {
        'dex-map': DexMap;
    }
}
