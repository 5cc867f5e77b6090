-- Change what is known of a volunteer, and whether they are on duty outside any shift.
-- KEYS  7 volunteer hash   8 duty zset
-- ARGV  5 volunteer id   6 volunteer fields, JSON object; "" removes one   7 on duty until, unix ms or "inf"; "off"; or ""
-- Gives "kept" | "unknown" | "gone"
local volunteer, duty = KEYS[7], KEYS[8]
if redis.call("EXISTS", volunteer) == 0 then return finish("unknown") end
keep_fields(volunteer, ARGV[6])
if ARGV[7] == "off" then redis.call("ZREM", duty, ARGV[5]) elseif ARGV[7] ~= "" then redis.call("ZADD", duty, ARGV[7], ARGV[5]) end
return finish("kept")
