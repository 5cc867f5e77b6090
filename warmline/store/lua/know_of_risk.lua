-- What the same person has shown in another contact is known in this one, which goes first with it. Nothing here lowers anything.
-- KEYS  7 waiting zset
-- ARGV  5 contact id   6 band   7 its place among the bands, from 0   8 rank in the queue that goes with it   9 whose risk it is
-- Gives "known" | "already" (it is known to be as high, or higher) | "moved"
local facts = redis.call("HMGET", contact, "beside_place", "rank", "since")
if tonumber(facts[1] or 0) >= tonumber(ARGV[7]) then return "already" end
local rank = math.max(tonumber(facts[2] or 0), tonumber(ARGV[8]))
redis.call("HSET", contact, "beside", ARGV[6], "beside_place", ARGV[7], "rank", rank, "beside_kind", ARGV[9])
if redis.call("ZSCORE", KEYS[7], ARGV[5]) then redis.call("ZADD", KEYS[7], facts[3] - rank * 1e13, ARGV[5]) end
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("known")
