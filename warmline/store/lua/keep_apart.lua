-- Keep a caller and a volunteer apart from now on, or no longer.
-- KEYS  7 blocked set of the caller
-- ARGV  5 volunteer id   6 "1" to keep them apart, "" to let them meet
-- Gives "apart" | "together" | "already" when it was so before
local changed = redis.call(ARGV[6] == "1" and "SADD" or "SREM", KEYS[7], ARGV[5])
if changed == 0 then return finish("already") end
if ARGV[6] == "1" then return finish("apart") end
return finish("together")
