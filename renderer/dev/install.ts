import { goTo } from '../state/places.ts';
import { fakeBridge } from './fake-bridge.ts';
import { PLACES } from './samples.ts';

const query = new URLSearchParams(window.location.search);
Object.defineProperty(window, 'kassa', { value: fakeBridge(query) });
const place = PLACES[query.get('sample') ?? ''];
if (place !== undefined) goTo(place);
