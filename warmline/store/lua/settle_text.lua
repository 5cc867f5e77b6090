-- A failed text has had its consequences: its words go, its record stays a while.
-- KEYS  7 out hash
-- ARGV  5 states that may be settled, comma-separated   6 seconds a finished text is kept
-- Gives "settled" | "already" (or it is on its way once more)
local out, state, sid = KEYS[7], unpack(redis.call("HMGET", KEYS[7], "state", "sid"))
if not state or not string.find("," .. ARGV[5] .. ",", "," .. state .. ",", 1, true) then return "already" end
if state ~= "failed" and not sid then return "already" end -- in its lane: without words it would block that for ever
redis.call("HSET", out, "state", "settled")
redis.call("HDEL", out, "body", "to")
redis.call("ZREM", due, out)
redis.call("EXPIRE", out, ARGV[6])
return finish("settled")
