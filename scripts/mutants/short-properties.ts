import fc from 'fast-check';

// A mutant is noticed by the first counterexample: nobody reads the smallest one, and looking for it takes many seconds. What a
// property has not found in this time, which is hundreds of examples, the tables have to find.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 400 });
