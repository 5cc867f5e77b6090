-- Whoever had a leg in hand is done with it for now: it was placed, or obeyed, or is to be tried or asked for again.
-- KEYS  1 leg hash   2 due zset   3 string: whose the provider's call is, or one never written
-- ARGV  1 token of the lease   2 "again" to place it again, "obeyed" or "told" when that was done, or "" for neither
--       3 the order that was done, or what was told, or ""   4 the next look, unix ms   5 the provider's name for it, or ""
--       6 seconds that is kept   7 the leg's id
-- Gives "left" | "ordered" (there is something new to do) | "not_yours" (the lease ran out, and another has it) | "over"
local leg, due = KEYS[1], KEYS[2]
local state, order, sid, token, tell = unpack(redis.call("HMGET", leg, "state", "order", "sid", "token", "tell"))
if state and state ~= "over" and ARGV[5] ~= "" and not sid and redis.call("SET", KEYS[3], ARGV[7], "NX", "EX", ARGV[6]) then
  redis.call("HSET", leg, "sid", ARGV[5], "state", "placed")
end
if not state or state == "over" then return "over" end
if token ~= ARGV[1] then return "not_yours" end
redis.call("HDEL", leg, "lease", "token")
if ARGV[2] == "again" then redis.call("HSET", leg, "state", "queued", "not_before", ARGV[4]) end
if ARGV[2] == "obeyed" and order == ARGV[3] then
  redis.call("HDEL", leg, "order")
  order = false
end
if ARGV[2] == "told" and tell == ARGV[3] then
  redis.call("HDEL", leg, "tell")
  tell = false
end
if (order or tell) and ARGV[2] ~= "" then
  redis.call("ZADD", due, 0, leg)
  return "ordered"
end
redis.call("ZADD", due, ARGV[4], leg)
return "left"
