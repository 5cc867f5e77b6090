-- Nobody knows whether the first text of a lane was sent: that is looked into at a moment.
-- KEYS  1 out hash   2 lane list   3 due zset
-- ARGV  1 text id   2 the moment, unix ms
-- Gives "looking" | "moved" (a status has told meanwhile)
local out, lane, due = KEYS[1], KEYS[2], KEYS[3]
if redis.call("LINDEX", lane, 0) ~= ARGV[1] then return "moved" end
redis.call("HSET", out, "lease", ARGV[2])
redis.call("ZADD", due, ARGV[2], lane)
return "looking"
