-- Keep a peer's words until they say whom the words are for.
-- KEYS  7 held list
-- ARGV  5 sealed words
-- Gives "held" | "gone"
redis.call("RPUSH", KEYS[7], ARGV[5])
return finish("held")
