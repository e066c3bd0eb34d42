/** Answers the next question of where to save, as a person would in the system's own dialog. */
import type { Till } from './till-driver.ts';

/** @param file whole path, or null: the person thinks better of it */
export async function saveNextTo({ app }: Pick<Till, 'app'>, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}
