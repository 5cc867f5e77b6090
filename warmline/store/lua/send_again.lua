-- A text that the provider took and could not deliver joins the end of its lane once more.
-- KEYS  1 out hash   2 lane list   3 due zset
-- ARGV  1 text id   2 now, unix ms
-- Gives "queued" | "already"
local out, lane, due = KEYS[1], KEYS[2], KEYS[3]
local state, sid, earlier = unpack(redis.call("HMGET", out, "state", "sid", "earlier"))
if state ~= "failed" and state ~= "undelivered" then return "already" end
redis.call("HDEL", out, "sid", "code", "failed")
redis.call("HSET", out, "state", "queued", "earlier", (earlier or "") .. " " .. (sid or ""))
redis.call("ZREM", due, out)
redis.call("RPUSH", lane, ARGV[1])
redis.call("ZADD", due, "NX", ARGV[2], lane)
return "queued"
