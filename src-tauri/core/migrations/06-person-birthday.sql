-- 06-person-birthday: a call on the day is worth ten others; the year is often unknown, so month and day stand alone.
ALTER TABLE people ADD COLUMN birthday_md TEXT;
