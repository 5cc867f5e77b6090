-- Raise how soon a person must know about a contact; it goes before all who wait at a lower rank. Nothing here lowers it.
-- KEYS  7 waiting zset
-- ARGV  5 contact id   6 band   7 its place among the bands, from 0   8 rank in the queue that goes with it   9 whose risk it is
--       10 and 11 names of the fields of band and of whose risk: its own, or what the same person has shown in another contact
-- Gives "raised" | "already" (it is as high, or higher) | "moved"
local place = ARGV[10] .. "_place"
local facts = redis.call("HMGET", contact, place, "rank", "since")
if tonumber(facts[1] or 0) >= tonumber(ARGV[7]) then return "already" end
local rank = math.max(tonumber(facts[2] or 0), tonumber(ARGV[8]))
redis.call("HSET", contact, ARGV[10], ARGV[6], place, ARGV[7], "rank", rank, ARGV[11], ARGV[9])
if redis.call("ZSCORE", KEYS[7], ARGV[5]) then redis.call("ZADD", KEYS[7], facts[3] - rank * 1e13, ARGV[5]) end
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("raised")
