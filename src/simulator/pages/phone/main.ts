import { startAccount } from './account.ts';
import { startCards } from './cards.ts';
import { startNotes } from './notes.ts';
import { startPhone } from './phone.ts';

// Who listens comes before who sends.
startNotes();
startCards();
startPhone();
startAccount();
