import { flushSync } from 'react-dom';
import { goTo } from '../store/places.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { Picture } from './fake-bridge.ts';
import { PLACES } from './samples.ts';

/* `?sample=waiting&theme=dark&language=sv&products=100000`: what the window shows; `gallery.show` goes on to another. */
declare global {
  interface Window {
    readonly gallery: {
      /** What was typed, opened or chosen in the picture before is forgotten. */
      readonly show: (picture: Picture) => void;
      /** The same picture in other colours: nothing of it is drawn afresh. */
      readonly setTheme: (theme: Picture['theme']) => void;
    };
  }
}

const query = new URLSearchParams(window.location.search);
const products = query.get('products');
const first: Picture = {
  sample: query.get('sample') ?? 'sale',
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  language: query.get('language') === 'sv' ? 'sv' : 'en',
};
const { bridge, show } = fakeBridge(first, products === null ? null : Number(products));
let shown = first;
Object.defineProperty(window, 'kassa', { value: bridge });
Object.defineProperty(window, 'gallery', {
  value: {
    setTheme(theme: Picture['theme']) {
      flushSync(() => {
        show({ ...shown, theme });
      });
    },
    show(picture: Picture) {
      shown = picture;
      // The wizard has nothing in common with the other screens: all that was drawn goes, with what it remembered.
      const between = picture.sample.startsWith('wizard') ? 'sale-empty' : 'wizard';
      flushSync(() => {
        show({ ...picture, sample: between });
      });
      flushSync(() => {
        goTo(PLACES[picture.sample] ?? { kind: 'sale' });
        show(picture);
      });
    },
  },
});
goTo(PLACES[first.sample] ?? { kind: 'sale' });
