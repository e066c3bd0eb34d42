/**
 * The durable steps of a running core, told just before and just after each is on disk. They are watched below the journal, at
 * SQLite and the file system, so that nothing of the till knows that it is being watched.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementResultingChanges, StatementSync } from 'node:sqlite';
import type { SettingsStore } from '../../../src/till/ports.ts';
import { parseSettings } from '../../../src/till/settings/parse-settings.ts';

export type Moment = 'before' | 'after';
/** @param names all names of the step: the kinds of its entries, the slots it changes, the settings */
export type OnStep = (names: readonly string[], moment: Moment) => void;

const ENTRY = /^INSERT INTO entry /;
const SLOT = /^INSERT INTO (kept|slot) /;
const PRODUCT = /^INSERT INTO product /;

/** Every COMMIT of every database of this process, and the reserve. To be called before the first one is opened. */
export function watchDisk(onStep: OnStep): void {
  watchCommits(onStep);
  watchReserve(onStep);
}

function watchCommits(onStep: OnStep): void {
  const written = new WeakMap<DatabaseSync, Set<string>>();
  const original = (name: string): unknown => Object.getOwnPropertyDescriptor(DatabaseSync.prototype, name)?.value;
  const prepare = original('prepare') as (this: DatabaseSync, ...given: Parameters<DatabaseSync['prepare']>) => StatementSync;
  const exec = original('exec') as (this: DatabaseSync, sql: string) => void;
  const namesOf = (db: DatabaseSync): Set<string> => {
    const names = written.get(db) ?? new Set<string>();
    written.set(db, names);
    return names;
  };
  DatabaseSync.prototype.prepare = function watched(this: DatabaseSync, ...given) {
    const statement = prepare.apply(this, given);
    const [sql] = given;
    const nameIn = ENTRY.test(sql) ? 2 : SLOT.test(sql) ? 0 : null;
    const isProduct = PRODUCT.test(sql);
    if (nameIn === null && !isProduct) return statement;
    const run = statement.run.bind(statement);
    const named = (...values: readonly SQLInputValue[]): StatementResultingChanges => {
      const value = nameIn === null ? null : values[nameIn];
      const name = typeof value === 'string' ? value : '';
      namesOf(this).add(isProduct ? 'products' : nameIn === 2 ? name : `slot.${name}`);
      return run(...values);
    };
    return Object.defineProperty(statement, 'run', { value: named });
  };
  DatabaseSync.prototype.exec = function watched(this: DatabaseSync, sql) {
    if (sql.startsWith('BEGIN')) namesOf(this).clear();
    if (sql !== 'COMMIT') {
      exec.call(this, sql);
      return;
    }
    const names = [...namesOf(this)];
    onStep(names, 'before');
    exec.call(this, sql);
    onStep(names, 'after');
  };
}

/** Room for the rest of an attempt: on disk when its file is synchronised. */
function watchReserve(onStep: OnStep): void {
  const { openSync, fsyncSync } = fs;
  const reserves = new Set<number>();
  fs.openSync = (...given) => {
    const fd = openSync(...given);
    if (String(given[0]).endsWith('.reserve')) reserves.add(fd);
    else reserves.delete(fd);
    return fd;
  };
  fs.fsyncSync = (fd) => {
    if (!reserves.delete(fd)) {
      fsyncSync(fd);
      return;
    }
    onStep(['reserve'], 'before');
    fsyncSync(fd);
    onStep(['reserve'], 'after');
  };
  syncBuiltinESMExports();
}

/** The names of what a save of the settings changes: `settings.mode`, `settings.live.terminal`. */
function changedNames(before: unknown, after: unknown): readonly string[] {
  const [one, other] = [before, after].map(
    (value) => (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>,
  );
  const changed = (name: string): boolean => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name]);
  return Object.keys(other ?? {})
    .filter(changed)
    .flatMap((name) => {
      if (name !== 'live' && name !== 'practice') return [`settings.${name}`];
      return changedNames(one?.[name], other?.[name]).map((inner) => inner.replace('settings.', 'settings.profile.'));
    });
}

export function watchSettings(store: SettingsStore, onStep: OnStep): SettingsStore {
  return {
    ...store,
    save(settings) {
      // Where there is no file yet, the till has its defaults.
      const names = changedNames(store.load() ?? parseSettings(undefined).settings, settings);
      onStep(names, 'before');
      store.save(settings);
      onStep(names, 'after');
    },
  };
}
