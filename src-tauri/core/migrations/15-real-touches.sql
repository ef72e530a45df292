-- 15-real-touches: the one rule of what a real touch is: the other side took part. No answer, a message nobody answered
-- and an internal note are none. Counting them over a time reads the index alone.
ALTER TABLE touchpoints ADD COLUMN is_real INTEGER GENERATED ALWAYS AS (CASE
  WHEN direction = 'internal' THEN 0
  WHEN outcome IN ('no_answer', 'busy', 'wrong_number') THEN 0
  WHEN direction = 'inbound' OR outcome IS NOT NULL THEN 1
  WHEN channel IN ('sms', 'email', 'wechat', 'article') THEN sentiment IS NOT NULL
  ELSE 1 END) VIRTUAL;
DROP INDEX touchpoints_by_time;
CREATE INDEX touchpoints_by_time ON touchpoints (at, n, is_real, deleted_at);
