import fc from 'fast-check';

// A mutant is noticed by the first counterexample; nobody reads the smallest one, and looking for it takes many seconds.
fc.configureGlobal({ endOnFailure: true });
