-- A text was not sent: try again later, or never, by the error table.
-- KEYS  1 out hash   2 lane list   3 due zset   4 bell list
-- ARGV  1 text id   2 token of the lease   3 now, unix ms   4 try again at, unix ms, or "" for never   5 error code or ""
-- Gives "put_back" | "failed" | "not_yours"
local out, lane, due = KEYS[1], KEYS[2], KEYS[3]
if redis.call("HGET", out, "token") ~= ARGV[2] then return "not_yours" end
redis.call("HDEL", out, "lease", "token")
if ARGV[5] ~= "" then redis.call("HSET", out, "code", ARGV[5]) end
if ARGV[4] ~= "" then
  redis.call("HSET", out, "state", "queued", "not_before", ARGV[4])
  redis.call("ZADD", due, ARGV[4], lane)
  return "put_back"
end
redis.call("HSET", out, "state", "failed")
if redis.call("LINDEX", lane, 0) == ARGV[1] then redis.call("LPOP", lane) end
if redis.call("LLEN", lane) == 0 then redis.call("ZREM", due, lane) else redis.call("ZADD", due, ARGV[3], lane) end
redis.call("ZADD", due, ARGV[3], out)
redis.call("RPUSH", KEYS[4], out)
return "failed"
