-- A page did not reach whom it was sent to: the next round comes now.
-- KEYS  1 page hash   2 due zset   3 bell list
-- ARGV  1 now, unix ms
-- Gives "hurried" | "closed" (somebody has it, or it is gone)
local facts = redis.call("HMGET", KEYS[1], "rounds", "owner")
if not facts[1] or facts[2] then return "closed" end
redis.call("HSET", KEYS[1], "next", ARGV[1])
redis.call("ZADD", KEYS[2], ARGV[1], KEYS[1])
redis.call("RPUSH", KEYS[3], KEYS[1])
return "hurried"
