-- A contact takes over an earlier place, or a higher rank, that the same person has earned in another way. It never goes back.
-- KEYS  7 waiting zset
-- ARGV  5 contact id   6 the other place, unix ms   7 the other rank
-- Gives "moved_up" | "as_early" (it was no later) | "moved"
local facts = redis.call("HMGET", contact, "since", "rank")
local since, rank = tonumber(facts[1]), tonumber(facts[2] or 0)
local earlier, higher = math.min(since, tonumber(ARGV[6])), math.max(rank, tonumber(ARGV[7]))
if earlier == since and higher == rank then return "as_early" end
redis.call("HSET", contact, "since", string.format("%d", earlier), "rank", higher)
if redis.call("ZSCORE", KEYS[7], ARGV[5]) then redis.call("ZADD", KEYS[7], earlier - higher * 1e13, ARGV[5]) end
redis.call("ZADD", due, now, contact)
return finish("moved_up")
