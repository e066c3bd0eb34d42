export { TrayButton } from './tray-button.tsx';
export { TrayList } from './tray-list.tsx';
