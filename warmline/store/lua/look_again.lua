-- Nobody knows whether the first text of a lane was sent: that is looked into at a moment.
-- KEYS  1 out hash   2 lane list   3 due zset
-- ARGV  1 text id   2 token of the lease   3 the moment, unix ms
-- Gives "looking" | "moved" (a status has told meanwhile) | "not_yours" (the lease ran out, and another has it)
local out, lane, due = KEYS[1], KEYS[2], KEYS[3]
if redis.call("LINDEX", lane, 0) ~= ARGV[1] then return "moved" end
if redis.call("HGET", out, "token") ~= ARGV[2] then return "not_yours" end
redis.call("HSET", out, "lease", ARGV[3])
redis.call("ZADD", due, ARGV[3], lane)
return "looking"
