-- Write a holiday of the line down, or drop it.
-- KEYS  7 holidays hash
-- ARGV  5 day, such as 2026-12-25   6 its name, or "" to drop it
-- Gives "kept" | "removed" | "unknown" when there is none on that day to drop
if ARGV[6] ~= "" then
  redis.call("HSET", KEYS[7], ARGV[5], ARGV[6])
  return finish("kept")
end
if redis.call("HDEL", KEYS[7], ARGV[5]) == 0 then return finish("unknown") end
return finish("removed")
