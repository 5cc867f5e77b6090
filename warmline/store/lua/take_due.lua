-- Hand out the keys whose moment has come, and look again later in case nobody attends to them.
-- KEYS  1 due zset
-- ARGV  1 now, unix ms   2 ms after which they are handed out again   3 how many at most
-- Gives the keys, earliest first
local keys = redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", ARGV[1], "LIMIT", 0, ARGV[3])
for _, key in ipairs(keys) do redis.call("ZADD", KEYS[1], "XX", ARGV[1] + ARGV[2], key) end
return keys
