-- A caller is told their place in the line: the best that they were told is kept, for a call in which they ring again.
-- ARGV  5 the place
-- Gives "told" | "told_better" (before, or this one) | "ended"
if redis.call("EXISTS", contact) == 0 then return finish("ended") end
local before = tonumber(redis.call("HGET", contact, "told_place"))
if before and before <= tonumber(ARGV[5]) then return finish("told_better") end
redis.call("HSET", contact, "told_place", ARGV[5])
return finish("told")
