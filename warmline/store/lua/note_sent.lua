-- The provider has taken a text: write down its name there and let the next one of the lane go.
-- KEYS  1 out hash   2 lane list   3 due zset   4 sids list of the recipient   5 sids list of the caller it is about
-- ARGV  1 text id   2 sid   3 now, unix ms   4 when to ask for its fate if nobody tells, unix ms   5 seconds sids are kept
-- Gives "noted" | "known"
local out, lane, due = KEYS[1], KEYS[2], KEYS[3]
local was = redis.call("HMGET", out, "sid", "state")
if was[1] or not was[2] then return "known" end
redis.call("HSET", out, "sid", ARGV[2])
redis.call("HDEL", out, "lease", "token", "not_before")
if was[2] == "sending" then
  redis.call("HSET", out, "state", "sent")
  redis.call("ZADD", due, ARGV[4], out)
end
for i = 4, 5 do
  redis.call("RPUSH", KEYS[i], ARGV[2])
  redis.call("LTRIM", KEYS[i], -5000, -1)
  redis.call("EXPIRE", KEYS[i], ARGV[5])
  if KEYS[4] == KEYS[5] then break end
end
if redis.call("LINDEX", lane, 0) == ARGV[1] then redis.call("LPOP", lane) end
if redis.call("LLEN", lane) == 0 then redis.call("ZREM", due, lane) else redis.call("ZADD", due, ARGV[3], lane) end
return "noted"
