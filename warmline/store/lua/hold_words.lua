-- Keep a peer's words until they say whom the words are for.
-- KEYS  7 held list   8 peer's talks hash
-- ARGV  5 sealed words
-- Gives "held" | "gone" | "moved" (every talk is over: the words would lie there for the next person)
if redis.call("HLEN", KEYS[8]) == 0 then return "moved" end
redis.call("RPUSH", KEYS[7], ARGV[5])
return finish("held")
