export function phoneScript(): void { /* follows */ }
