import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './empty-state.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  /** What will be here, and how to begin. */
  readonly children: string;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon of={icon} size={32} />
      <p className="empty-state__words">{children}</p>
      {action}
    </div>
  );
}
