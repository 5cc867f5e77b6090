-- Take the first text of a lane in hand, so that nobody else sends it meanwhile.
-- KEYS  1 out hash   2 lane list   3 due zset
-- ARGV  1 text id   2 now, unix ms   3 the lease runs out at, unix ms   4 a fresh token
-- Gives "leased" | "unsure" (it was in someone's hand: ask the provider first) | "busy" | "later" | "moved"
local out, lane, due = KEYS[1], KEYS[2], KEYS[3]
local now, until_ms = tonumber(ARGV[2]), tonumber(ARGV[3])
if redis.call("LINDEX", lane, 0) ~= ARGV[1] then return "moved" end
local facts = redis.call("HMGET", out, "state", "lease", "not_before")
if facts[3] and tonumber(facts[3]) > now then return "later" end
if facts[2] and tonumber(facts[2]) > now then return "busy" end
redis.call("HSET", out, "lease", until_ms, "token", ARGV[4])
redis.call("ZADD", due, until_ms, lane)
if facts[1] == "sending" then return "unsure" end
redis.call("HSET", out, "state", "sending", "tried", now)
redis.call("HINCRBY", out, "attempts", 1)
return "leased"
