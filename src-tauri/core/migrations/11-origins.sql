-- 11-origins: history says through what something was done: the window, the command line, an import.
ALTER TABLE actions ADD COLUMN origin TEXT;
