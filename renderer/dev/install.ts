import { fakeBridge } from './fake-bridge.ts';

Object.defineProperty(window, 'kassa', { value: fakeBridge(new URLSearchParams(window.location.search)) });
