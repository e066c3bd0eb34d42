export { UnresolvedButton } from './unresolved-button.tsx';
export { UnresolvedList } from './unresolved-list.tsx';
