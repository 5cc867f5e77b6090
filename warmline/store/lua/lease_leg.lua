-- Take a leg in hand for whatever it needs of the provider, so that nobody else does the same meanwhile.
-- KEYS  1 leg hash   2 due zset
-- ARGV  1 now, unix ms   2 the lease runs out at, unix ms   3 a fresh token   4 seconds a leg is kept when it is over
-- Gives "place" | "doubt" (ask the provider first) | "obey" | "tell" | "check" (no news) | "busy" | "later" | "spared" | "over"
local leg, due, now = KEYS[1], KEYS[2], tonumber(ARGV[1])
local state, order, sid, lease, not_before = unpack(redis.call("HMGET", leg, "state", "order", "sid", "lease", "not_before"))
if not state or state == "over" then
  redis.call("ZREM", due, leg)
  if not state then redis.call("DEL", leg) end -- an order to a leg that is long forgotten
  return "over"
end
if lease and tonumber(lease) > now then return "busy" end
if state == "queued" and order == "hang_up" then -- no longer wanted, and never placed
  redis.call("HSET", leg, "state", "over", "fate", "spared")
  redis.call("HDEL", leg, "to", "order")
  redis.call("EXPIRE", leg, ARGV[4])
  redis.call("ZREM", due, leg)
  return "spared"
end
if state == "queued" and not_before and tonumber(not_before) > now then return "later" end
redis.call("HSET", leg, "lease", ARGV[2], "token", ARGV[3])
redis.call("ZADD", due, ARGV[2], leg)
if state == "queued" then
  redis.call("HSET", leg, "state", "placing", "tried", now)
  redis.call("HINCRBY", leg, "attempts", 1)
  return "place"
end
if not sid then return "doubt" end
if order then return "obey" end
if redis.call("HEXISTS", leg, "tell") == 1 then return "tell" end
return "check"
