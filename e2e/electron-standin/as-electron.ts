/**
 * The one place where a stand-in object is handed out under Electron's full type. It has a part of that type only, and
 * says so itself: every member it lacks throws (`strict.ts`).
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the type it hands out
export function asElectron<T>(object: object | null | undefined): T {
  return object as T;
}
