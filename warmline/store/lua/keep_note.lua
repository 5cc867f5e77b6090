-- Keep a peer's note with the contact it is about, for coordinators to read.
-- KEYS  7 notes list of the contact   8 noted set of the caller
-- ARGV  5 sealed note   6 contact id   7 seconds it is kept
-- Gives "noted" | "gone"
redis.call("RPUSH", KEYS[7], ARGV[5])
redis.call("LTRIM", KEYS[7], -50, -1)
redis.call("SADD", KEYS[8], ARGV[6])
redis.call("EXPIRE", KEYS[7], ARGV[7])
redis.call("EXPIRE", KEYS[8], ARGV[7])
return finish("noted")
