-- A failed text has had its consequences: its words go, its record stays a while.
-- KEYS  7 out hash   8 words list of the contact that it was about
-- ARGV  5 states that may be settled, comma-separated   6 seconds a finished text is kept
--       7 "keep" when its words wait for the next peer, or "forget"
-- Gives "settled" | "moved" | "already" (or it is on its way once more)
local out, state, sid = KEYS[7], unpack(redis.call("HMGET", KEYS[7], "state", "sid"))
if not state or not string.find("," .. ARGV[5] .. ",", "," .. state .. ",", 1, true) then return "already" end
if state ~= "failed" and not sid then return "already" end -- in its lane: without words it would block that for ever
if ARGV[7] == "keep" then
  local body, said = unpack(redis.call("HMGET", out, "body", "said"))
  redis.call("RPUSH", KEYS[8], (said or "0.0") .. "<" .. body)
end
redis.call("HSET", out, "state", "settled")
redis.call("HDEL", out, "body", "to", "said")
redis.call("ZREM", due, out)
redis.call("EXPIRE", out, ARGV[6])
return finish("settled")
