-- Write down what the line has learned of itself up to an entry of the journal.
-- KEYS  7 habits hash
-- ARGV  5 journal id up to which had been read, a space, and until when, unix ms; " " for never
--       6 journal id up to which is read now   7 until when, unix ms   8 sums, JSON
-- Gives "folded" | "moved" when this was folded already
local habits = KEYS[7]
local read = (redis.call("HGET", habits, "read") or "") .. " " .. (redis.call("HGET", habits, "until") or "")
if read ~= ARGV[5] then return "moved" end
redis.call("HSET", habits, "read", ARGV[6], "until", ARGV[7], "sums", ARGV[8])
return finish("folded")
