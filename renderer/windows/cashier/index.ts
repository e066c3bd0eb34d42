export { drawWindow } from './root.tsx';
