-- A block ends, by a coordinator or because its time is over.
-- KEYS  7 person hash   8 blocks zset   9 block key in `due`
-- ARGV  5 caller key
-- Gives "lifted" | "not_blocked"
redis.call("ZREM", KEYS[8], ARGV[5])
redis.call("ZREM", due, KEYS[9])
if redis.call("HDEL", KEYS[7], "block_until") == 0 then return finish("not_blocked") end
redis.call("HDEL", KEYS[7], "block_review", "block_contact", "block_told", "block_appealed")
return finish("lifted")
