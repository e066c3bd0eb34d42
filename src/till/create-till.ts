import { mkdirSync } from 'node:fs';
import { isoWithZone } from '../clock/iso-time.ts';
import type { Intent } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import type { Journal } from '../records/index.ts';
import { translator } from '../text/index.ts';
import { createClockWatch } from './clock-watch.ts';
import { createCurrentSession } from './current-session.ts';
import { withReason } from './disk-words.ts';
import { uncoveredOf } from './end-of-day/uncovered.ts';
import { findSettings } from './find-settings.ts';
import { createHeldTerminal } from './held-terminal.ts';
import { newId } from './ids.ts';
import { createIntents } from './intents.ts';
import { createMode } from './mode.ts';
import { createNotices } from './notices.ts';
import type { TillDeps } from './ports.ts';
import { createChangeSignal, createPublisher } from './publishing.ts';
import { createRightOfWay } from './right-of-way.ts';
import { phaseOf, setUpRefusal } from './rights.ts';
import { safely } from './safely.ts';
import { openProducts } from './sales/open-products.ts';
import { createProducts } from './sales/products.ts';
import { createConnection } from './service/connection.ts';
import { createKeychain } from './service/keychain.ts';
import { createServices } from './service/services.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import { createHealth } from './set-up/health.ts';
import { createSetup } from './set-up/set-up.ts';
import { keptPassword } from './settings/kept-password.ts';
import { createOwnerRecord } from './settings/owner-record.ts';
import { createOwner } from './settings/owner.ts';
import { deriveByScrypt, isDamaged } from './settings/pin.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import { createShop } from './settings/shop.ts';
import { createSnapshots } from './snapshots.ts';
import { startTill } from './start.ts';
import type { Till } from './till.ts';
import { createCalls } from './window-calls.ts';

/**
 * Puts the till together, each part after those it needs. Nobody is asked anything before `start`.
 *
 * @throws NewerFileError: the settings are a newer Kassa's
 */
export function createTill(deps: TillDeps): Till {
  const { clock, shell, printer } = deps;
  mkdirSync(deps.dataDir, { recursive: true });

  // ---- what is there before any journal is open ---------------------------------------------------------------------
  const nowIso = (): string => isoWithZone(clock.wallMs());
  const id = (): string => newId(deps.randomBytes);
  const signal = createChangeSignal();
  const current = createCurrentSession();
  const notices = createNotices(id, deps.log, signal.changed);
  const settings = findSettings(deps, nowIso, notices.tell);
  const { profile } = settings;
  if (isDamaged(settings.ownerProfile.get().ownerPin)) notices.tell({ code: 'pin.damaged' });
  const held = createHeldTerminal(current, profile);
  const way = createRightOfWay({ ...held, clock, isMarking: current.isMarking, onChange: signal.changed });
  const journal = (): Journal | null => current.get()?.journal ?? null;
  const ground = { ...deps, nowIso, settings, profile, notices, journal, onChange: signal.changed };

  // ---- SEQR, the shop, the catalogue --------------------------------------------------------------------------------
  const wallClock = createClockWatch(ground);
  const services = createServices({ ...deps, clientId: () => settings.clientId(), onServerDate: wallClock.heard });
  const connection = createConnection({ ...ground, services });
  const keychain = createKeychain({ ...ground, services, onPassword: current.wake });
  const { owner, record } = ownerOf(ground);
  const store = openProducts({ ...deps, notices });
  const products = createProducts(store, deps.sampleCatalogue, id);
  const health = createHealth({ ...ground, services, wallClock, attemptOpen: current.isWatched });

  // ---- the journal of practice or of the real service, and all that works on it -------------------------------------
  const mode = createMode({ ...ground, ...held, current, keychain, connection, open });
  const setup = createSetup({
    ...ground,
    ...held,
    services,
    clientReference: (correlationId) => settings.clientReference(correlationId),
    owner,
    currencyOfBook: current.currencyOfBook,
    refusal: () => setUpRefusal(phaseOf(settings.get()), owner),
    useMode: (kind, patch) => mode.use(kind, patch),
    way,
    uncovered: () => uncoveredOf(current.get(), profile.get()),
    onFinished: current.putAwayTestPayment,
    word: (key) => translator(settings.preferences().language)(key),
  });

  // ---- what windows see and may ask ---------------------------------------------------------------------------------
  const parts = { ...ground, services, keychain, owner, shop: createShop(profile), products, health, setup, mode, wake: current.wake };
  const snapshots = createSnapshots({ ...parts, session: current.get });
  const publisher = createPublisher({ draw: snapshots.next, moneyMoves: current.moneyMoves, shell });
  for (const look of [wallClock.look, publisher.publish]) signal.onChange(look);
  const apply = createIntents({ parts, owner, settings, way, session: current.get });

  async function intent(asked: Intent): Promise<IntentResult> {
    // While the set-up is under way there is nothing to check yet, and the day's check would be spent on it.
    if (current.get() !== null && profile.get().done) health.checkOnceADay();
    record.takeUp();
    const result = await safely(apply, asked, deps);
    signal.changed();
    return withReason(result, current.get()?.journal.fault() ?? null);
  }

  function open(kind: 'practice' | 'live'): Session {
    return openSession(kind, {
      ...{ ...ground, till: deps, products, services, health, way },
      onDamage: notices.damaged,
      onUnknownState: notices.unknownState,
      onDiskFault: notices.diskFault,
      onProblem: notices.tell,
    });
  }

  return {
    start: () => startTill({ ...ground, setup, keychain, connection, current, open }),
    call: createCalls({ session: current.get, settings, products, printer, snapshot: snapshots.next, intent }),
    snapshot: snapshots.next,
    subscribe: publisher.subscribe,
    quitWarning: () => (way.isChanging() ? 'terminal-changing' : current.quitWarning()),
    wake() {
      current.wake();
      // Whoever has unlocked the screen has often unlocked the keychain.
      void keychain.unlockAgain();
    },
    stop() {
      for (const part of [signal, keychain, way]) part.stop();
      current.replace(null);
      services.close();
      store.close();
      return Promise.resolve();
    },
  };
}

/** The owner's PIN, and what the journal has to be told of it. */
function ownerOf(ground: Omit<Parameters<typeof createOwnerRecord>[0], 'profile' | 'isLive'> & OwnerGround) {
  const { settings, derive = deriveByScrypt } = ground;
  const record = createOwnerRecord({ ...ground, profile: settings.ownerProfile, isLive: () => settings.get().mode === 'live' });
  return { record, owner: createOwner({ ...ground, record, keptPassword: keptPassword(ground), derive }) };
}

type OwnerGround = Pick<TillDeps, 'clock' | 'randomBytes' | 'secrets' | 'derive'> & { readonly settings: SettingsKeeper };
