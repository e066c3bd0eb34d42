export { TabList } from './tab-list.tsx';
export { TabsButton } from './tabs-button.tsx';
