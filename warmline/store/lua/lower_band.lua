-- A person judges that a contact is less urgent than the line took it for: the place in the queue goes back with it.
-- KEYS  7 waiting zset
-- ARGV  5 contact id   6 band   7 its place among the bands, from 0   8 rank in the queue that goes with it
-- Gives "lowered" | "not_lower" | "moved" | "gone"
local facts = redis.call("HMGET", contact, "band_place", "since")
if tonumber(facts[1] or 0) <= tonumber(ARGV[7]) then return finish("not_lower") end
redis.call("HSET", contact, "band", ARGV[6], "band_place", ARGV[7], "rank", ARGV[8], "alerted", ARGV[6])
redis.call("HINCRBY", contact, "lowered", 1)
redis.call("HDEL", contact, "silence_paged")
if redis.call("ZSCORE", KEYS[7], ARGV[5]) then redis.call("ZADD", KEYS[7], facts[2] - ARGV[8] * 1e13, ARGV[5]) end
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("lowered")
