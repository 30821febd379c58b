import type { Migration } from '../migrate.ts';

/**
 * `baseline`: how much of the payment had gone back when this refund was first sent, where the provider is asked for it; null in
 * rows of before. `key_number`: which of the refund's keys it is sent under; one that a provider has declined is never used again.
 */
const columns = `
  ALTER TABLE refund_payment ADD COLUMN baseline INTEGER CHECK (baseline >= 0);
  ALTER TABLE refund_payment ADD COLUMN key_number INTEGER NOT NULL DEFAULT 1 CHECK (key_number > 0);`;

/** What providers declined under its key, and would decline under it for ever. */
const spentKeys = `
  UPDATE refund_payment SET key_number = 2 WHERE state = 'refused'
    AND reason IN ('return-refused', 'smartpay-amount.insufficient', 'smartpay-payment.not-found');`;

/** The number of the newest event of a kind in the history of a refund payment, 0 without any. */
const newest = (state: string): string =>
  `(SELECT coalesce(max(id), 0) FROM refund_payment_event WHERE refund_payment_id = refund_payment.id AND state = '${state}')`;

/**
 * A refund taken up again kept the name of the one that had failed. Where it was sent after that, and nobody but the dead one was
 * asked about, it may have been made: it is in doubt, and a person looks.
 */
const deadNames = `
  CREATE TEMP TABLE asked_by_dead_name AS SELECT id FROM refund_payment
    WHERE provider_refund_id IS NOT NULL AND state = 'refused' AND reason = 'return-refused' AND ${newest('sending')} > ${newest('accepted')};
  INSERT INTO refund_payment_event (refund_payment_id, at, state, reason)
    SELECT id, (SELECT max(at) FROM refund_payment_event WHERE refund_payment_id = asked_by_dead_name.id), 'in-doubt', 'refund-unanswered'
    FROM asked_by_dead_name;
  UPDATE refund_payment SET state = 'in-doubt', reason = 'refund-unanswered', provider_refund_id = NULL, key_number = 1
    WHERE id IN (SELECT id FROM asked_by_dead_name);
  DROP TABLE asked_by_dead_name;
  UPDATE refund_payment SET provider_refund_id = NULL
    WHERE provider_refund_id IS NOT NULL AND state IN ('waiting', 'sending', 'in-doubt') AND ${newest('refused')} > ${newest('accepted')};`;

/** What a refund's lost answer is judged against, and a key for each try after a decline. */
export const refundBaseline: Migration = {
  version: 6,
  name: '0006-refund-baseline',
  up: (db) => void db.exec([columns, spentKeys, deadNames].join('\n')),
};
