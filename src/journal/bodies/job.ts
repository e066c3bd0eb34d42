import { z } from 'zod';
import type { PrintJob, SubmitJob } from '../../records/index.ts';
import { problemBody } from './common.ts';
import { proved } from './proved.ts';

const common = { id: z.string(), receiptNumber: z.int(), tries: z.number() };

export const printJobBody = proved<PrintJob>()(
  z.object({
    ...common,
    kind: z.literal('print'),
    copy: z.boolean(),
    state: z.enum(['queued', 'printing', 'done', 'failed', 'unsure', 'abandoned']),
    problem: problemBody.nullable(),
  }),
);

export const submitJobBody = proved<SubmitJob>()(
  z.object({
    ...common,
    kind: z.literal('submit'),
    attemptId: z.string(),
    state: z.enum(['queued', 'done', 'refused']),
    lastResultCode: z.number().nullable(),
  }),
);
