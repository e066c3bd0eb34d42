/** @returns a seed that is another each day, the same for a whole day: what fails tomorrow can be run again tomorrow */
export function seedOfTheDay(now = new Date()): number {
  return now.getUTCFullYear() * 10_000 + (now.getUTCMonth() + 1) * 100 + now.getUTCDate();
}
